import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { identifyEmbedder } from "#embed/create-embedder.ts";
import type { EmbedderSettings } from "#embed/embedder.ts";
import { corpusDigest } from "#ingest/corpus-files.ts";
import { whyStale } from "#store/is-current.ts";
import { checkCorpusFolder } from "./check-folders.ts";

export interface BuildSettings {
  readonly corpusDirectory: string;
  readonly indexDirectory: string;
  readonly embedder: EmbedderSettings;
  /** Addresses of the database that is published to; null or absent: the folder alone. */
  readonly database?: readonly string[] | null;
  /** The project's own folder, to tell whether the program has changed since the index was built. */
  readonly root: string;
}

/**
 * Why the index must be (re)built, or null when it is current. Loads no model.
 * @throws ConfigurationError when there is no corpus
 */
export async function staleness(settings: BuildSettings): Promise<string | null> {
  await checkCorpusFolder(settings.corpusDirectory);
  const { id } = await identifyEmbedder(settings.embedder);
  return whyStale(settings.indexDirectory, {
    corpusDigest: await corpusDigest(settings.corpusDirectory),
    embedderId: id,
    codeVersion: await codeVersion(settings.root),
  });
}

/** Rooms whose code decides what stands in an index. */
const BUILD_ROOMS = ["domain", "text", "ingest", "chunk", "indicators", "store"];

/** Digest of the code that builds an index: after an upgrade the index is rebuilt without being asked. */
export function codeVersion(root: string): Promise<string> {
  return digestOfCode(root, BUILD_ROOMS);
}

/** Digest of the code that reads files and of the versions of its libraries: what it read before is read again after a change. */
export async function readerVersion(root: string): Promise<string> {
  const own = await digestOfCode(root, ["ingest/formats", "text"]);
  const libraries = await readFile(path.join(root, "package-lock.json")).catch(() => "");
  return createHash("sha256").update(own).update(libraries).digest("hex");
}

async function digestOfCode(root: string, folders: readonly string[]): Promise<string> {
  const total = createHash("sha256");
  for (const folder of folders) {
    const entries = await readdir(path.join(root, "src", folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) total.update(path.relative(root, file)).update(await readFile(file));
  }
  return total.digest("hex");
}
