import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HierarchicalNSW } from "hnswlib-node";
import { requireSpace, requireWritten } from "./disk-space.ts";
import { best, type Hit } from "./hit.ts";
import { ExactVectors, type VectorIndex, type VectorTable } from "./vector-index.ts";

/** Links a node, breadth while building, seed of the levels: recall@10 1.00 up to 100,000 vectors. */
const LINKS = 16;
const BUILD_BREADTH = 200;
const SEED = 100;

/** Below this share of allowed chunks the graph mostly walks over forbidden ones: scan the allowed instead. */
const SCAN_SHARE = 0.1;

type Library = typeof import("hnswlib-node");

/** The native library, or null where it could not be compiled: search is exact then. */
function loadLibrary(): Library | null {
  try {
    const library: Library = createRequire(import.meta.url)("hnswlib-node");
    return library;
  } catch {
    return null;
  }
}

const library = loadLibrary();

/** Bytes of the graph file at least: each vector, its links of the lowest level with their count, and its label. */
const graphBytes = ({ size, dimensions }: VectorTable): number =>
  size * (dimensions * Float32Array.BYTES_PER_ELEMENT + (2 * LINKS + 1) * 4 + 8);

/**
 * Builds the graph file and reads it back, since the library reports no failed write.
 * Without the native library an empty file is written.
 * @throws DiskFullError before or after; Error when what was read back is not what was written
 */
export function writeHnsw(table: VectorTable, path: string): void {
  if (library === null) {
    writeFileSync(path, "");
    return;
  }
  requireSpace(path, graphBytes(table));
  const graph = new library.HierarchicalNSW("ip", table.dimensions);
  graph.initIndex(Math.max(1, table.size), LINKS, BUILD_BREADTH, SEED);
  for (let position = 0; position < table.size; position += 1) {
    graph.addPoint(Array.from(table.row(position)), position);
  }
  graph.writeIndexSync(path);
  requireWritten(path, graphBytes(table));
  const readBack = new library.HierarchicalNSW("ip", table.dimensions);
  readBack.readIndexSync(path);
  if (readBack.getCurrentCount() !== table.size) throw new Error(`${path} was not written completely`);
}

/**
 * Opens a graph file whose digest the caller has checked: a damaged one would end the process.
 * @param bytes size of the file; an empty one was written where the library was missing
 */
export function openVectors(table: VectorTable, path: string, bytes: number): VectorIndex {
  if (library === null || bytes === 0) return new ExactVectors(table);
  const graph = new library.HierarchicalNSW("ip", table.dimensions);
  graph.readIndexSync(path);
  if (graph.getCurrentCount() !== table.size) {
    throw new Error(`the graph holds ${graph.getCurrentCount()} vectors, the table ${table.size}`);
  }
  return new HnswVectors(table, graph);
}

/** Walks the graph for candidates and scores them exactly. */
class HnswVectors implements VectorIndex {
  readonly #table: VectorTable;
  readonly #graph: HierarchicalNSW;
  readonly #exact: ExactVectors;

  constructor(table: VectorTable, graph: HierarchicalNSW) {
    this.#table = table;
    this.#graph = graph;
    this.#exact = new ExactVectors(table);
  }

  get size(): number {
    return this.#table.size;
  }

  get dimensions(): number {
    return this.#table.dimensions;
  }

  search(vector: ArrayLike<number>, limit: number, allowed?: Uint8Array): Hit[] {
    const query = this.#table.query(vector);
    const reachable = allowed === undefined ? this.size : count(allowed);
    const wanted = Math.min(limit, reachable);
    if (wanted <= 0) return [];
    if (reachable < this.size * SCAN_SHARE) return this.#exact.search(query, limit, allowed);
    // The file does not keep this setting.
    this.#graph.setEf(Math.max(80, 4 * wanted));
    const filter = allowed === undefined ? undefined : (position: number) => allowed[position] === 1;
    const { neighbors } = this.#graph.searchKnn(Array.from(query), wanted, filter);
    const hits = neighbors.map((position) => ({ position, score: this.#table.cosine(position, query) }));
    return best(hits, limit);
  }
}

function count(allowed: Uint8Array): number {
  return allowed.reduce((sum, flag) => sum + flag, 0);
}
