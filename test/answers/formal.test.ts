import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Questions as officials, journalists and analysts put them. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

const told = async (...turns: readonly string[]) => (await corpus.answer(...turns)).answer;

describe("which report says so, and how it is to be told, is no part of what is asked", () => {
  test.each([
    ["渝北区政府工作报告提出2024年规上工业增加值增长百分之几？", "12.5%"],
    ["大渡口区2022年进出口总额增速未达目标，官方解释是什么？", "检测试剂盒"],
    ["江北区把2021年经济增长预期目标定在7%左右，依据有哪些？请概括主要理由。", "五是"],
    ["大渡口区报告承认发展中还有哪几方面的困难问题？概括列出即可。", "四是"],
  ])("%s", async (asked, words) => expect(await told(asked)).toContain(words));
  test("报告对此给出的原因, in a conversation", async () => {
    const turns = ["大渡口2022年服务业增加值增速完成情况如何？", "报告对此给出的原因是什么？"];
    expect(await told(...turns)).toContain("房地产业、金融业受预期减弱影响");
  });
});

describe("amount and growth, figure and target, figure and rank are told together", () => {
  test.each([
    [
      "渝北区2023年城镇常住居民和农村常住居民的人均可支配收入分别为多少元？各自增长多少？",
      ["53685元", "4.5%", "26515元", "6.4%"],
    ],
    [
      "请核对：渝北区2023年一般公共预算收入、其中税收收入，金额和增幅各是多少？",
      ["62.1亿元", "5.4%", "48.6亿元", "4%"],
    ],
    ["2020年江北区每万人发明专利拥有量是多少件？年初目标呢？", ["26.2件", "25件"]],
    ["大渡口2022年规模以上工业增加值增长率，以及在全市的位次？", ["17.5%", "第二"]],
    [
      "请列明渝北区2023年城镇常住居民和农村常住居民人均可支配收入的数额及相应增速。",
      ["53685元", "4.5%", "26515元", "6.4%"],
    ],
    [
      "渝北区2023年一般公共预算收入及其中的税收收入分别是多少亿元，各自增长多少？请注明出自哪份报告。",
      ["62.1亿元", "5.4%", "48.6亿元", "4%"],
    ],
    [
      "江北区2022年地区生产总值总量为多少亿元、同比增长多少，总量居全市第几位？",
      ["1602.8亿元", "3.7%", "第3位"],
    ],
    [
      "请提供2023年江北国际机场旅客吞吐量、同比增幅及其在全国的排名，数据以渝北区政府工作报告为准。",
      ["4465万人次", "106%", "第六"],
    ],
    [
      "Could you give me Dadukou District's 2022 per-capita park green space and forest coverage rate, each with the target set for that year?",
      ["24.85", "24.83", "33.43%", "32%"],
    ],
    ["大渡口区2023年一般公共预算收入预期目标及上年完成情况", ["6.5%左右", "-9.2%"]],
    ["江北区2023年重点民生实事中投资额最大的三项", ["9800万元", "8389万元", "3371万元"]],
    ["What was Yubei District's GDP in 2023, and what was the growth rate?", ["2442.6", "4.2%"]],
  ])("%s", async (asked, figures) => {
    const answer = await told(asked);
    for (const figure of figures) expect(answer).toContain(figure);
  });
});

describe("what was talked of is meant by", () => {
  test("这两年", async () => {
    const turns = ["江北区2020年GDP总量多少？", "2022年呢？", "这两年之间增加了多少亿元？"];
    expect(await told(...turns)).toContain("1602.8 − 1325 = 277.8");
  });
  test("同一指标", async () => {
    const turns = ["江北区2022年居民人均可支配收入增速实际完成多少？", "大渡口区同一指标呢？"];
    expect(await told(...turns)).toContain("大渡口区2022年居民人均可支配收入增速为4.2%");
  });
  test("该产业集群", async () => {
    const turns = [
      "大渡口区新材料产业2022年实现营业收入多少亿元？",
      "2023年对该产业集群的营业收入有何预期？",
    ];
    expect(await told(...turns)).toContain("40亿元");
  });
  test("它", async () => {
    const turns = ["大渡口生态环保产业2022年营收有多少？", "它2023年争取做到多少？"];
    expect(await told(...turns)).toContain("80亿元");
  });
});

describe("as it is said at home", () => {
  test.each([
    ["大渡口每个人能摊到几个平方的公园绿地？说2022年的哈", "24.85平方米"],
    ["2022年江北城里头失业的占百分之多少啊", "5.2%"],
    ["大渡口2022年平均一个人一年能落到手头好多钱？", "4.82万元"],
  ])("%s", async (asked, figure) => expect(await told(asked)).toContain(figure));
  test("nobody's telephone number is given", async () => {
    expect((await corpus.answer("散打冠军何烽的电话能给我一个不")).reason).toBe("personal_data");
  });
});
