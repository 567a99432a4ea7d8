import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { SourceDocument } from "#domain/document.ts";
import type { EmbeddedCut } from "./cut-job.ts";

/** What documents yielded in a build that has not published yet: one that is killed goes on where it was. */
export class KeptCuts {
  readonly #directory: string;
  readonly #by: string;

  /** @param by names the code and the model that make it: what others made does not count */
  constructor(indexDirectory: string, by: string) {
    this.#directory = path.join(indexDirectory, "cut");
    this.#by = by;
    mkdirSync(this.#directory, { recursive: true });
  }

  find(document: SourceDocument): EmbeddedCut | null {
    try {
      const cut: EmbeddedCut = deserialize(readFileSync(this.#file(document)));
      return cut;
    } catch {
      // None, or one that a crash of the machine left half written: it is made again.
      return null;
    }
  }

  /** Written beside and renamed: it is there whole or not at all. A disk that is full costs nothing but time. */
  keep(document: SourceDocument, cut: EmbeddedCut): void {
    const file = this.#file(document);
    const beside = `${file}.${process.pid}`;
    try {
      writeFileSync(beside, serialize(cut));
      renameSync(beside, file);
    } catch {
      rmSync(beside, { force: true });
    }
  }

  /** Once it is published, the index has it all. */
  clear(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #file(document: SourceDocument): string {
    const digest = createHash("sha256").update(this.#by).update(JSON.stringify(document)).digest("hex");
    return path.join(this.#directory, digest);
  }
}
