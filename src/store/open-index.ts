import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IndexUnusableError } from "#domain/errors.ts";
import { openDatabase } from "./database.ts";
import { digestFile } from "./durable.ts";
import { FileIndex } from "./file-index.ts";
import { foreignModule } from "./foreign-module.ts";
import { decodeLexical } from "./lexical/lexical-file.ts";
import { INDEX_FILES } from "./manifest.ts";
import { type CurrentVersion, readCurrentVersion } from "./read-manifest.ts";
import { openVectors } from "./vectors/hnsw-vectors.ts";
import { VectorTable } from "./vectors/vector-index.ts";
import { type PointerName, registerReader } from "./versions.ts";

/**
 * Opens the current version of an index. Every file is compared with its SHA-256 before anything else reads it:
 * a flipped bit would change answers or end the process.
 * @throws IndexUnusableError when the index is missing, damaged, or of another format
 */
export function openIndex(directory: string, name: PointerName = "current"): FileIndex {
  const current = readCurrentVersion(directory, name);
  const release = registerReader(directory, current.version);
  try {
    checkFiles(directory, current);
    return openFiles(current, release);
  } catch (error) {
    release();
    if (error instanceof IndexUnusableError) throw error;
    const foreign = foreignModule(error);
    if (foreign !== null) throw foreign;
    throw new IndexUnusableError({ path: directory, reason: "its files cannot be read" }, { cause: error });
  }
}

/** An index that can be trusted, and why it is not the current one; null where it is. */
export interface SoundIndex {
  readonly index: FileIndex;
  readonly instead: string | null;
}

/**
 * Opens the current version, or where that is damaged the one before it, if the same model made it: readers are answered
 * from yesterday's index while a new one is built.
 * @throws IndexUnusableError of the current version when neither can be opened
 */
export function openSoundIndex(directory: string, embedderId: string): SoundIndex {
  try {
    return { index: openIndex(directory), instead: null };
  } catch (error) {
    if (!(error instanceof IndexUnusableError)) throw error;
    const before = openPrevious(directory, embedderId);
    if (before === null) throw error;
    return { index: before, instead: error.message };
  }
}

function openPrevious(directory: string, embedderId: string): FileIndex | null {
  try {
    const { manifest } = readCurrentVersion(directory, "previous");
    return manifest.embedder.id === embedderId ? openIndex(directory, "previous") : null;
  } catch (error) {
    if (error instanceof IndexUnusableError) return null;
    throw error;
  }
}

/** True when every file of the current version has the bytes it was published with. */
export function isSound(directory: string): boolean {
  try {
    checkFiles(directory, readCurrentVersion(directory));
    return true;
  } catch (error) {
    if (error instanceof IndexUnusableError) return false;
    throw error;
  }
}

function checkFiles(directory: string, { path, manifest }: CurrentVersion): void {
  for (const file of INDEX_FILES) {
    const { bytes, sha256 } = digestFile(join(path, file));
    const expected = manifest.files[file];
    if (bytes !== expected.bytes || sha256 !== expected.sha256) {
      throw new IndexUnusableError({ path: directory, reason: `${file} is damaged` });
    }
  }
  const vectorBytes = manifest.counts.chunks * manifest.embedder.dimensions * Float32Array.BYTES_PER_ELEMENT;
  if (manifest.files["vectors.f32"].bytes !== vectorBytes) {
    throw new IndexUnusableError({
      path: directory,
      reason: "its vectors have other dimensions than its model",
    });
  }
}

function openFiles({ path, manifest }: CurrentVersion, release: () => void): FileIndex {
  const arrays = decodeLexical(readFileSync(join(path, "lexical.bin")));
  const values = new Float32Array(new Uint8Array(readFileSync(join(path, "vectors.f32"))).buffer);
  const table = new VectorTable(values, manifest.embedder.dimensions);
  const nodes = new Uint32Array(new Uint8Array(readFileSync(join(path, "vectors.nodes"))).buffer);
  const graph = { path: join(path, "vectors.hnsw"), bytes: manifest.files["vectors.hnsw"].bytes, nodes };
  const vectors = openVectors(table, graph);
  const database = openDatabase(join(path, "corpus.sqlite"));
  return new FileIndex({ manifest, arrays, vectors, table, graph, database, release });
}
