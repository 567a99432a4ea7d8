import { expect, test } from "vitest";
import { exampleContent } from "#store/example-content.ts";
import { memoryIndex } from "#store/memory-index.ts";
import { reuseVectors } from "./reuse-vectors.ts";

const content = exampleContent();
const previous = memoryIndex(content);

test("without an earlier index everything is new", () => {
  const { vectors, counts } = reuseVectors(null, content.chunks);
  expect(vectors).toEqual(content.chunks.map(() => null));
  expect(counts).toEqual({ kept: 0, added: 8, updated: 0, deleted: 0 });
});

test("equal words keep their vector wherever they stand now", () => {
  const { vectors, counts } = reuseVectors(previous, content.chunks.toReversed());
  expect(vectors.every((vector) => vector !== null)).toBe(true);
  expect(counts).toEqual({ kept: 8, added: 0, updated: 0, deleted: 0 });
});

test("changed words, new sections and vanished chunks are told apart", () => {
  const [first, second, ...others] = content.chunks;
  if (first === undefined || second === undefined) throw new Error("example too small");
  const changed = { ...first, text: "改过的话" };
  const added = { ...second, section: ["二、新的一节"], text: "新的一节" };
  const { vectors, counts } = reuseVectors(previous, [changed, ...others.slice(1), added]);
  expect(vectors.map((vector) => vector === null)).toEqual([true, false, false, false, false, false, true]);
  expect(counts).toEqual({ kept: 5, added: 1, updated: 1, deleted: 2 });
});
