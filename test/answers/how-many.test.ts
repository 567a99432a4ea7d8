import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("how many of a thing there are is told by nothing else", () => {
  test.each([
    ["those that were new", "渝北2023年公办幼儿园一共有多少所？"],
    ["those that were new, from the table", "渝北2023年充电桩一共有多少个"],
    ["one kind of them", "江北2022年公园有多少个"],
    ["those that were renewed", "江北2022年小区有多少个"],
    ["another thing of the same end", "大渡口养老院有多少家"],
    ["a wider thing", "江北2022年有多少家银行"],
    ["things of nobody's", "江北观音桥商圈有多少家店"],
  ])("not by %s: %s", async (_why, asked) => {
    expect((await corpus.answer(asked)).status).toBe("refused");
  });
  test.each([
    ["渝北市级名校有多少所", "14所"],
    ["仙桃数据谷有多少家科技型企业", "241家"],
    ["江北2023年基层网格有多少个", "1379个"],
    ["江北金融案件有多少件", "1.8万件"],
    ["大渡口2022年招聘会有几场", "26场"],
  ])("%s", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
  test("the sentence that counts it, and not the one beside it", async () => {
    const { answer } = await corpus.answer("大渡口大健康企业有多少家");
    expect(answer).toContain("175家");
    expect(answer).not.toContain("220家");
  });
});

test.each([
  ["渝北2023年轨道交通日均客流多少？"],
  ["渝北2023年轨道交通客流多少"],
  ["渝北2023年轨道交通站点多少个"],
])("another measure of a thing is not told by the one held: %s", async (asked) => {
  expect((await corpus.answer(asked)).status).toBe("refused");
});

describe("a figure of another kind, another thing or another time is not told", () => {
  test.each([
    ["one in so many", "全市每3辆新能源车，有几辆是渝北造的？"],
    ["a number, where a share is asked", "大渡口2022年出安全事故没了命的人少了几成？"],
    ["what all earn, where it is farmers", "大渡口2022年农村居民人均可支配收入是多少"],
    ["all there are, where the new ones are asked", "江北2022年新冒出来多少家开店办厂的？"],
    ["things counted alike", "大渡口2022年归集了多少条区级数据？"],
    ["kilometres of something else", "渝北2023年实施了多少公里四好农村路？"],
    ["the same words of falling year by year", "大渡口2022年八类暴力案件发案率连续几年下降？"],
    ["money, where people are counted", "渝北2023年软件产业从业人员有多少人？"],
    ["all, where some of them are asked", "江北2022年500家金融机构里外资银行有几家？"],
  ])("%s: %s", async (_why, asked) => {
    expect((await corpus.answer(asked)).status).toBe("refused");
  });
  test("what is pointed at in a first turn is asked for", async () => {
    expect((await corpus.answer("上面说的那条线啥时候开通？")).status).toBe("clarify");
  });
});

describe("a whole and its parts", () => {
  test("the parts, each by its name, where the whole is not printed", async () => {
    const { answer } = await corpus.answer("渝北2023年老百姓收入多少");
    expect(answer).toContain("城镇居民人均可支配收入为53685元");
    expect(answer).toContain("农村居民人均可支配收入为26515元");
  });
  test.each(["渝北2023年全体居民收入", "渝北2023年全体居民人均可支配收入增长多少"])(
    "%s: neither is the whole",
    async (asked) => {
      expect((await corpus.answer(asked)).status).toBe("refused");
    },
  );
  test.each(["江北公务员2022年工资涨了多少", "江北2022年医生收入多少", "渝北2023年教师平均工资多少"])(
    "%s: what all earn is not what some do",
    async (asked) => {
      expect((await corpus.answer(asked)).status).toBe("refused");
    },
  );
});
