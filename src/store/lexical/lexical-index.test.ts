import fc from "fast-check";
import { expect, test } from "vitest";
import { GONE, positionsNow } from "#store/kept-chunks.ts";
import { tokens } from "#text/tokens.ts";
import { buildLexicalArrays } from "./lexical-build.ts";
import { decodeLexical, encodeLexical } from "./lexical-file.ts";
import { LexicalIndex } from "./lexical-index.ts";

const chunks = [
  { context: "江北区 2022", text: "地区生产总值增长5.3%，总量1744亿元" },
  { context: "江北区 2022", text: "居民人均可支配收入增长6.1%" },
  { context: "大渡口区 2022", text: "地区生产总值增长2.6%" },
  { context: "渝北区 2023", text: "学位新增三千个，学位，学位，学位" },
];
const index = new LexicalIndex(buildLexicalArrays(chunks));
const find = (query: string) => index.search(tokens(query), { limit: 10 }).map((hit) => hit.position);

test("a whole number finds its sentence and no other", () => {
  expect(find("5.3%")).toEqual([0]);
  expect(find("1,744亿元")).toEqual([0]);
});

test("the context of a chunk is found like its text", () => {
  expect(find("大渡口区生产总值")[0]).toBe(2);
  expect(find("2023年")).toEqual([3]);
});

test("chunks that are not allowed are not found", () => {
  const hits = index.search(tokens("生产总值"), { limit: 10, allowed: Uint8Array.of(0, 1, 1, 1) });
  expect(hits.map((hit) => hit.position)).toEqual([2]);
});

test("coverage is the share of the question's weight that a chunk holds", () => {
  expect(index.coverage(tokens("生产总值"))(0)).toBe(1);
  expect(index.coverage(tokens("生产总值"))(1)).toBe(0);
  const half = index.coverage(tokens("生产总值 月球旅行"))(0);
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(0.5);
  expect(index.coverage([])(0)).toBe(0);
});

test("a search leaves nothing behind for the next", () => {
  const first = index.search(tokens("生产总值"), { limit: 1 });
  index.search(tokens("学位收入"), { limit: 10 });
  expect(index.search(tokens("生产总值"), { limit: 1 })).toEqual(first);
});

const field = fc.string({ unit: fc.constantFrom("江", "北", "区", "1", ".", "%", "a", " ", "。") });
const words = fc.array(fc.record({ context: field, text: field }), { maxLength: 20 });

test("going on from any version before gives the arrays of a build from nothing", () => {
  fc.assert(
    fc.property(words, words, fc.array(fc.boolean(), { maxLength: 20 }), (before, added, stays) => {
      const now = [...added.slice(0, 3), ...before.filter((_, at) => stays[at]), ...added.slice(3)];
      const digest = (chunk: object) => JSON.stringify(chunk);
      const kept = positionsNow(before.map(digest), now.map(digest));
      expect(buildLexicalArrays(now, { arrays: buildLexicalArrays(before), now: kept })).toEqual(
        buildLexicalArrays(now),
      );
    }),
    { numRuns: 200 },
  );
});

test("of equal chunks each is taken once", () => {
  expect([...positionsNow(["a", "b", "a"], ["a", "c", "b"])]).toEqual([0, 2, GONE]);
});

test("what is written is what is read", () => {
  fc.assert(
    fc.property(words, (some) => {
      const arrays = buildLexicalArrays(some);
      expect(decodeLexical(encodeLexical(arrays))).toEqual(arrays);
    }),
    { numRuns: 50 },
  );
});
