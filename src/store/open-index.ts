import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, IndexUnusableError } from "#domain/errors.ts";
import { openDatabase } from "./database.ts";
import { digestFile } from "./durable.ts";
import { FileIndex } from "./file-index.ts";
import { openVectors } from "./hnsw-vectors.ts";
import { decodeLexical } from "./lexical-file.ts";
import { LexicalIndex } from "./lexical-index.ts";
import { INDEX_FILES } from "./manifest.ts";
import { type CurrentVersion, readCurrentVersion } from "./read-manifest.ts";
import { VectorTable } from "./vector-index.ts";
import { registerReader } from "./versions.ts";

/**
 * Opens the current version of an index. Every file is compared with its SHA-256 before anything else reads it:
 * a flipped bit would change answers or end the process.
 * @throws IndexUnusableError when the index is missing, damaged, or of another format
 */
export function openIndex(directory: string): FileIndex {
  const current = readCurrentVersion(directory);
  const release = registerReader(directory, current.version);
  try {
    checkFiles(directory, current);
    return openFiles(current, release);
  } catch (error) {
    release();
    if (error instanceof IndexUnusableError) throw error;
    if (isUnloadable(error)) throw foreignModule(error);
    throw new IndexUnusableError({ path: directory, reason: "its files cannot be read" }, { cause: error });
  }
}

/** A compiled module that this version of Node cannot load. */
const isUnloadable = (error: unknown): error is Error =>
  error instanceof Error &&
  (("code" in error && error.code === "ERR_DLOPEN_FAILED") ||
    /NODE_MODULE_VERSION|bindings file/.test(error.message));

function foreignModule(cause: Error): ConfigurationError {
  return new ConfigurationError(
    {
      where: "module better-sqlite3",
      problem: `it was compiled for another version of Node than ${process.version}`,
      advice: "Run `npm rebuild better-sqlite3 hnswlib-node`.",
    },
    { cause },
  );
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
  const lexical = new LexicalIndex(decodeLexical(readFileSync(join(path, "lexical.bin"))));
  const values = new Float32Array(new Uint8Array(readFileSync(join(path, "vectors.f32"))).buffer);
  const table = new VectorTable(values, manifest.embedder.dimensions);
  const vectors = openVectors(table, join(path, "vectors.hnsw"), manifest.files["vectors.hnsw"].bytes);
  const database = openDatabase(join(path, "corpus.sqlite"));
  return new FileIndex({ manifest, lexical, vectors, table, database, release });
}
