import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Questions about several years over the shipped reports, of which the table of indicators knows only some. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test.each([
  ["江北经常性参加体育锻炼的人口比例，2020年达到多少，2021年要保持多少以上？", ["46.27%", "40%以上"]],
  ["渝北高标准农田，2023年建了多少亩、2024年要新建和改造多少亩？", ["2万亩", "1.2万亩"]],
  ["渝北2023年高标准农田建了多少亩，2024年打算建多少？", ["2万亩", "1.2万亩"]],
  ["江北2022年到2023年新增小微停车位的数量是增加还是减少？", ["1003个", "新建500个小微停车位"]],
  ["江北2022年和2023年新增小微停车位各多少个？", ["1003个", "新建500个小微停车位"]],
  ["江北2022年和2023年的公厕各新改建多少座", ["新改建公厕10座", "公厕20座"]],
])("%s: a year left out is asked by itself", async (asked, figures) => {
  const response = await corpus.answer(asked);
  for (const figure of figures) expect(response.answer).toContain(figure);
  const markers = new Set([...response.answer.matchAll(/\[(\d+)\]/g)].map(([, marker]) => Number(marker)));
  expect([...markers]).toEqual(response.citations.map(({ marker }) => marker));
});

test("a number without a unit in a row is not set against what is counted", async () => {
  const { answer } = await corpus.answer("江北2022年到2023年新增小微停车位的数量是增加还是减少？");
  expect(answer).not.toContain("相差");
});

test("a year that no report tells of stays told as missing", async () => {
  const { answer } = await corpus.answer("渝北2023年新建山城步道多少公里，2024年呢？");
  expect(answer).toContain("11公里");
  expect(answer).toMatch(/没有查到.*2024年/);
});

test.each([
  [
    "渝北农村集体经济经营性收入，2023年实现数和2024年目标，涨了多少亿？",
    "2024年目标（4.6亿元）高于2023年实际（4.3亿元），相差0.3亿元",
  ],
  ["大渡口职业技能培训的人数，2022年实际到2023年计划是增是减，差多少人？", "3203 − 2600 = 603"],
  ["大渡口农村公路2022年新改建多少公里，2023年计划多少公里，差多少？", "10.5 − 10 = 0.5"],
])("what follows from the sentences on two years: %s", async (asked, told) => {
  expect((await corpus.answer(asked)).answer).toContain(told);
});
