import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exampleVector } from "#store/example-content.ts";
import { GONE } from "#store/kept-chunks.ts";
import { openVectors, writeHnsw } from "./hnsw-vectors.ts";
import { ExactVectors, VectorTable } from "./vector-index.ts";

const COUNT = 2000;
const DIMENSIONS = 32;
const table = VectorTable.from(
  Array.from({ length: COUNT }, (_, seed) => exampleVector(seed * 0.37, DIMENSIONS)),
  DIMENSIONS,
);
const path = join(mkdtempSync(join(tmpdir(), "wenzheng-graph-")), "vectors.hnsw");
const nodes = writeHnsw(table, path);
const graph = openVectors(table, { path, bytes: statSync(path).size, nodes });
const truth = new ExactVectors(table);

test("the graph finds what comparing with every vector finds", () => {
  let found = 0;
  for (let seed = 0; seed < 50; seed += 1) {
    const query = exampleVector(seed * 1.1, DIMENSIONS);
    const expected = new Set(truth.search(query, 10).map((hit) => hit.position));
    found += graph.search(query, 10).filter((hit) => expected.has(hit.position)).length;
  }
  expect(found / 500).toBeGreaterThan(0.98);
});

test.each([0.02, 0.5])(
  "with a share of %f allowed, nothing else is found and nothing near is missed",
  (share) => {
    const allowed = Uint8Array.from({ length: COUNT }, (_, at) =>
      (at * 7919) % 1000 < share * 1000 ? 1 : 0,
    );
    const query = exampleVector(3.3, DIMENSIONS);
    const hits = graph.search(query, 10, allowed);
    expect(hits).toEqual(truth.search(query, 10, allowed));
  },
);

test("more asked for than there is gives what there is", () => {
  expect(graph.search(exampleVector(1, DIMENSIONS), COUNT * 2)).toHaveLength(COUNT);
  expect(graph.search(exampleVector(1, DIMENSIONS), 5, new Uint8Array(COUNT))).toEqual([]);
});

test("a query of other dimensions or with a hole in it never reaches the native code", () => {
  expect(() => graph.search([1, 2, 3], 5)).toThrow(RangeError);
  expect(() => graph.search(new Array(DIMENSIONS).fill(Number.NaN), 5)).toThrow(RangeError);
});

describe("a graph that goes on from the one before", () => {
  const grownPath = `${path}.grown`;
  // A tenth is gone, as many are new, and all stand elsewhere.
  const now = Uint32Array.from({ length: COUNT }, (_, at) => (at % 10 === 0 ? GONE : COUNT - 1 - at));
  const moved = VectorTable.from(
    Array.from({ length: COUNT }, (_, position) => {
      const at = COUNT - 1 - position;
      return at % 10 === 0 ? exampleVector(1_000 + at, DIMENSIONS) : table.row(at);
    }),
    DIMENSIONS,
  );
  const grown = writeHnsw(moved, grownPath, { path, nodes, now });
  const search = openVectors(moved, { path: grownPath, bytes: statSync(grownPath).size, nodes: grown });
  const exact = new ExactVectors(moved);

  test("keeps its nodes and adds what is new behind them", () => {
    expect(grown).toHaveLength(COUNT * 1.1);
    expect(new Set(grown.filter((position) => position !== GONE)).size).toBe(COUNT);
  });

  test("finds what comparing with every vector finds, and nothing that is gone", () => {
    let found = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const query = exampleVector(seed * 1.1, DIMENSIONS);
      const expected = new Set(exact.search(query, 10).map((hit) => hit.position));
      const hits = search.search(query, 10);
      expect(hits.every(({ position }) => position < COUNT)).toBe(true);
      found += hits.filter((hit) => expected.has(hit.position)).length;
    }
    expect(found / 500).toBeGreaterThan(0.98);
  });

  test("is built afresh where much has changed", () => {
    const half = now.map((position, at) => (at % 2 === 0 ? GONE : position));
    const fresh = writeHnsw(moved, `${path}.fresh`, { path, nodes, now: half });
    expect(fresh).toEqual(new Uint32Array(COUNT).map((_, position) => position));
  });
});

test("a query of zeros is answered", () => {
  expect(graph.search(new Array(DIMENSIONS).fill(0), 5)).toHaveLength(5);
});

test("an empty file, from a machine without the library, means exact search", () => {
  writeFileSync(path, "");
  expect(openVectors(table, { path, bytes: 0, nodes })).toBeInstanceOf(ExactVectors);
});
