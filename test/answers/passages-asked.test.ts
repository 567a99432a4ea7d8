import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("a figure beside the right name is not the figure asked for", () => {
  test.each([
    ["another unit", "轨道18号线总投资多少亿？"],
    ["an area of which none is printed", "仙桃数据谷占地多大？"],
    ["what is counted is something else", "西部金融法律服务中心有多少名律师？"],
    ["another attribute", "塔坪小区现在的物业费多少钱一平？"],
    ["the region's own figure", "西南国际汽贸城总投资多少？"],
    ["an attribute that is not told, asked without a word of asking", "长安汽车2023年销量"],
    ["people who are not the region's", "渝北一共多少人口"],
    ["the region's own figure, by a near name", "长安新工厂占地多少亩？"],
    ["the figure of a sentence that does not name it", "观音桥商圈2022年销售额是多少亿元？"],
    ["the number a list entry opens with", "大渡口2022年程序员收入多少"],
    ["the region's own figure, of a place in it", "渝北悦来的GDP是多少"],
    ["the regions' own figures, of a place named after one", "江北嘴的GDP"],
    ["the same, said without 的", "大渡口钓鱼嘴固定资产投资多少"],
    ["what the whole region did, in a sentence that begins with the place", "江北观音桥的社零是多少"],
    ["what is told in words alone, beside another's figure", "渝北2023年固定资产投资总额具体是多少亿元？"],
    ["square metres of parks, where parks are counted", "大渡口公园有多少个"],
    ["a floor, where the region is asked for", "渝北区面积多大"],
    ["the income of others, where revenue is asked for", "大渡口区2022年一般公共预算收入总共多少亿元？"],
    ["another figure of the place", "渝北仙桃数据谷的GDP是多少"],
  ])("%s: %s", async (_why, asked) => {
    expect((await corpus.answer(asked)).status).toBe("refused");
  });
  test.each([
    ["2020年江北毁了多少条渔船？", "210"],
    ["江北党建引领融资助企试点授信多少亿", "172亿元"],
    ["江北2022年每一千个人里头能摊到几个带奶娃儿的位子", "2.38个"],
    ["大渡口2022年规上服务业企业实现营业收入多少亿元，增幅多少？", "55.2亿元"],
    ["大渡口2022年吃低保的，政府一共发下去好多钱？", "1707.78万元"],
    ["How many listed companies were there in Jiangbei District in 2020?", "上市企业12家"],
    ["塔坪小区商铺一个月租金涨到好多了嘛？", "6000元"],
    ["大渡口工业博物馆评上几A级了", "AAAA"],
    ["江北2020年给酉阳帮扶了多少钱？", "5068万元"],
  ])("in other words, it is: %s", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer.replaceAll(" ", "")).toContain(told);
  });
});

describe("a row of a table is told with the titles of its columns", () => {
  test.each([
    [
      "what a thing costs, whose name is an indicator's",
      "江北2023年加装电梯要花多少钱",
      "年度投资计划750万元",
    ],
    ["what is to be done", "江北2023年修公厕准备花多少钱", "新（改）建公厕20座：年度投资计划2950万元"],
    [
      "what a long question names before it asks",
      "喂你好，我想问哈，就是那个江北二〇二三年民生实事里头，打通微循环道路那一项嘛，要打通几条路，安排了好多钱哦？",
      "打通9条城市微循环道路：年度投资计划8389万元",
    ],
  ])("%s", async (_what, asked, told) => {
    const { status, answer, citations } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
    expect(citations[0]?.quote).toContain(/\d+(?=万元)/.exec(told)?.[0]);
  });
  test("and no other figure of money answers for what is counted", async () => {
    expect((await corpus.answer("渝北2023年新增就业花了多少钱")).status).toBe("refused");
  });
});

describe("a term that is only used is not explained", () => {
  test.each(["海绵城市是什么？", "三线一单是什么意思？", "RCEP是什么的缩写？", "什么叫平急两用？"])(
    "%s is refused with a place that uses it",
    async (asked) => {
      const { status, answer, citations } = await corpus.answer(asked);
      expect(status).toBe("refused");
      expect(answer).toContain("没有解释它的含义");
      expect(citations).toHaveLength(1);
    },
  );
  test.each([
    ["三条控制线指什么", "永久基本农田"],
    ["江北的3+X是什么意思", "工业互联网"],
    ["What is QFLP?", "合格境外有限合伙人"],
    ["两副担子是什么？", "西部金融中心"],
    ["预期性指标指的是什么", "体现导向性"],
    ["江北的“倍增”具体指的是啥", "较2021年翻一倍"],
    ["长江国家文化公园（江北段）指的是什么", "长江文物和文化遗产"],
    ["约束性指标是什么意思", "是政府履行公共职能必须"],
  ])("%s is told where a report says it", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
  test("an explanation of why is no meaning", async () => {
    for (const asked of ["解释一下大渡口为什么进出口没达标", "大渡口社零没达标报告怎么解释"])
      expect((await corpus.answer(asked)).reason, asked).toBe("reason");
  });
  test("a reason is told with its own head, and not with the next one's", async () => {
    const { answer } = await corpus.answer("大渡口2022年存贷款余额增速那么低，报告咋解释的？");
    expect(answer).toMatch(/^5\.金融机构存贷款余额增速。主要由于企业贷款需求下降[^。]*。\[1\]$/);
  });
});

describe("what stands in the text is told, however it is asked", () => {
  test.each([
    ["counted persons", "江北2020年柔性引进的诺贝尔奖得主有几位？", "1人"],
    ["how long", "海尔洗碗机那个厂多久建好、多久投产的？", "6个月"],
    ["an amount before an aim in the same sentence", "江北2022年拿了多少地方政府专项债券资金", "27亿元"],
    ["a place by part of its name", "悦来那边2023年办了好多场展会，带来多少生意？", "206亿元"],
    ["how, in dialect", "渝北2024年打算啷个稳住楼市？", "公积金"],
    ["a figure beside its words before one of a near name", "渝北2023年修了多少公里水管？", "227公里"],
    ["in English", "How many exhibitions did Yuelai International Expo City hold in 2023?", "265"],
  ])("%s: %s", async (_how, asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer.replaceAll(" ", "")).toContain(told);
  });
  test.each([["江北2021年经济增长7%的目标，五条理由分别是啥？", 5]])(
    "grounds that are counted are listed: %s",
    async (asked, count) => {
      const { answer } = await corpus.answer(asked);
      expect(answer.match(/^- [一二三四五]是/gm)).toHaveLength(count);
    },
  );
});

test.each(["项目项目项目项目", "政府政府政府"])("%s asks nothing", async (asked) => {
  expect((await corpus.answer(asked)).status).not.toBe("answered");
});

describe("a report is asked about itself", () => {
  test.each([
    ["渝北区政府2024年的工作报告是哪天作的？", "2024年1月26日"],
    ["渝北政府工作报告是在哪个会议上作的？", "第十九届人民代表大会第四次会议上"],
    ["渝北区的政府工作报告是谁作的？", "廖红军"],
    ["渝北的工作报告什么时候印发的？", "2024年2月3日"],
    ["渝北政府工作报告的文号是多少？", "渝北府发〔2024〕1号"],
    ["江北2022年计划报告是哪个单位写的？", "江北区发展和改革委员会"],
  ])("%s is told by the line on top that says so", async (asked, told) => {
    const { status, answer, citations } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
    expect(citations).toHaveLength(1);
  });
});

describe("a place no report is about", () => {
  test.each([
    ["2020年徐悲鸿美术馆的哪件原创作品参加了全国百馆联动演出？", "葡萄熟了"],
    ["中国IC设计成就奖是哪家企业拿的？", "物奇微电子"],
    ["重庆工业博物馆是几A级景区？", "AAAA"],
  ])("may be named by the words that answer: %s", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
  test.each(["渝中区有哪些商圈？", "全国有多少个县？", "巴南区2023年建了什么公园？"])(
    "is not answered with another's words: %s",
    async (asked) => {
      expect((await corpus.answer(asked)).status).toBe("refused");
    },
  );
});

describe("what is asked of a thing names it in any words", () => {
  test.each([
    ["江北2023年修公厕准备花多少钱？", "2950"],
    ["渝北的市级双拥模范城拿到第几连冠了？", "八连冠"],
    ["江北2020年平均每个上班的人一年创造多少万的价值？", "25万元/人"],
    ["江北2020年网上开店的有多少户？", "5万户"],
    ["渝北的碑口水库建得怎么样了？", "主体工程完工"],
    ["江北2023年新引进了多少个重点项目，里头世界500强几个？", "150个"],
    ["大渡口2022年全年一共发了多少低保钱？", "1707.78万元"],
    ["渝北的集体经济经营性收入连续几年全市第一？", "连续四年"],
  ])("%s", async (asked, told) => {
    const { status, answer } = await corpus.answer(asked);
    expect(status).toBe("answered");
    expect(answer.replaceAll(" ", "")).toContain(told);
  });
});
