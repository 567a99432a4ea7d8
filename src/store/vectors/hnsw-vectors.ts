import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HierarchicalNSW } from "hnswlib-node";
import { requireSpace, requireWritten } from "#store/disk-space.ts";
import { best, type Hit } from "#store/hit.ts";
import { GONE } from "#store/kept-chunks.ts";
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
const graphBytes = (nodes: number, dimensions: number): number =>
  nodes * (dimensions * Float32Array.BYTES_PER_ELEMENT + (2 * LINKS + 1) * 4 + 8);

/** The graph of the version before, and where each of its chunks stands now. */
export interface GraphBefore {
  /** Its file, whose digest was checked when it was opened. */
  readonly path: string;
  readonly nodes: Uint32Array;
  /** Of each chunk of before, its position now, or `GONE`. */
  readonly now: Uint32Array;
}

/** A graph with more than this share of nodes that are gone, or new, is built afresh. */
const CHANGED_SHARE = 0.2;

/**
 * Writes the graph file and reads it back, since the library reports no failed write. The graph of the version before is gone on
 * with where most of it stands: its nodes keep their numbers, and those of chunks that are gone are marked.
 * Without the native library an empty file is written.
 * @returns of each node of the graph the position of its vector, or `GONE`
 * @throws DiskFullError before or after; Error when what was read back is not what was written
 */
export function writeHnsw(table: VectorTable, path: string, before: GraphBefore | null = null): Uint32Array {
  if (library === null) {
    writeFileSync(path, "");
    return new Uint32Array();
  }
  const kept = before?.nodes.map((position) => before.now[position] ?? GONE) ?? new Uint32Array();
  const { nodes, added, gone } = grown(kept, table.size);
  const goesOn = before !== null && Math.max(added.length, gone) < CHANGED_SHARE * table.size;
  const written = goesOn ? nodes : new Uint32Array(table.size).map((_, position) => position);
  requireSpace(path, graphBytes(written.length, table.dimensions));
  const graph = new library.HierarchicalNSW("ip", table.dimensions);
  if (goesOn) {
    graph.readIndexSync(before.path);
    graph.resizeIndex(Math.max(1, written.length));
    for (const [node, position] of kept.entries())
      if (position === GONE && before.nodes[node] !== GONE) graph.markDelete(node);
  } else {
    graph.initIndex(Math.max(1, table.size), LINKS, BUILD_BREADTH, SEED);
  }
  for (let node = goesOn ? kept.length : 0; node < written.length; node += 1)
    graph.addPoint(Array.from(table.row(written[node] ?? 0)), node);
  graph.writeIndexSync(path);
  requireWritten(path, graphBytes(written.length, table.dimensions));
  const readBack = new library.HierarchicalNSW("ip", table.dimensions);
  readBack.readIndexSync(path);
  if (readBack.getCurrentCount() !== written.length) throw new Error(`${path} was not written completely`);
  return written;
}

/** The nodes at hand, and behind them one for each position that none of them has. */
function grown(kept: Uint32Array, size: number) {
  const isThere = new Uint8Array(size);
  for (const position of kept) if (position !== GONE) isThere[position] = 1;
  const added = Uint32Array.from([...isThere.keys()].filter((position) => isThere[position] === 0));
  const nodes = new Uint32Array(kept.length + added.length);
  nodes.set(kept);
  nodes.set(added, kept.length);
  return { nodes, added, gone: kept.filter((position) => position === GONE).length };
}

/** The files of a graph, whose digests the caller has checked: a damaged one would end the process. */
export interface GraphFiles {
  readonly path: string;
  /** Size of the graph file; an empty one was written where the library was missing. */
  readonly bytes: number;
  /** Of each node the position of its vector. */
  readonly nodes: Uint32Array;
}

/** Opens a graph over the vectors of a table; where there is none, search is exact. */
export function openVectors(table: VectorTable, { path, bytes, nodes }: GraphFiles): VectorIndex {
  if (library === null || bytes === 0) return new ExactVectors(table);
  const graph = new library.HierarchicalNSW("ip", table.dimensions);
  graph.readIndexSync(path);
  if (graph.getCurrentCount() !== nodes.length) {
    throw new Error(`the graph holds ${graph.getCurrentCount()} vectors, its list ${nodes.length}`);
  }
  return new HnswVectors(table, graph, nodes);
}

/** Walks the graph for candidates and scores them exactly. */
class HnswVectors implements VectorIndex {
  readonly #table: VectorTable;
  readonly #graph: HierarchicalNSW;
  readonly #nodes: Uint32Array;
  readonly #exact: ExactVectors;

  constructor(table: VectorTable, graph: HierarchicalNSW, nodes: Uint32Array) {
    this.#table = table;
    this.#graph = graph;
    this.#nodes = nodes;
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
    const nodes = this.#nodes;
    const filter = allowed === undefined ? undefined : (node: number) => allowed[nodes[node] ?? GONE] === 1;
    const { neighbors } = this.#graph.searchKnn(Array.from(query), wanted, filter);
    const hits = neighbors.map((node) => {
      const position = nodes[node] ?? GONE;
      return { position, score: this.#table.cosine(position, query) };
    });
    return best(hits, limit);
  }
}

function count(allowed: Uint8Array): number {
  return allowed.reduce((sum, flag) => sum + flag, 0);
}
