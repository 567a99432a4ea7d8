import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import path from "node:path";
import { auditFiles, type Edges, fileOf, NO_LINES, readEdges, writeEdges } from "./files.ts";
import { type AuditEntry, type Link, lineOf, readLine } from "./record.ts";

export interface AuditSettings {
  /** Folder of the log. */
  readonly directory: string;
  /** Days that a line is kept at least; whole months are removed. */
  readonly days: number;
}

/**
 * An append-only log of JSON lines, each chained to the one before by its hash. One process writes it. What was being written when
 * a process ended is cut off at the next start: it was told to nobody.
 */
export class AuditLog {
  readonly #settings: AuditSettings;
  readonly #now: () => Date;
  #edges: Edges;
  #file = "";

  constructor(settings: AuditSettings, now: () => Date = () => new Date()) {
    this.#settings = settings;
    this.#now = now;
    mkdirSync(settings.directory, { recursive: true });
    this.#edges = readEdges(settings.directory) ?? NO_LINES;
    this.#mend();
  }

  /** Keeps an entry; it stands in the file when this returns. */
  keep(entry: AuditEntry): void {
    const time = this.#now();
    const file = fileOf(time);
    if (file !== this.#file) {
      this.#file = file;
      this.#rotate(time);
    }
    this.#append(entry, time);
  }

  #append(entry: AuditEntry, time: Date): void {
    const { line, link } = lineOf(entry, this.#edges.last, time);
    appendFileSync(path.join(this.#settings.directory, this.#file), `${line}\n`);
    this.#moveTo({ ...this.#edges, last: link });
  }

  #moveTo(edges: Edges): void {
    writeEdges(this.#settings.directory, edges);
    this.#edges = edges;
  }

  /** Removes the months of which every line is older than the days that are kept, and says so in the log. */
  #rotate(time: Date): void {
    const { directory, days } = this.#settings;
    const oldest = new Date(time.getTime() - days * 86_400_000);
    const over = auditFiles(directory).filter((file) => file < fileOf(oldest));
    if (over.length === 0) return;
    let first = this.#edges.first;
    for (const file of over) first = lastLink(path.join(directory, file), first);
    this.#append({ type: "rotated", files: over }, time);
    this.#moveTo({ ...this.#edges, first });
    for (const file of over) rmSync(path.join(directory, file));
  }

  /** Takes up a line that the edges do not know yet, and cuts off one that has no end. */
  #mend(): void {
    const { directory } = this.#settings;
    const name = auditFiles(directory).at(-1);
    if (name === undefined) return;
    const file = path.join(directory, name);
    const bytes = readFileSync(file);
    const end = bytes.lastIndexOf("\n") + 1;
    if (end < bytes.length) truncateSync(file, end);
    const last = bytes.subarray(0, end).toString("utf8").trimEnd().split("\n").at(-1) ?? "";
    const link = readLine(last, this.#edges.last);
    if (!("fault" in link)) this.#moveTo({ ...this.#edges, last: link });
  }
}

/** The last link of a file whose chain begins after `before`; as far as it is whole. */
function lastLink(file: string, before: Link): Link {
  if (!existsSync(file)) return before;
  let link = before;
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    const read = readLine(line, link);
    if ("fault" in read) return link;
    link = read;
  }
  return link;
}
