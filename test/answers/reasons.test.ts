import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("why a target is set as it is: each of the considerations counted out", () => {
  test.each([
    [
      "江北把2021年GDP增速目标定在7%左右，理由有哪些？",
      ["充分就业", "外部环境", "新动能", "三次产业", "需求支撑"],
    ],
  ])("%s", async (asked, told) => {
    const { reason, answer } = await corpus.answer(asked);
    expect(reason).toBe("reason");
    for (const words of told) expect(answer).toContain(words);
  });
});

describe("a reason is asked for in many words", () => {
  test.each([
    ["渝北自己承认2023年GDP增速没达预期，说的是什么缘故？", "有效需求不足"],
    ["大渡口2022年外贸只涨了2.9%，没到5%的目标，报告把原因归到哪几点？", "境外设厂"],
    ["2022年大渡口服务业咋个还倒退了2.7%喃？", "房地产业、金融业"],
  ])("%s", async (asked, told) => {
    const { reason, answer } = await corpus.answer(asked);
    expect(reason).toBe("reason");
    expect(answer).toContain(told);
  });
});

test("what is wondered at is the figure told before", async () => {
  const { reason, answer } = await corpus.answer(
    "大渡口2022年服务业增加值增速是多少？",
    "咋个还是负的呢，报告里是怎么解释的？",
  );
  expect(reason).toBe("reason");
  expect(answer).toContain("房地产业、金融业");
});

describe("a kind that is set aside is not told for the other", () => {
  test("大渡口2023年: only the target is held", async () => {
    const { status, reason } = await corpus.answer(
      "大渡口2023年规上工业增加值实际涨了百分之几？不要目标，要完成数",
    );
    expect([status, reason]).toEqual(["refused", "only_target"]);
  });
  test("what fell is told by the indicator of that fall", async () => {
    const { answer } = await corpus.answer("江北2022年年初计划单位GDP能耗要降百分之几？不要实际值");
    expect(answer).toContain("目标为3.15%");
    expect(answer).not.toContain("3.17");
  });
});
