import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askReport } from "./ask-report.ts";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("a term is explained wherever a report does so", () => {
  test("two counts of one term are told by as many sentences of each", async () => {
    const { reason, answer } = await corpus.answer("江北的“三攻坚、两突破”投资专项行动指的是什么？");
    expect(reason).toBe("definition");
    expect(answer).toMatch(/攻坚社会投资.*攻坚土地出让.*攻坚政府投资.*突破招商引资模式.*突破政府投融资模式/s);
  });
  test("by what is made it, though other words of the question stand elsewhere", async () => {
    const { answer } = await corpus.answer("江北新时代说的“一号改革工程”是指什么？");
    expect(answer).toContain("把“打造营商环境最优区”作为“一号改革工程”");
  });
});

describe("the parts of a section", () => {
  test("the year's figures count none", async () => {
    const answer = await askReport(
      [
        "平川县2021年政府工作报告",
        "“十四五”时期，我们将做好三个方面的工作。",
        "2021年，地区生产总值增长8%，规模以上工业增加值增长9%，固定资产投资增长10%，社会消费品零售总额增长7%，一般公共预算收入增长6%。",
      ].join("\n"),
    );
    expect((await answer("平川县“十四五”要做好几个方面的工作")).answer).not.toContain("增加值");
  });
});

describe("of a sentence in parts", () => {
  test("a term put together of counted words is told by what stands behind each", async () => {
    const { answer } = await corpus.answer("江北中段地区“一城两院三校一路”拆开来分别指什么项目？");
    expect(answer).toMatch(/一城：.*两院：.*三校：.*一路：/);
  });
  test("of which kind a thing is stands behind its name", async () => {
    const { answer } = await corpus.answer("渝北说的“人、城、境、业”和谐统一指的是什么城市形态？");
    expect(answer).toContain("公园城市形态");
    expect(answer).not.toContain("没有解释");
  });
});
