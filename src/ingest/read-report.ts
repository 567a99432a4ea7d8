import { createHash } from "node:crypto";
import { rejoinCutSentences } from "./lines/cut-sentences.ts";
import { decode } from "./lines/decode.ts";
import { splitLongLines } from "./lines/long-lines.ts";
import { splitOneLine } from "./lines/one-line.ts";
import { splitRunOnLines } from "./lines/run-on-lines.ts";
import { withoutRunningLines } from "./lines/running-lines.ts";
import type { SourceLine } from "./lines/source-line.ts";
import { sourceLines } from "./lines/source-lines.ts";
import { readBlocks } from "./read-blocks.ts";
import {
  type FoundProblem,
  type ReadReport,
  type ReportSource,
  reportOfBlocks,
  unread,
} from "./report-of-blocks.ts";
import { withoutContents } from "./sections/contents.ts";

export interface ReportFile extends Omit<ReportSource, "digest"> {
  readonly bytes: Uint8Array;
}

/** A file of text as a document: decoded, cleaned, its paragraphs and tables told from its lines. Never throws. */
export function readReport(report: ReportFile): ReadReport {
  const decoded = decode(report.bytes);
  if (!decoded.ok) return unread(report.file, decoded.code, decoded.message);
  const lines = splitLongLines(
    splitRunOnLines(splitOneLine(withoutRunningLines(withoutContents(sourceLines(decoded.text))))),
  );
  const { blocks: read, unplaced } = readBlocks(lines);
  const { blocks, problems } = rejoinCutSentences(read);
  const digest = createHash("sha256").update(report.bytes).digest("hex");
  return reportOfBlocks(
    { ...report, digest },
    {
      blocks,
      original: { format: "text", pages: null },
      problems: [...damage(decoded.damaged), ...unplaced.map(unplacedRow), ...problems],
      placesOf: () => [],
      tellPlace: (problem) => problem,
    },
  );
}

function damage(count: number): FoundProblem[] {
  const message = `${count} damaged ${count === 1 ? "place" : "places"} in the bytes left out; compare figures with the source`;
  return count === 0 ? [] : [{ code: "damaged_bytes", message, line: null }];
}

function unplacedRow({ raw, number }: SourceLine): FoundProblem {
  const start = raw.trim().slice(0, 20).replace(/\t/g, " | ");
  return {
    code: "unplaced_row",
    line: number,
    message: `the line “${start}…” has cells but stands in no table; kept as text`,
  };
}
