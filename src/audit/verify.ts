import { readFileSync } from "node:fs";
import path from "node:path";
import { auditFiles, NO_LINES, readEdges } from "./files.ts";
import { type Link, readLine } from "./record.ts";

/** What is wrong first, or that nothing is. */
export type Verdict =
  | { readonly ok: true; readonly lines: number; readonly files: number; readonly last: Link }
  | { readonly ok: false; readonly file: string; readonly line: number; readonly fault: string };

/** Reads the whole log and finds the first line that was changed, left out, added or moved, the last ones included. */
export function verifyAudit(directory: string): Verdict {
  const files = auditFiles(directory);
  const edges = readEdges(directory) ?? (files.length === 0 ? NO_LINES : null);
  if (edges === null)
    return { ok: false, file: "edges.json", line: 0, fault: "it is missing or was changed" };
  let link = edges.first;
  let lines = 0;
  let lastHash = link.hash;
  for (const file of files) {
    const text = readFileSync(path.join(directory, file)).toString("latin1");
    if (!text.endsWith("\n"))
      return { ok: false, file, line: text.split("\n").length, fault: "it has no end" };
    for (const [at, raw] of text.slice(0, -1).split("\n").entries()) {
      const bytes = Buffer.from(raw, "latin1");
      const line = bytes.toString("utf8");
      // Bytes that are no UTF-8 would be read as one and the same sign.
      const read = Buffer.from(line).equals(bytes) ? readLine(line, link) : { fault: "it is no text" };
      if ("fault" in read) return { ok: false, file, line: at + 1, fault: read.fault };
      link = read;
      lines += 1;
      if (link.number === edges.last.number) lastHash = link.hash;
    }
  }
  // A line more than the edges know was written when the process ended; a line less was cut off.
  const isWhole = link.number === edges.last.number || link.number === edges.last.number + 1;
  if (!isWhole || lastHash !== edges.last.hash)
    return {
      ok: false,
      file: files.at(-1) ?? "edges.json",
      line: lines,
      fault: `the log ends with number ${link.number}; ${edges.last.number} was written last`,
    };
  return { ok: true, lines, files: files.length, last: link };
}
