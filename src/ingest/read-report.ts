import { createHash } from "node:crypto";
import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem, TableCount } from "#domain/ingest-report.ts";
import { assemble } from "./assemble.ts";
import { withoutContents } from "./contents.ts";
import type { MetadataEntry } from "./corpus-metadata.ts";
import { rejoinCutSentences } from "./cut-sentences.ts";
import { decode } from "./decode.ts";
import type { FileFacts } from "./formats/file-reading.ts";
import { type Evidence, type Inferred, inferMetadata } from "./infer-metadata.ts";
import { splitOneLine } from "./one-line.ts";
import { readBlocks } from "./read-blocks.ts";
import { splitRunOnLines } from "./run-on-lines.ts";
import { withoutRunningLines } from "./running-lines.ts";
import type { SourceLine } from "./source-line.ts";
import { sourceLines } from "./source-lines.ts";

export interface ReportFile {
  /** File name under the corpus folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What the metadata file says; what it leaves out is inferred from the text. */
  readonly metadata: MetadataEntry | null;
  /** What the file says of itself beside its text (a page's meta tags, a document's properties). */
  readonly facts?: FileFacts | null;
}

export interface ReadReport {
  /** Null when the file cannot be read as text; `problems` says why. */
  readonly document: SourceDocument | null;
  readonly problems: readonly IngestProblem[];
  readonly tableCounts: readonly TableCount[];
}

/** One file as a document: decoded, cleaned, its sections and tables as spans in one normalised text. Never throws. */
export function readReport({ file, bytes, metadata, facts }: ReportFile): ReadReport {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const { code, message } = decoded;
    return {
      document: null,
      problems: [{ file, severity: "error", code, message, line: null }],
      tableCounts: [],
    };
  }
  const lines = splitRunOnLines(
    splitOneLine(withoutRunningLines(withoutContents(sourceLines(decoded.text)))),
  );
  const { blocks: read, unplaced } = readBlocks(lines);
  const { blocks, problems: cuts } = rejoinCutSentences(read);
  const { text, sections, tables, counts, problems } = assemble(blocks);
  if (text.trim() === "") {
    const problem = {
      file,
      severity: "error",
      code: "empty_file",
      message: "the file holds no text",
      line: null,
    } as const;
    return { document: null, problems: [problem], tableCounts: [] };
  }
  const known = completed(metadata, { file, text, sections, facts: facts ?? null });
  const digest = createHash("sha256").update(bytes).digest("hex");
  return {
    document: { ...known.metadata, digest, text, sections, tables },
    problems: [
      ...damage(decoded.damaged),
      ...known.problems,
      ...unplaced.map(unplacedRow),
      ...cuts,
      ...problems,
    ].map((problem) => ({
      file,
      severity: "warning",
      ...problem,
    })),
    tableCounts: counts.map((count) => ({ file, ...count })),
  };
}

/** What the metadata file says, and what it leaves out as far as the text tells; doubts of what it says are none. */
function completed(entry: MetadataEntry | null, evidence: Evidence): Inferred {
  const { metadata, problems } = inferMetadata(evidence);
  const given = Object.fromEntries(Object.entries(entry ?? {}).filter(([, value]) => value !== undefined));
  const settled = new Set(Object.keys(given).map((field) => (field.endsWith("Year") ? "years" : field)));
  return {
    metadata: { ...metadata, ...given },
    problems: problems.filter(({ code }) => !settled.has(code.split("_")[0] ?? "")),
  };
}

function damage(count: number): Pick<IngestProblem, "code" | "message" | "line">[] {
  const message = `${count} damaged ${count === 1 ? "place" : "places"} in the bytes left out; compare figures with the source`;
  return count === 0 ? [] : [{ code: "damaged_bytes", message, line: null }];
}

function unplacedRow({ raw, number }: SourceLine): Pick<IngestProblem, "code" | "message" | "line"> {
  const start = raw.trim().slice(0, 20).replace(/\t/g, " | ");
  return {
    code: "unplaced_row",
    line: number,
    message: `the line “${start}…” has cells but stands in no table; kept as text`,
  };
}
