import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Citizens' own words for what a report calls otherwise, and words typed as they sound. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("citizens' words are looked up under the reports'", () => {
  test.each([
    ["江北2023年准备帮好多个残疾娃儿，掏好多钱", "389万元"],
    ["2020年涨大水那回，江北砸了好多钱、喊了好多人去救灾", "6811万元"],
    ["渝北2023年给穷人发了好多救助金哦", "1.2亿元"],
    ["大渡口2022年请了好多高端人才来", "90名"],
    ["大渡口的图书馆分馆2022年新修了几个", "文图分馆7个"],
    ["渝北2023年换了多少公里水管", "227公里"],
  ])("%s", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
  test.each([["大渡口2022年查了几个黑恶案子"], ["渝北区2021到2023年常住人口一年一年是涨是跌？给个序列"]])(
    "what no report holds stays unanswered: %s",
    async (asked) => {
      expect((await corpus.answer(asked)).status).toBe("refused");
    },
  );
});

describe("words typed as they sound among written ones are read", () => {
  test.each([
    ["大渡口2022年laojiu小区 qidong 改造了几个", "启动7个"],
    ["yubei 2023年建成laodongzhe港湾多少个", "港湾50个"],
    ["江北2022年 gongce 新改建多少座", "公厕10座"],
  ])("%s", async (asked, told) => {
    expect((await corpus.answer(asked)).answer).toContain(told);
  });
});

describe("a clause that asks for another figure of the same sentence", () => {
  test.each([["渝北那些烂尾楼后来交房了没得，2023年交了好多套，交付率好高？", "交付率85.3%"]])(
    "is answered behind the figure looked up: %s",
    async (asked, told) => {
      expect((await corpus.answer(asked)).answer).toContain(told);
    },
  );
});
