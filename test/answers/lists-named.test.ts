import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Lists asked for by their name alone, or by how many there are. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test("the indicators not met are listed without a word of asking, with the report's own words", async () => {
  const { reason, answer, citations } = await corpus.answer("大渡口2022年未完成的9项指标");
  expect(reason).toBe("list");
  expect(answer).toContain("居民人均可支配收入增速：目标7%，实际4.2%[9]");
  expect(answer).toContain("未完成指标共有9项，其中预期性指标8项。[10]");
  expect(citations).toHaveLength(10);
});

test("and of several classes named the line of each", async () => {
  const { answer } = await corpus.answer("江北2023年金融领域、数字经济领域和民营经济领域分别要抓什么改革");
  expect(answer).toMatch(/^- 金融领域：.*\n- 数字经济领域：.*\n- 民营经济领域：[^\n]*$/m);
  expect(answer).not.toContain("投融资领域");
});

test.each([
  ["江北2023年20件民生实事里，投资超过8000万元的有哪几件？", ["8389", "9800"], 2],
  ["江北2023年民生实事里投资不到300万的有哪些", ["250", "200", "220"], 3],
])("only the rows that keep the bound asked for: %s", async (asked, told, count) => {
  const { answer } = await corpus.answer(asked);
  for (const figure of told) expect(answer).toContain(`：${figure}[`);
  expect(answer.match(/^- /gm)).toHaveLength(count);
});

test("what each of several is, is no comparing of them", async () => {
  const { answer } = await corpus.answer("江北2023年的“三个两眼”里，向上、向外、向下分别要干什么？");
  expect(answer).toMatch(/争取支持.*吸引投资.*做好服务/s);
});
