import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("two questions in one turn are each answered", () => {
  test.each([
    [
      "渝北2023年全市头一个给中途失明残疾人用的那个基地叫什么？另外当年改造了多少户农村危房？",
      ["康复训练基地", "1273户"],
    ],
    [
      "In Yubei, what was the 2023 output value of the agricultural product processing industry, and how many new household elderly-care beds are planned for 2024?",
      ["110亿元", "500张"],
    ],
    ["渝北2023年保交楼交付了多少套，交付率是多少？", ["9433套", "85.3%"]],
    ["2022年江北工业投资完成额？增长率？", ["70.5亿元", "25%"]],
  ])("%s", async (asked, told) => {
    const { status, answer, citations } = await corpus.answer(asked);
    expect(status).toBe("answered");
    for (const words of told) {
      expect(answer).toContain(words);
      expect(citations.some(({ quote }) => quote.includes(/[\d.]+/.exec(words)?.[0] ?? words))).toBe(true);
    }
  });
});

describe("what is measured is compared, whatever else is counted beside it", () => {
  test.each([
    "大渡口2022年大数据智能化和生态环保这俩产业，哪个营收多，多几个亿",
    "大渡口2022年哪个营收更多，大数据智能化还是生态环保",
  ])("%s", async (asked) => {
    const { answer } = await corpus.answer(asked);
    expect(answer).toContain("123.6 − 76.2 = 47.4");
    expect(answer).not.toContain("家");
  });
  test("in a conversation", async () => {
    const { answer } = await corpus.answer(
      "大渡口大健康生物医药产业2022年营收是多少？",
      "大数据智能化产业呢？",
      "两个差多少亿？",
    );
    expect(answer).toContain("137.6 − 123.6 = 14");
  });
  test("in English", async () => {
    const { answer } = await corpus.answer(
      "How many invention patents per 10,000 people did Jiangbei hold in 2020?",
      "And Dadukou in 2022?",
      "So which figure is higher, and by how much?",
    );
    expect(answer).toContain("26.2 − 22.58 = 3.62");
  });
});

describe("a target is no result", () => {
  test("not in a conversation either", async () => {
    const { status, reason } = await corpus.answer(
      "渝北2024年GDP增速目标是多少？",
      "最后年底实际完成了多少？",
    );
    expect([status, reason]).toEqual(["refused", "only_target"]);
  });
  test("beside a result it is called one", async () => {
    const { answer } = await corpus.answer(
      "大渡口大健康生物医药2023年想达到的营收，比它2022年实际做到的高还是低？",
    );
    expect(answer).toContain("2023年目标（100亿元）低于2022年实际（137.6亿元）");
  });
});

describe("citizens' words", () => {
  test.each([
    ["北滨路东延伸段干嘛要切成7个标段同时开工", "确保工程质量与进度"],
    ["江北2022年新修、翻修了几个公共茅厕？", "公厕10座"],
    ["渝北那些脱了贫的人家，2023年一个人平均挣得到好多纯收入", "20152元"],
    ["2020年江北服务业增加值最终增长了百分之几？", "4%"],
    ["IPO这三个字母在江北报告的名词解释里咋个讲的", "首次公开募股"],
  ])("%s", async (asked, told) => expect((await corpus.answer(asked)).answer).toContain(told));
});

test.each([
  ["江北2022年社会投资和政府投资分别完成多少亿，社会投资多多少？", ["87亿元", "230亿元", "相差143亿元"]],
  ["渝北城里人和农村人2023年人均可支配收入差多少元？", ["53685元", "26515元", "27170元"]],
  ["渝北和江北2023年新冒出来的市场主体，哪个区多，多几千户", ["3.9万户", "3.1万户", "0.8万户"]],
])("both figures, and what follows from them: %s", async (asked, told) => {
  const { answer } = await corpus.answer(asked);
  for (const words of told) expect(answer).toContain(words);
});
