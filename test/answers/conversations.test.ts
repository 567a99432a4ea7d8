import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Turns that leave out what was said before, over the shipped reports. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

const told = async (...turns: readonly string[]) => (await corpus.answer(...turns)).answer;

describe("a turn that names no thing is about the one talked of", () => {
  test.each([
    [["渝北2023年改造提升车行道多少平方米？", "2024年计划改造多少？"], "3万平方米"],
    [["江北2023年民生实事里有个从业人员免费体检，要检多少人？", "这一项安排了好多钱？"], "220万元"],
    [["渝北2023年招商协议引资多少？", "到位的呢？"], "到位资金为317亿元"],
    [["大渡口2024年打算新建几家绿色工厂？", "哎呀搞混了，我是说渝北"], "绿色工厂2家"],
  ])("%j", async (turns, words) => {
    expect(await told(...turns)).toContain(words);
  });
});

describe("how many there are is asked after how many came new", () => {
  test.each([
    [["渝北2023年新认定市级以上研发平台多少家？", "累计达到多少家？"], "研发平台数为408家"],
    [["渝北2023年新增市场主体多少户？", "总量呢"], "19万户"],
    [["大渡口2022年认定国家高新技术企业多少家", "累计呢"], "累计达135家"],
    [["大渡口2022年新培育多少家科技型企业？"], "新培育科技型企业为84家"],
    [["大渡口2022年新培育多少家科技型企业？", "累计有多少家"], "科技型企业数为450家"],
  ])("%j", async (turns, words) => {
    expect(await told(...turns)).toContain(words);
  });
  test("and not told by those that came new", async () => {
    expect(await told("渝北2023年新引进首店多少家", "累计多少")).not.toContain("36家[1]。\n");
  });
});

describe("the items of a list, one by one", () => {
  const FIRST = ["大渡口2023年重点工作第一大条讲的什么？"];
  test("an item asked for at once; a heading with the parts under it", async () => {
    const answer = await told(...FIRST);
    expect(answer).toContain("（一）深入实施扩大内需战略");
    expect(answer).toContain("全力激发居民消费潜力");
  });
  test("后面几条 are those behind it", async () => {
    const answer = await told(...FIRST, "还有呢？后面几条也说说");
    expect(answer).not.toContain("（一）");
    expect(answer).toMatch(/（二）[\s\S]*（三）[\s\S]*（六）切实满足美好生活需要/);
  });
  test("头一条 behind a comma; a heading without parts with its first sentence", async () => {
    const turns = ["渝北2024年报告里讲政府自身建设，头一条是啥？"];
    expect(await told(...turns)).toMatch(/（一）坚定信念铸就绝对忠诚[\s\S]*把党的政治建设作为根本性建设/);
    expect(await told(...turns, "还有呢？")).toMatch(/（二）坚行法治[\s\S]*（四）坚守初心/);
  });
  test("the parts of a term, parted by semicolons", async () => {
    expect(await told("江北“三个两眼”是什么？", "第三个讲的啥")).toMatch(/^“两眼向下”/);
  });
  test("a list asked for and not told is not the one before it", async () => {
    const answer = await told("江北“六个统筹”是为了什么？", "“三个两眼”第一个讲的啥？");
    expect(answer).toContain("“两眼向上”");
  });
});

describe("what the table lacks, a sentence may tell", () => {
  test.each([
    [["江北2020年轨道通车里程和污水集中处理率"], ["95%", "20公里"]],
    [
      ["渝北2023年新建成多少个5G基站？", "公共充电桩呢？", "2024年这两样各打算新建多少？"],
      ["500个", "1000个以上"],
    ],
    [["渝北和大渡口新建雨污管网哪个长，长多少公里"], ["97公里", "38公里"]],
  ])("%j", async (turns, figures) => {
    const answer = await told(...turns);
    for (const figure of figures) expect(answer).toContain(figure);
    expect(answer).not.toContain("没有查到");
  });
  test("of two regions, with the difference", async () => {
    const answer = await told("2024年要新培育的国家级高新技术企业，渝北比江北多多少家？");
    expect(answer).toContain("相差120家（160 − 40 = 120）[1][2]");
  });
  test("no difference where it is not sure which figures are meant", async () => {
    expect(await told("2022年江北和大渡口培训的人次差多少")).not.toContain("相差");
  });
});

test.each([
  ["大渡口2022年战略性新兴制造业产值在规上工业里占多大比重", "65.8%"],
  ["大渡口2022年民生支出在一般公共预算支出中占百分之几", "80%以上"],
])("%s is asked for by its share", async (asked, figure) => {
  expect(await told(asked)).toContain(figure);
});
