import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Ranks, plans and targets are never taken for figures and results. */
let corpus: OpenedCorpus;
const ask = (...turns: readonly string[]) => corpus.answer(...turns);

beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("a rank", () => {
  test("is told from the sentence where the table prints the figure alone", async () => {
    expect((await ask("大渡口社零增速排第几")).answer).toContain("增速居中心城区第二位");
    expect((await ask("渝北机场旅客吞吐量排全国第几")).answer).toContain("居全国第六");
  });
  test("that no report tells is refused, the figure being the nearest thing", async () => {
    const { status, answer } = await ask("渝北税收收入在全市排第几");
    expect(status).toBe("refused");
    expect(answer).toMatch(/^报告没有说明渝北区2023年税收收入的排名。\n\n报告中最接近的是：.*\[1\]/);
  });
  test("is not that of another figure in the same sentence", async () => {
    expect((await ask("大渡口进出口总额排第几")).status).toBe("refused");
    expect((await ask("渝北外贸全市第几")).answer).not.toContain("民呼我为");
  });
});

test("a rank in the city is none in the country", async () => {
  const { status, answer } = await ask("江北2022年地区生产总值在全国排第几？");
  expect(status).toBe("refused");
  expect(answer).toMatch(/^报告没有说明江北区2022年地区生产总值在全国的排名。/);
  expect((await ask("渝北2023年旅客吞吐量在全国排第几")).answer).toContain("居全国第六");
});

describe("a share that no report prints is that of the part in the whole", () => {
  test.each([
    [["渝北2023年税收收入占一般公共预算收入的百分之几"], "48.6 ÷ 62.1 × 100% ≈ 78.3%"],
    [["渝北2023年财政收入多少？", "其中税收收入呢？", "占了百分之多少"], "78.3%"],
    [["江北2022年工业投资占固定资产投资的百分之几"], "70.5 ÷ 317.7 × 100% ≈ 22.2%"],
    [["江北2022年社会投资占固定资产投资多少"], "比例超70%"],
  ])("%j", async (turns, told) => {
    expect((await ask(...turns)).answer).toContain(told);
  });
});

test("the first word of a name (外贸进出口) is not what it is a figure of", async () => {
  expect((await ask("大渡口2022年外贸进出口增速目标")).answer).toContain("目标为5%");
});

describe("a figure set against the whole its region lies in", () => {
  test("is told with the remark or the clause that sets it so, also in a follow-up", async () => {
    expect((await ask("江北2022年一般公共预算收入增速是多少？", "跟全市比呢？")).answer).toContain(
      "降幅低于全市",
    );
    expect((await ask("江北2022年居民收入增速", "跟中心城区其他区比呢")).answer).toContain("中心城区第2位");
    expect((await ask("大渡口2022年居民收入跟全市平均比高不高")).answer).toContain("高于全市平均水平");
    expect((await ask("江北2022年城镇调查失业率比全市高还是低")).answer).toContain("低于全市平均水平");
    expect((await ask("大渡口2022年GDP增速多少", "在全市算啥水平")).answer).toContain("并列第一");
  });
  test("is refused where no report does so, or only of another whole", async () => {
    const { status, answer } = await ask("渝北2023年GDP增速", "比全国平均高吗");
    expect(status).toBe("refused");
    expect(answer).toMatch(/^报告没有把渝北区2023年地区生产总值增速与更大范围相比。/);
    expect((await ask("渝北2023年社零比全市高多少")).status).toBe("refused");
  });
  test("leaves the city a place to ask about", async () => {
    expect((await ask("2023年全市GDP增速目标是多少")).answer).toContain("重庆市2023年");
  });
});

describe("what is only planned", () => {
  test("has no actual figure beside it, which is said", async () => {
    expect((await ask("江北区2021年社零总额")).answer).toContain(
      "的目标为720亿元[1]（报告中没有实际完成数）",
    );
    expect((await ask("江北区2021年社零总额目标")).answer).not.toContain("没有实际完成数");
  });
});

test("beyond its target is more than met", async () => {
  const { answer } = await ask("江北区2022年哪些指标超额完成了");
  expect(answer).toContain("超过目标的指标如下");
  expect(answer).not.toContain("目标3.3%，实际3.3%");
});

describe("items of a table", () => {
  test("are counted where no sentence tells how many", async () => {
    const { answer } = await ask("江北2023年民生实事有几件");
    expect(answer).toContain("逐行数共20项（项目名称、年度投资计划(万元)）");
    expect(answer).not.toContain("合计");
  });
  test("of another year are told by the sentence of that year", async () => {
    expect((await ask("江北2022年民生实事有几件")).answer).toContain("10件区级重点民生实事目标任务全面完成");
    expect((await ask("江北2024年民生实事有几件")).answer).toContain("今年10件区级重点民生实事");
  });
});

describe("a reason", () => {
  test("that no report gives is refused as such", async () => {
    const { status, answer } = await ask("江北2023年GDP目标是多少", "为什么定这个数");
    expect(status).toBe("refused");
    expect(answer).toMatch(/^报告中没有说明江北区2023年地区生产总值的原因/);
  });
  test("asked for is left again by asking for the figure", async () => {
    const { answer } = await ask("江北2023年GDP目标是多少", "为什么定这个数", "实际呢");
    expect(answer).toContain("1744亿元");
  });
});

test("digits in the name of what is asked are no figure of it", async () => {
  expect((await ask("大渡口2022年PM2.5多少")).status).toBe("refused");
});
