import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { requireSpace, requireWritten, tellingFullDisk } from "./disk-space.ts";
import { writeHnsw } from "./vectors/hnsw-vectors.ts";
import { VectorTable } from "./vectors/vector-index.ts";

const folder = mkdtempSync(join(tmpdir(), "wenzheng-space-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "vectors.hnsw");
const vectors = [
  [1, 0, 0],
  [0, 1, 0],
];

test("a file that has no room is not begun, and the message names it with its bytes and those left", () => {
  expect(() => requireSpace(path, 5_000, () => 4_999)).toThrow(`${path} needs 5000 bytes and 4999 are free`);
  expect(() => requireSpace(path, 5_000, () => 5_000)).not.toThrow();
});

test("a disk that fills up in the middle is told as that, in files and in the database", () => {
  for (const code of ["ENOSPC", "SQLITE_FULL"]) {
    const full = () => {
      throw Object.assign(new Error("no"), { code });
    };
    expect(() => tellingFullDisk(path, 9, full)).toThrow(/disk is full.*vectors\.hnsw needs 9 bytes/);
  }
  const other = () => {
    throw new Error("something else");
  };
  expect(() => tellingFullDisk(path, 9, other)).toThrow("something else");
});

test("a file that a library cut short without a word is told as that", () => {
  writeFileSync(path, "half");
  expect(() => requireWritten(path, 5)).toThrow(/needs 5 bytes/);
});

test("a whole graph is as large as is asked for beforehand, at least", () => {
  expect(() => writeHnsw(VectorTable.from(vectors, 3), path)).not.toThrow();
  expect(statSync(path).size).toBeGreaterThan(0);
});

test("where nothing can be written, the graph is told to lack room and not to be damaged", () => {
  expect(() => writeHnsw(VectorTable.from(vectors, 3), "/dev/full")).toThrow(/disk is full: \/dev\/full/);
});
