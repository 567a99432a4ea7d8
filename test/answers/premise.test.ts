import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("what a question takes for granted is set right where the report prints the contrary", () => {
  test.each([
    ["大渡口2022年固定资产投资下降了百分之几", ["1.6%", "不是下降"]],
    ["江北2022年社零少了多少", ["800亿元", "增长4%", "不是下降"]],
    ["大渡口2022年服务业涨了多少", ["-2.7%", "不是增长"]],
    ["渝北2023年外贸下滑了多少", ["1666.5亿元", "没有查到其增减"]],
  ])("%s", async (asked, told) => {
    const { answer } = await corpus.answer(asked);
    for (const words of told) expect(answer).toContain(words);
  });
  test.each([
    "渝北2023年生产安全事故死亡人数下降了多少",
    "大渡口2022年GDP涨了多少",
    "渝北2023年招商协议引资多少",
  ])("nothing to set right: %s", async (asked) =>
    expect((await corpus.answer(asked)).answer).not.toMatch(/不是(?:增长|下降)|增减/),
  );
});

test("what a report prints word for word is no other indicator misheard", async () => {
  const { answer } = await corpus.answer("大渡口2022年协作引资多少");
  expect(answer).toContain("协作引资3.06亿元");
});

test("near to the figure of a place inside some region is no region's", async () => {
  const { status, answer } = await corpus.answer("江北嘴的GDP是多少");
  expect([status, answer.includes("增速")]).toEqual(["refused", false]);
});

describe("spoken words for what reports count", () => {
  test.each([
    ["在大渡口，2022年摊到每个人头上有好多平米的公园绿地嘛", "24.85平方米"],
    ["江北2022年给娃儿们新添了多少个读书名额？", "11730个"],
    ["大渡口2022年外国老板实打实投进来的钱，合多少美元？", "5100万美元"],
    ["大渡口人2022年一年到头平均落到手里头有几万块", "4.82万元"],
    ["2022年大渡口盖房子那摊投资是涨了还是垮了，幅度多大？", "5.4%"],
    ["江北2022年平均一千个人里头有几个奶娃儿托育的位子", "2.38个"],
    ["江北2022年有多少丢了工作的城里人又重新上班了", "11914人"],
    ["江北区2020年财政荷包进了多少亿（一般公共预算那个口径）", "67.24亿元"],
    ["江 北 区 2 0 2 2 年 规 上 工 业 增 加 值 增 速", "19.5%"],
    ["大渡口2022年新开的马路有多长", "21.3公里"],
  ])("%s", async (asked, told) => expect((await corpus.answer(asked)).answer).toContain(told));
  test("per thousand is not all of them", async () => {
    expect((await corpus.answer("渝北2023年每千人里有几个娃娃托位")).status).toBe("refused");
  });
});
