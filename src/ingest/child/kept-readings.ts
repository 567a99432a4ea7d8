import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";

/**
 * A folder of what was read (the blocks of a PDF, a whole report), by the digest of what it was read from and of the code that read it; a lost
 * one is simply read again.
 */
export class KeptReadings<Reading> {
  readonly #directory: string;
  readonly #code: string;
  readonly #schema: z.ZodType<Reading>;
  readonly #asked = new Set<string>();

  /** @param code digest of the readers' code: what other code read does not count */
  constructor(directory: string, code: string, schema: z.ZodType<Reading>) {
    this.#directory = directory;
    this.#code = code;
    this.#schema = schema;
  }

  async find(format: string, digest: string): Promise<Reading | null> {
    const name = this.#name(format, digest);
    this.#asked.add(name);
    try {
      const kept = this.#schema.safeParse(JSON.parse(await readFile(this.#path(name), "utf8")));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  }

  /** Written beside and renamed, so that a crash leaves nothing half-written. A full disk only costs the next build time. */
  async keep(format: string, digest: string, reading: Reading): Promise<void> {
    const path = this.#path(this.#name(format, digest));
    const beside = `${path}.${randomBytes(4).toString("hex")}`;
    try {
      await mkdir(this.#directory, { recursive: true });
      await writeFile(beside, JSON.stringify(reading));
      await rename(beside, path);
    } catch {
      await rm(beside, { force: true }).catch(() => {});
    }
  }

  /** Removes what no file of this build asked for. */
  async prune(): Promise<void> {
    const names = await readdir(this.#directory).catch(() => []);
    for (const name of names)
      if (!this.#asked.has(name)) await rm(this.#path(name), { force: true }).catch(() => {});
  }

  #name(format: string, digest: string): string {
    return `${digest}-${format}-${this.#code.slice(0, 16)}.json`;
  }

  #path(name: string): string {
    return path.join(this.#directory, name);
  }
}
