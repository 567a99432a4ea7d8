import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("a theme", () => {
  test.each([
    ["渝北教育有什么进展", "渝北区", "教育"],
    ["江北区2022年营商环境有什么举措", "江北区", "营商"],
    ["What does the report of Yubei say about tourism?", "渝北区", "tourism"],
  ])("%s is told by its main points, each cited, of the region asked", async (asked, region, name) => {
    const { status, answer, citations, blocks } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(name);
    const [points] = blocks.flatMap((block) => (block.type === "list" ? [block.items] : []));
    expect(points?.length).toBeGreaterThanOrEqual(3);
    expect(points?.length).toBeLessThanOrEqual(6);
    expect(points?.every((point) => /\[\d+\]$/.test(point))).toBe(true);
    const documents = new Set(citations.map(({ documentId }) => documentId));
    expect(documents.size).toBe(1);
    for (const id of documents) expect(corpus.index.document(id)?.region).toBe(region);
  });

  test("of no region is told by region", async () => {
    const { citations } = await corpus.answer("养老服务做得怎么样");
    const regions = new Set(citations.map(({ documentId }) => corpus.index.document(documentId)?.region));
    expect(regions.size).toBeGreaterThan(1);
  });

  test("is no 主题教育", async () => {
    const { citations } = await corpus.answer("渝北教育有什么进展");
    expect(citations.map(({ quote }) => quote).join()).not.toContain("主题教育");
  });
});

describe("a report as a whole", () => {
  test("in one sentence, cited", async () => {
    const { answer, citations } = await corpus.answer("一句话概括江北");
    expect(citations).toHaveLength(1);
    expect(answer).toMatch(/^[^\n]*江北[^\n]*\[1\]$/);
  });

  test("is asked back where no region is named, and each region offered is answered", async () => {
    const { status, suggestions } = await corpus.answer("总结一下这份报告");
    expect(status).toBe("clarify");
    for (const asked of suggestions) expect((await corpus.answer(asked)).status).toBe("answered");
  });
});

describe("what is asked of a report as a whole in other words", () => {
  test.each([
    ["渝北还有啥子问题", "困难和问题"],
    ["渝北的短板在哪", "困难和问题"],
    ["渝北下一步咋个打算", "打算"],
    ["帮我概括下渝北那份报告", "要点"],
  ])("%s: %s, point by point, each cited", async (asked, name) => {
    const { status, answer, blocks } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer.split("\n")[0]).toContain(name);
    const points = blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(points.every((point) => /\[\d+\]$/.test(point))).toBe(true);
  });

  test("these reports are summed up each in its turn", async () => {
    const { citations } = await corpus.answer("一句话总结这些报告");
    const regions = citations.map(({ documentId }) => corpus.index.document(documentId)?.region);
    expect(new Set(regions).size).toBe(regions.length);
    expect(regions.length).toBeGreaterThan(1);
  });
});

test("behind a matter for a counter the way back is to the question before", async () => {
  const { suggestions } = await corpus.answer("渝北区2023年GDP", "怎么办社保卡");
  expect(suggestions).toEqual(["渝北区2023年GDP"]);
});

test("an English answer says what its units are", async () => {
  const { answer } = await corpus.answer("What was Yubei's GDP in 2023?");
  expect(answer).toContain("2442.6亿元[1]");
  expect(answer).toContain("亿元 = hundred million yuan");
});

test("a report is called by its title without the day it was read out", async () => {
  const { answer } = await corpus.answer("渝北还有啥子问题");
  expect(answer).toContain("工作报告》讲到");
  expect(answer).not.toContain("1月26日");
});
