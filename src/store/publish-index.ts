import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeDatabase } from "./database.ts";
import { requireSpace, tellingFullDisk } from "./disk-space.ts";
import { digestFile, digestOf, syncPath, writeDurably } from "./durable.ts";
import type { ReusableParts } from "./file-index.ts";
import { checkContent, embeddingDigest, type IndexContent } from "./index-content.ts";
import { positionsNow } from "./kept-chunks.ts";
import { buildLexicalArrays } from "./lexical/lexical-build.ts";
import { encodeLexical } from "./lexical/lexical-file.ts";
import { INDEX_FORMAT, MANIFEST_FILE, type Manifest } from "./manifest.ts";
import { writeHnsw } from "./vectors/hnsw-vectors.ts";
import { VectorTable } from "./vectors/vector-index.ts";
import { pruneVersions, switchPointer, versionDirectory, versionsDirectory } from "./versions.ts";

/** A graph file and, of each of its nodes, the position of its vector. */
export interface MadeGraph {
  readonly bytes: Uint8Array;
  readonly nodes: Uint32Array;
}

export interface PublishOptions {
  /** Called after each step with its name: a build shows progress, a test kills itself. */
  readonly checkpoint?: (step: string) => void;
  readonly now?: () => Date;
  /** The graph over the vectors, made on another machine; absent: it is made here. */
  readonly graph?: MadeGraph;
  /** Called with the folder of the whole version before anybody sees it; where it rejects nothing is published. */
  readonly before?: (path: string, manifest: Manifest) => Promise<void>;
  /** The version that was current, made by the same model: what stands in it is not made again. */
  readonly last?: ReusableParts | null;
}

/**
 * Publishes an index at once or not at all: builds beside, syncs, renames, then switches one pointer.
 * Readers keep what they have opened; a crash at any point leaves the last good index.
 * @param directory the `index/` folder, made when missing
 * @throws RangeError when the parts of the content do not fit together
 */
export async function publishIndex(
  directory: string,
  content: IndexContent,
  options: PublishOptions = {},
): Promise<Manifest> {
  checkContent(content);
  const { checkpoint = () => {}, now = () => new Date(), before = async () => {} } = options;
  mkdirSync(versionsDirectory(directory), { recursive: true });
  const building = versionDirectory(directory, `building-${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(building);
  checkpoint("begun");
  try {
    writeFiles(building, content, { ...options, checkpoint });
    const manifest = describe(building, content, now());
    const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
    writeDurably(join(building, MANIFEST_FILE), manifestText);
    checkpoint("manifest written");
    syncPath(building);
    await before(building, manifest);
    const manifestDigest = digestOf(manifestText);
    const version = `${manifest.createdAt.replace(/[-:.]/g, "")}-${randomBytes(4).toString("hex")}`;
    renameSync(building, versionDirectory(directory, version));
    checkpoint("version named");
    syncPath(versionsDirectory(directory));
    checkpoint("version synced");
    switchPointer(directory, { version, manifestDigest });
    checkpoint("pointer switched");
    pruneVersions(directory);
    checkpoint("old versions pruned");
    return manifest;
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

interface WritingOptions extends Pick<PublishOptions, "graph" | "last"> {
  readonly checkpoint: (step: string) => void;
}

function writeFiles(
  building: string,
  content: IndexContent,
  { checkpoint, graph, last = null }: WritingOptions,
): void {
  const path = (file: string) => join(building, file);
  const digests = content.chunks.map(embeddingDigest);
  const now = last === null ? null : positionsNow(last.digests, digests);
  const rows = bytesOfRows(content);
  requireSpace(path("corpus.sqlite"), rows);
  tellingFullDisk(path("corpus.sqlite"), rows, () => writeDatabase(path("corpus.sqlite"), content, digests));
  checkpoint("database written");
  syncPath(path("corpus.sqlite"));
  checkpoint("database synced");
  const postings = last === null || now === null ? null : { arrays: last.arrays, now };
  writeLarge(path("lexical.bin"), encodeLexical(buildLexicalArrays(content.chunks, postings)));
  checkpoint("lexical index written");
  const table = VectorTable.from(content.vectors, content.embedder.dimensions);
  writeLarge(path("vectors.f32"), new Uint8Array(table.values.buffer));
  checkpoint("vectors written");
  const graphBefore = last === null || now === null || last.graph.bytes === 0 ? null : { ...last.graph, now };
  const nodes = graph === undefined ? writeHnsw(table, path("vectors.hnsw"), graphBefore) : graph.nodes;
  if (graph !== undefined) writeLarge(path("vectors.hnsw"), graph.bytes);
  checkpoint("graph written");
  syncPath(path("vectors.hnsw"));
  checkpoint("graph synced");
  writeLarge(path("vectors.nodes"), new Uint8Array(nodes.buffer, nodes.byteOffset, nodes.byteLength));
  checkpoint("nodes written");
}

function writeLarge(path: string, bytes: Uint8Array): void {
  requireSpace(path, bytes.length);
  tellingFullDisk(path, bytes.length, () => writeDurably(path, bytes));
}

/** At least so many bytes become of the documents' texts and chunks, most characters being Chinese. */
const bytesOfRows = ({ documents, chunks }: IndexContent): number =>
  [...documents, ...chunks].reduce((sum, { text }) => sum + BYTES_A_CHARACTER * text.length, 0);
const BYTES_A_CHARACTER = 3;

function describe(building: string, content: IndexContent, at: Date): Manifest {
  const file = (name: string) => digestFile(join(building, name));
  return {
    formatVersion: INDEX_FORMAT,
    codeVersion: content.codeVersion,
    createdAt: at.toISOString(),
    corpusDigest: content.corpusDigest,
    embedder: { id: content.embedder.id, dimensions: content.embedder.dimensions },
    counts: {
      documents: content.documents.length,
      chunks: content.chunks.length,
      indicators: content.indicators.length,
    },
    files: {
      "corpus.sqlite": file("corpus.sqlite"),
      "lexical.bin": file("lexical.bin"),
      "vectors.f32": file("vectors.f32"),
      "vectors.hnsw": file("vectors.hnsw"),
      "vectors.nodes": file("vectors.nodes"),
    },
  };
}
