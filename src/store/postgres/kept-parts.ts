import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "#store/durable.ts";
import { type EncodedPart, lineOf, type Part, partOf } from "./part.ts";

/** The parts a node has fetched, a file each named by its digest: the next generation fetches only what it lacks. */
export class KeptParts {
  readonly #directory: string;

  constructor(indexDirectory: string) {
    this.#directory = join(indexDirectory, "parts");
    mkdirSync(this.#directory, { recursive: true });
  }

  has(digest: string): boolean {
    return existsSync(this.#file(digest));
  }

  /** Written beside and renamed: a part is there whole or not at all. */
  keep(digest: string, part: EncodedPart): void {
    const beside = `${this.#file(digest)}.${process.pid}`;
    writeFileSync(beside, lineOf(part));
    renameSync(beside, this.#file(digest));
  }

  /** Null when there is none, or what is there is not what was kept; that is removed. */
  part(digest: string): Part | null {
    if (!this.has(digest)) return null;
    const line = readFileSync(this.#file(digest), "utf8");
    if (digestOf(line) === digest) return partOf(line);
    rmSync(this.#file(digest));
    return null;
  }

  /** Removes all but these. */
  prune(digests: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#directory))
      if (!digests.has(name.split(".")[0] ?? "")) rmSync(join(this.#directory, name), { force: true });
  }

  #file(digest: string): string {
    return join(this.#directory, `${digest}.json`);
  }
}
