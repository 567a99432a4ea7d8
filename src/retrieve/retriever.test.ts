import { beforeAll, describe, expect, test } from "vitest";
import { BigramEmbedder } from "#embed/bigram-embedder.ts";
import { exampleContent } from "#store/example-content.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { memoryIndex } from "#store/memory-index.ts";
import { createRetriever, type Retriever } from "./retriever.ts";

const embedder = new BigramEmbedder();
const { id, dimensions } = embedder;
let index: IndexReader;
let retriever: Retriever;

beforeAll(async () => {
  const content = exampleContent();
  const vectors = await embedder.embedDocuments(content.chunks.map(indexedText));
  const embedded = vectors.map((vector) => Float32Array.from(vector));
  index = memoryIndex({ ...content, vectors: embedded, embedder: { id, dimensions } });
  retriever = createRetriever({ index, embedder });
});

const idsOf = async (query: string, options: Partial<Parameters<Retriever["search"]>[1]> = {}) =>
  (await retriever.search(query, { limit: 10, ...options })).map(({ chunk }) => chunk.id);

test.each(["hybrid", "lexical", "dense"] as const)("finds the passage that says it: %s", async (mode) => {
  expect((await idsOf("江北区空气质量优良天数", { mode }))[0]).toBe("jiangbei-2022-2");
});

test("the same search gives the same ranking", async () => {
  const once = await retriever.search("大渡口生产总值", { limit: 10 });
  expect(await retriever.search("大渡口生产总值", { limit: 10 })).toEqual(once);
});

test("a passage says where it stood in each list, and how much of the question it holds", async () => {
  const [first] = await retriever.search("三中心指物流中心", { limit: 1 });
  expect(first).toMatchObject({ lexicalRank: expect.any(Number), denseRank: 1, coverage: 1 });
  const [none] = await retriever.search("月球旅行", { limit: 1 });
  expect(none?.coverage ?? 0).toBe(0);
});

test("words that only ask do not lower the coverage", async () => {
  const [plain] = await retriever.search("物流中心", { limit: 1 });
  const [asked] = await retriever.search("请问物流中心是什么呢", { limit: 1 });
  expect(asked?.coverage).toBe(plain?.coverage);
});

describe("a filter is kept before ranking", () => {
  test("by region, by year, by document", async () => {
    const dadukou = await idsOf("江北区生产总值", { filter: { regions: ["大渡口区"] } });
    expect(dadukou).toHaveLength(4);
    expect(dadukou.every((found) => found.startsWith("dadukou"))).toBe(true);
    expect(await idsOf("生产总值", { filter: { years: [2021] } })).toEqual([]);
    expect(
      await idsOf("生产总值", { filter: { documents: ["jiangbei-2022"], regions: ["大渡口区"] } }),
    ).toEqual([]);
  });

  test("an empty list lets nothing through, an absent one all", async () => {
    expect(await idsOf("生产总值", { filter: { regions: [] } })).toEqual([]);
    expect(await idsOf("生产总值", { filter: {} })).not.toEqual([]);
  });
});

test("the region a question names comes first, and a wish overrules it", async () => {
  expect((await idsOf("大渡口生产总值"))[0]).toBe("dadukou-2022-0");
  expect((await idsOf("生产总值", { boost: { documents: ["dadukou-2022"] } }))[0]).toBe("dadukou-2022-0");
});

test("a comparison shows both sides before the rest", async () => {
  const ids = await idsOf("江北和大渡口的生产总值哪个高？", { limit: 2 });
  expect(ids.toSorted()).toEqual(["dadukou-2022-0", "jiangbei-2022-0"]);
});

test("another wording finds what the question's own words miss", async () => {
  const expand = () => ["江北区居民人均可支配收入"];
  const [found] = await createRetriever({ index, embedder, expand }).search("老百姓挣多少", { limit: 1 });
  expect(found?.chunk.id).toBe("jiangbei-2022-1");
  expect(found?.coverage).toBeGreaterThan(0.7);
});

test("any text is a query", async () => {
  for (const query of ["", " ", "？？？", "\u0000", "\uD83D", "a".repeat(5000), "%_'\"; DROP TABLE chunks"]) {
    expect(Array.isArray(await idsOf(query))).toBe(true);
  }
});

test("an index of another model is refused", () => {
  expect(() => createRetriever({ index: memoryIndex(exampleContent()), embedder })).toThrow(/example/);
});
