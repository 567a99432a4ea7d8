import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askReport } from "./ask-report.ts";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** What stands near the words of a question and is no answer to it. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("what was achieved", () => {
  test.each(["渝北教育有哪些成绩", "渝北科技创新有什么进展"])(
    "is told by no sentence on problems and by no plan: %s",
    async (asked) => {
      const { answer } = await corpus.answer(asked);
      expect(answer).not.toMatch(/困难和问题|以上出自报告的工作安排/);
    },
  );
});

test("the words of a longer name are not put in official words", async () => {
  const { answer } = await corpus.answer("渝北区中医院2023年评上了什么等级？");
  expect(answer).toContain("区中医院成功创建国家三级中医院");
});

test("rows of a table are no list of what its title alone names", async () => {
  const { answer } = await corpus.answer("大渡口的民营企业培育计划分哪几个计划？");
  expect(answer).toContain("“育种”“扶苗”“强树”计划");
});

test.each(["重庆小面店开了多少家", "渝北开了多少家咖啡店"])(
  "shops of one kind are not those of every kind: %s",
  async (asked) => expect((await corpus.answer(asked)).status).toBe("refused"),
);

test("a second region answers with as many of the question's rarest words", async () => {
  const { answer } = await corpus.answer("停车的地方多了百分之几");
  expect(answer).toContain("14.28%");
  expect(answer).not.toContain("江北区");
});

test("每类多少个 names nothing that reports would have to hold", async () => {
  const { answer } = await corpus.answer("大渡口2023年建设项目按行业分有哪几类，每类各多少个？");
  expect(answer).toMatch(/产业项目有46个.*基础设施项目有127个.*社会事业项目有58个.*土地开发项目有36个/s);
});

describe("what is said of a thing and is no figure of it", () => {
  test("a figure's reason is not told by words on something else", async () => {
    expect((await corpus.answer("渝北财政收入为什么紧张")).status).toBe("refused");
  });
});

test("家禽 is no measure word and a thing", async () => {
  const { answer } = await corpus.answer("江北2020年检疫调运了好多猪牛、好多家禽？");
  expect(answer).toMatch(/猪牛25\.4万头.*家禽169\.8万只/);
});

test("the reason of one indicator ends where another list begins", async () => {
  const { answer } = await corpus.answer("大渡口2022年居民收入增速为啥没达到年初的目标？");
  expect(answer).toContain("市场主体效益下滑");
  expect(answer).not.toContain("空气质量");
});

test("two figures each asked for with 多少 are not compared", async () => {
  const { answer } = await corpus.answer("渝北2023年完成征地多少亩、供地多少亩？");
  expect(answer).toMatch(/征地5546亩、供地1\.3万亩/);
  expect(answer).not.toContain("相差");
});

test("over the last years looks back, and no plan tells it", async () => {
  const answer = await askReport(
    [
      "平川县2022年政府工作报告",
      "一、过去五年工作回顾",
      "五年来，新增城镇就业3万余人，城镇登记失业率始终控制在3.5%以内。",
      "二、2022年重点工作",
      "确保新增城镇就业4400人，城镇登记失业率控制在4%以内。",
    ].join("\n"),
  );
  expect((await answer("平川县五年来城镇登记失业率控制在多少以内？")).answer).toContain("3.5%");
});

test("the course of an indicator is told by no sentence on another", async () => {
  const { status, answer } = await corpus.answer("渝北区2021到2023年常住人口一年一年是涨是跌？");
  expect(status).toBe("refused");
  expect(answer).toContain("没有渝北区2021—2023年的常住人口");
});
