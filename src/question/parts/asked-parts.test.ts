import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldPlain } from "#text/fold.ts";
import { askedParts } from "./asked-parts.ts";

const saidOf = (asked: string): readonly string[] => askedParts(asked).map(({ said }) => said);
const withinOf = (asked: string, places?: readonly string[]): readonly string[] =>
  askedParts(asked, places).map(({ within }) => within);

describe("one thing asked, whatever its name", () => {
  test.each([
    "江北区2022年GDP是多少？",
    "教育、卫生支出是多少",
    "2023年教育、卫生支出增长多少？",
    "农林牧渔业总产值是多少",
    "和平区2020年财政收入多少",
    "2021年参与志愿服务的有多少人",
    "城乡居民收入五年多了多少",
    "城镇和农村居民收入差多少",
    "A产业和B产业哪个产值更高？",
    "地方一般预算收入与财政总收入2007年谁增得快，各多少",
    "2020年和2021年GDP相差多少",
    "养老金和医保基金合计多少",
    "城乡收入比从多少缩到多少",
    "新农合补的钱从几块涨到几块",
    "什么是“三公”经费",
    "“城保、镇保、农保”是怎么个思路",
    "江苏哪些市（南京、苏州）的外贸下降了",
    "据说2009年财政收入突破了7万亿，对吗？",
    "截至2010年底，高速公路有多长？",
    "城镇新增就业人数，完成目标了吗",
    "请问2012年粮食产量是多少，谢谢",
    "为什么工业和投资没完成目标",
    "2013年有哪些突出问题和困难",
    "改造了多少个老旧小区惠及多少户",
    "惠及多少农户和企业",
    "What was the GDP of Yubei in 2022 and its growth?",
    "支持科技创新和人才引进的政策有哪些",
  ])("%s", (asked) => expect(saidOf(asked)).toEqual([foldPlain(asked)]));
});

describe("several things asked", () => {
  test.each([
    ["抗旱救灾：筹资额、投入人次、解决饮水人数", ["筹资额", "投入人次", "解决饮水人数"]],
    ["2009年过夜游客人次与旅游收入", ["2009年过夜游客人次", "旅游收入"]],
    ["招商洽谈几个、落地几个", ["招商洽谈几个", "落地几个"]],
    ["辽宁粮食2006年收了多少斤，历史上排第几", ["辽宁粮食2006年收了多少斤", "历史上排第几"]],
    ["引进区外的钱去年多少 今年目标多少", ["引进区外的钱去年多少", "今年目标多少"]],
    ["高速公路通车里程2010年末；五年新增", ["高速公路通车里程2010年末", "五年新增"]],
    ["保障房新开工多少套？基本建成呢？", ["保障房新开工多少套", "基本建成呢"]],
    ["城市和农村零售额各多少", ["城市零售额多少", "农村零售额多少"]],
    ["教育、卫生支出各多少", ["教育支出多少", "卫生支出多少"]],
    [
      "早籼稻、中晚籼稻、粳稻最低收购价各提多少",
      ["早籼稻最低收购价提多少", "中晚籼稻最低收购价提多少", "粳稻最低收购价提多少"],
    ],
    ["2014年和2017年GDP目标各几", ["2014年gdp目标几", "2017年gdp目标几"]],
    ["2014年完成 vs 2015年预期的社零增速", ["2014年完成的社零增速", "2015年预期的社零增速"]],
    [
      "公路里程、铁路里程和机场数，截至2010年底各多少",
      ["截至2010年底公路里程多少", "截至2010年底铁路里程多少", "截至2010年底机场数多少"],
    ],
    [
      "财政总收入和地方级收入，2014年各多少亿、增幅各多少",
      ["2014年财政总收入多少亿", "2014年地方级收入多少亿", "财政总收入增幅多少", "地方级收入增幅多少"],
    ],
    ["五年间GDP从多少到多少、年均增速", ["五年间gdp从多少到多少", "年均增速"]],
    ["大口径财政收入与地方财政收入分别多少，哪个增长更快", ["大口径财政收入多少", "地方财政收入多少"]],
    ["2022湖北改造多少老小区、棚户区", ["2022湖北改造多少老小区", "2022湖北改造多少棚户区"]],
    ["How long is it, and when does it open?", ["how long is it", "when does it open"]],
    ["收入与支出（2010）", ["2010年收入", "支出"]],
    [
      "重点项目完成投资多少；同年中央预算内投资和国债资金合计多少",
      ["重点项目完成投资多少", "同年中央预算内投资和国债资金合计多少"],
    ],
  ])("%s", (asked, said) => expect(saidOf(asked)).toEqual(said));
});

describe("what a part takes from the whole", () => {
  test.each([
    [
      "the head before a colon",
      "抗旱救灾：筹资额、投入人次",
      ["抗旱救灾筹资额是多少", "抗旱救灾投入人次是多少"],
    ],
    [
      "the thing before a measure alone",
      "甘肃2003年规上工业利润规模及增幅",
      ["甘肃2003年规上工业利润规模是多少", "2003年甘肃规上工业利润增幅是多少"],
    ],
    [
      "the name before a time and a kind",
      "CPI 2010年实际 与 控制目标、2011年目标",
      ["cpi2010年实际是多少", "2010年cpi控制目标是多少", "cpi 2011年目标是多少"],
    ],
    [
      "each of the heads with each of what is asked",
      "财政收入与地方收入：2011年规模及2012年目标",
      [
        "财政收入2011年规模是多少",
        "财政收入2012年目标是多少",
        "地方收入2011年规模是多少",
        "地方收入2012年目标是多少",
      ],
    ],
    [
      "the subject of the clause before",
      "安徽2006年粮食多少吨，增了多少",
      ["安徽2006年粮食多少吨", "2006年安徽粮食增了多少"],
    ],
  ])("%s", (_, asked, within) => expect(withinOf(asked)).toEqual(within));

  test("the place, named in full where the part does not name it", () => {
    const [, second] = askedParts("江苏2015年外贸总额及出口额", ["江苏省", "江苏"]);
    expect(second?.alone).toBe("江苏省2015年出口额是多少");
  });

  test("the year named last before it", () => {
    const parts = askedParts("2009年项目个数、完成投资；2010年项目个数、计划投资");
    expect(parts.map(({ alone }) => alone.slice(0, 5))).toEqual(["2009年", "2009年", "2010年", "2010年"]);
  });

  test("a part that names nothing says so", () => {
    const parts = askedParts("2015年新登记企业数及增幅");
    expect(parts.map(({ bare }) => bare)).toEqual([false, true]);
  });
});

describe("laws", () => {
  test("whatever is asked, there is a part, and one alone is the question unchanged", () => {
    const words = fc.constantFrom(
      "和",
      "、",
      "，",
      "？",
      "；",
      "各",
      "多少",
      "2010年",
      "目标",
      "收入",
      "教育",
      "（",
      "）",
      "：",
      "与",
      " ",
      "a",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (pieces) => {
        const asked = pieces.join("");
        const parts = askedParts(asked);
        expect(parts.length).toBeGreaterThan(0);
        if (parts.length === 1)
          expect(parts[0]).toMatchObject({
            said: foldPlain(asked),
            alone: foldPlain(asked),
            within: foldPlain(asked),
          });
      }),
    );
  });

  test("names joined before 各多少 come apart into as many", () => {
    const name = fc.constantFrom(
      "粮食产量",
      "旅游收入",
      "公路里程",
      "机场数",
      "森林覆盖率",
      "城镇化率",
      "进出口总额",
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 2, maxLength: 6 }),
        fc.constantFrom("和", "与", "及", "以及", "、"),
        (names, last) => {
          const asked = `2020年${names.slice(0, -1).join("、")}${last}${names.at(-1) ?? ""}各多少`;
          expect(askedParts(asked)).toHaveLength(names.length);
        },
      ),
    );
  });
});
