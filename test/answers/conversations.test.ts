import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Turns that leave out what was said before, over the shipped reports. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

const told = async (...turns: readonly string[]) => (await corpus.answer(...turns)).answer;

test("that one, called by its name, points back at nothing", async () => {
  expect(await told("那个“渝馨家园”建得怎么样了")).toContain("“渝馨家园”建设实现镇街全覆盖");
  expect((await corpus.answer("那家公司叫什么")).status).toBe("clarify");
});

describe("a turn that names no thing is about the one talked of", () => {
  test.each([
    [["渝北2023年改造提升车行道多少平方米？", "2024年计划改造多少？"], "3万平方米"],
    [["江北2023年民生实事里有个从业人员免费体检，要检多少人？", "这一项安排了好多钱？"], "220万元"],
    [["渝北2023年招商协议引资多少？", "到位的呢？"], "到位资金为317亿元"],
    [["大渡口2024年打算新建几家绿色工厂？", "哎呀搞混了，我是说渝北"], "绿色工厂2家"],
    [["渝北2024年5G基站新建目标？", "反过来问，2023年实际新建成多少个"], "871个"],
    [["渝北2023年进出口总额多少？", "2024年目标是多少？", "是不是比2023年还低？"], "1666.5 − 1660 = 6.5"],
    [["渝北2023年新增城市绿地多少", "2024年打算新增多少", "是不是比去年少了"], "150 − 80 = 70"],
    [["大渡口2022年城镇新增就业多少人", "2023年目标多少", "那不是比2022年少很多？"], "减少27889人"],
    [["江北2022年城镇新增就业多少", "2023年目标呢", "怎么比2022年还少？"], "减少2万人"],
    [["渝北2023年城镇新增就业多少", "比上年多吗"], "没有查到渝北区2022年"],
    [["江北2022年工业投资完成了多少？", "比上年增长多少？"], "25%"],
    [["大渡口2022年GDP增速", "比目标低吗"], "没有达到目标"],
    [["大渡口2022年城镇新增就业", "和目标比呢"], "达到了目标"],
    [["2022年江北新增了多少个学位？", "渝北2023年又加了多少", "它2024年打算再增多少个"], "5000个以上"],
    [["江北2023年20件民生实事一共安排多少万元", "里头花钱最多的是哪件，多少？"], "9800万元"],
    [["江北2023年推动老旧小区加装电梯那项花多少钱"], "750万元"],
    [["渝北报告里2023年机场旅客有多少人次", "在全国能排到第几？"], "居全国第六"],
    [["大渡口2022年服务业增加值增速是多少？", "咋个还是负的呢，报告里是怎么解释的？"], "房地产业、金融业"],
    [
      ["大渡口2022年人均公园绿地有几个平方？", "这个数达标了没，目标线是多少", "2023年又定成多少"],
      "≥25平方米",
    ],
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

test("the target of one year beside the result of another lacks nothing", async () => {
  const turns = ["渝北2024年要建的数字化车间智能工厂有几个？", "2023年建了几个？", "差几个"];
  const answer = await told(...turns);
  expect(answer).toContain("24 − 10 = 14");
  expect(answer).not.toContain("没有查到");
  expect(answer.match(/24个/g)?.length).toBe(2);
});

test("a term asked after another is explained alone", async () => {
  const answer = await told("“老马工作法”的核心价值是什么？", "那“双减”是什么意思");
  expect(answer).toMatch(/^双减/);
});

test("what is added up is told with what it is of", async () => {
  const turns = ["大渡口五大百亿级产业里，新材料2022年营收多少？", "生态环保呢？", "这两个合起来多少亿"];
  expect(await told(...turns)).toContain("生态环保营收：全年实现营业收入76.2亿元");
});

describe("figures of several turns", () => {
  test.each([
    [
      ["以小面为主的快消品产业，大渡口2022年营收多少？", "2023年要冲到多少", "中间差多少亿？"],
      ["50 − 24.4 = 25.6"],
    ],
    [["渝北2023年高标准农田建了多少万亩？", "2024年呢", "少了多少"], ["2 − 1.2 = 0.8"]],
    [["江北2022年完善提升了多少公里人行道？", "大渡口同一年呢", "差几公里？"], ["152 − 95 = 57"]],
    [
      ["江北2023民生实事里，装修改造幼儿园安排了多少万？", "加装电梯那项呢", "两项合计多少"],
      ["2000 + 750 = 2750", "[1][2]"],
    ],
    [["渝北2023年改造提升车行道多少", "人行道呢", "两样一共多少"], ["17 + 23.3 = 40.3"]],
    [["渝北2023年添了多少城市绿地？", "2024年呢，定的多少", "两年差多大面积"], ["150 − 80 = 70"]],
    [["江北2022年进出口总额超目标了吗？", "超了多少？"], ["955.3 − 360 = 595.3"]],
    [
      ["渝北2023年城镇居民人均可支配收入多少元？", "农村的呢？", "各增长多少？"],
      ["4.5%", "6.4%"],
    ],
    [["江北2021年森林覆盖率预期目标多少？", "2020年实际是多少？", "要提高几个点"], ["27 − 26.5 = 0.5"]],
    [
      ["渝北2023年国家高新技术企业总量有多少家？", "科技型企业呢？", "后面这个比前面那个多几家？"],
      ["2782 − 506 = 2276"],
    ],
    [
      ["江北2022年居民收入实际增长几个点？", "大渡口呢？", "大渡口这个数跟它自己当年定的目标差几个百分点？"],
      ["7 − 4.2 = 2.8"],
    ],
  ])("%j", async (turns, figures) => {
    const answer = await told(...turns);
    for (const figure of figures) expect(answer).toContain(figure);
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
  test("so many of them, and the next ones", async () => {
    const turns = ["江北2023年20项重点民生实事，先给我念前5项", "继续，第6到第10项"];
    expect((await told(turns[0] ?? "")).split("\n")).toHaveLength(5);
    const next = await told(...turns);
    expect(next).toMatch(/^- 新建500个小微停车位[\s\S]*更新改造4个老旧小区/);
    expect(next).not.toContain("人行过街设施");
    expect(await told("大渡口2023年重点工作有哪些？", "最后两条呢")).toMatch(/^- （五）/);
  });
  test("a list asked for and not told is not the one before it", async () => {
    const answer = await told("江北“六个统筹”是为了什么？", "“三个两眼”第一个讲的啥？");
    expect(answer).toContain("“两眼向上”");
  });
});

describe("what the table lacks, a sentence may tell", () => {
  test.each([
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
  test("no difference where it is not sure which figures are meant", async () => {
    expect(await told("2022年江北和大渡口培训的人次差多少")).not.toContain("相差");
  });
});

describe("two things, or two years, set against each other", () => {
  test.each([
    ["大渡口2022年大数据智能化和大健康生物医药两个产业，哪个引进的项目多？", "23 − 15 = 8"],
    ["江北2021年和2023年安排的重点项目，哪一年的年度投资计划额更大，大多少亿？", "292.2 − 266.6 = 25.6"],
    ["江北2022年网络销售额和2020年网络零售额比，多了多少亿？", "737 − 185 = 552"],
    ["大渡口大健康生物医药2023年想达到的营收，比它2022年实际做到的高还是低？", "137.6 − 100 = 37.6"],
    ["渝北改造提升车行道的面积，2023年做了多少，2024年安排多少，是增加了还是减少了？", "17 − 3 = 14"],
    ["大渡口生态环保产业2023年营收目标比2022年实际多多少", "80 − 76.2 = 3.8"],
  ])("%s", async (asked, expression) => {
    expect(await told(asked)).toContain(expression);
  });
  test("how many and how much are both asked of things counted", async () => {
    const answer = await told("江北区级重点项目：2020年和2022年分别有多少个、完成投资多少亿？");
    for (const figure of ["310个", "245个", "270亿元", "231亿元"]) expect(answer).toContain(figure);
  });
});

test.each([
  ["大渡口2022年战略性新兴制造业产值在规上工业里占多大比重", "65.8%"],
  ["大渡口2022年民生支出在一般公共预算支出中占百分之几", "80%以上"],
])("%s is asked for by its share", async (asked, figure) => {
  expect(await told(asked)).toContain(figure);
});
