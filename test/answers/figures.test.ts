import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus, responseOf } from "./open-corpus.ts";

/** What is told beside a figure, or in its place, over the shipped corpus. */
let corpus: OpenedCorpus;
const ask = (...turns: readonly string[]) => corpus.answer(...turns);

beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test("an aim printed as a growth and a result asked beside it are told in the same measure, then the result as an amount", async () => {
  const { answer } = await ask("江北2022年GDP目标多少，实际完成多少");
  expect(answer).toMatch(/目标为7%左右\[\d\]；实际完成3\.7%\[\d\]；.*1602\.8亿元/);
});

describe("a figure of the other kind", () => {
  test("answers where the words leave the kind open", async () => {
    const { status, answer } = await ask("江北2022年城镇调查失业率控制在多少？");
    expect([status, answer]).toEqual(["answered", expect.stringContaining("5.2%")]);
  });
  test("does not where they do not, but is told", async () => {
    const { status, reason, answer } = await ask("江北区2021年GDP实际增长了多少？");
    expect([status, reason]).toEqual(["refused", "only_target"]);
    expect(answer).toContain("只有目标：7%");
  });
  test("follows the year it is asked of", async () => {
    const { answer } = await ask("江北2021年社会消费品零售总额目标比2020年实际多多少");
    expect(answer).toContain("720 − 687 = 33");
  });
});

describe("a figure that is not printed", () => {
  test("of one place among several is named as missing", async () => {
    const { answer } = await ask("江北和渝北2022年GDP增速差多少");
    expect(answer).toContain("江北区2022年地区生产总值增速为3.7%");
    expect(answer).toContain("没有查到渝北区2022年地区生产总值增速");
  });
  test("as a growth is judged by the amount, and that is said", async () => {
    const { answer } = await ask("江北2022年固定资产投资增速完成目标了吗");
    expect(answer).toMatch(/没有查到固定资产投资增速.*固定资产投资达到了目标：目标310亿元，实际317\.7亿元/s);
  });
  test("as a growth is refused with the amount at hand", async () => {
    const { status, answer } = await ask("江北2022年固定资产投资增长多少");
    expect([status, answer]).toEqual(["refused", expect.stringContaining("317.7亿元")]);
  });
});

describe("beside a figure", () => {
  test("stands the rank that the sentence tells right behind it", async () => {
    expect((await ask("大渡口2022年社零")).answer).toContain("增速居中心城区第二位");
    expect((await ask("江北2023年GDP")).answer).toContain("总量稳居全市第3");
  });
  test("stands its growth where both are asked", async () => {
    const { answer } = await ask("渝北2023年GDP总量和增速");
    expect(answer).toMatch(/2442\.6亿元\[1\]；地区生产总值增速为4\.2%\[1\]/);
  });
  test("stands 下降 where only the first of a list says so", async () => {
    expect((await ask("渝北区2023年生产安全事故死亡人数变化多少？")).answer).toContain("死亡人数下降11.1%");
  });
  test("stands a caution where it breaks its series by a factor of ten", async () => {
    const { answer, citations } = await ask("江北区2023年市场主体有多少户");
    expect(answer).toMatch(/125\.5万户\[1\].*2022年的超10\.6万户\[2\].*请核对/s);
    expect(citations).toHaveLength(2);
  });
  test("stands its conversion where another unit is set against it", async () => {
    const { answer } = await ask("2022年城镇新增就业，江北跟大渡口谁多？");
    expect(answer).toContain("45489 ÷ 10000 = 4.5489；5.5 − 4.5489 = 0.9511");
  });
  test("stands no figure that only the catalogue's name holds", async () => {
    const { answer } = await ask("渝北2024年打算把每千人口婴幼儿托位数提到几个");
    expect(answer).toContain("3.5个");
    expect(answer).not.toContain("3岁");
  });
});

test("a verdict in quotation marks is looked for word for word", async () => {
  const { answer } = await ask("2020年江北完成情况写着“完成目标”的指标都有哪几个？");
  expect(answer).toContain("城镇登记失业率");
  expect(answer).not.toContain("地区生产总值增速");
});

test("a filter that lets none of the years asked through leaves nothing to answer with", async () => {
  const events = await corpus.events(["江北区2022年GDP增速是多少？"], { years: [2023] });
  expect(responseOf(events)).toMatchObject({ status: "refused", reason: "not_in_corpus" });
});

test("an abbreviation in Latin letters is answered in Chinese", async () => {
  expect((await ask("GDP")).answer).toContain("地区生产总值");
});

describe("figures of earlier turns", () => {
  test("are set against each other, each with the kind asked of it", async () => {
    const { answer } = await ask("江北2020年社会消费品零售总额多少亿元？", "2021年预计呢？", "多出多少亿？");
    expect(answer).toContain("2021年（目标）");
    expect(answer).toContain("720 − 687 = 33");
  });
  test("stand against the year before", async () => {
    const turns = ["渝北2023年新增城市绿地多少万平方米？", "2024年打算新增多少？", "比头一年少多少？"];
    expect((await ask(...turns)).answer).toContain("150 − 80 = 70");
  });
  test("of several places and years are ranked", async () => {
    const turns = ["江北2022年GDP目标增速", "2021年呢", "2020年呢", "三年里哪年最高"];
    expect((await ask(...turns)).answer).toContain("最高的是2020年（7.5%左右）");
  });
  test("are added up, and added again over what was set together", async () => {
    const { answer } = await ask("江北2022年城镇新增就业多少", "大渡口呢", "差多少", "加起来呢");
    expect(answer).toContain("5.5 + 4.5489 = 10.0489");
  });
  test("are named where one is missing", async () => {
    const { answer } = await ask("江北2022年GDP多少亿", "比上年多多少");
    expect(answer).toContain("没有查到江北区2021年地区生产总值");
  });
  test("that are rates are not added", async () => {
    const { answer } = await ask("江北2022年GDP增速是多少", "渝北2023年呢", "这两个加起来呢");
    expect(answer).toContain("不能相加");
  });
  test("keep the column that was asked for", async () => {
    const { answer } = await ask("江北2023年社会投资项目总投资多少", "政府投资项目呢", "合计多少");
    expect(answer).toContain("1508 + 715.3 = 2223.3");
  });
});

test("two indicators that share a name's end are both told", async () => {
  const { answer } = await ask("渝北2023年城镇和农村居民收入增速哪个快，快几个点？");
  expect(answer).toContain("6.4 − 4.5 = 1.9");
});

test("a figure in another measure than the one asked for is no answer", async () => {
  const { answer } = await ask("大渡口大健康生物医药产业2022年营收多少亿元");
  expect(answer).toContain("137.6亿元");
});

describe("a figure asked of no region", () => {
  test("that several hold is a small table, each with its newest year", async () => {
    const { answer } = await ask("森林覆盖率是多少");
    expect(answer).toContain("| 大渡口区 | 2022年 | 实际 | 33.43%[1] |");
    expect(answer).toContain("| 江北区 | 2020年 | 实际 | 26.5%[2] |");
  });
  test("that one holds is told with its region", async () => {
    expect((await ask("建成区路网密度是多少")).answer).toContain("只有大渡口区有此数据");
  });
});

test("an indicator said twice is told once", async () => {
  expect((await ask("江北区2022年GDP增速，GDP增速是多少")).answer.match(/3\.7%/g)).toHaveLength(1);
});

test("a clause that follows a sentence in English begins like one", async () => {
  const { answer } = await ask("Did Jiangbei meet its GDP growth target in 2022?");
  expect(answer).toContain("). The report notes: 增速主城都市区第2位");
});

describe("a figure asked for in another unit", () => {
  test("is told as printed, then in that unit with the computation", async () => {
    const { answer } = await ask("大渡口区2022年GDP是多少万元");
    expect(answer).toContain("338.9亿元[1]；合3389000万元（338.9 × 10000 = 3389000）");
  });
  test("needs none where the printed unit says it", async () => {
    expect((await ask("江北2022年新增就业多少人")).answer).not.toContain("合");
  });
});

describe("a name that a report prints", () => {
  test("is not the shorter one of the catalogue within it", async () => {
    expect((await ask("江北区2020年引进重点项目是多少")).answer).toContain("引进重点项目为35个");
    expect((await ask("江北区2022年网络销售额增长是多少")).answer).toContain("网络销售额增速为40%");
  });
  test("is no slip of the hand", async () => {
    expect((await ask("渝北2023年的新增使用面积完成了多少？")).answer).toContain(
      "新增使用面积为11.7万平方米",
    );
  });
  test("under a head of its own is found by itself", async () => {
    expect((await ask("江北2020年氨氮减排多少")).answer).toContain("主要污染物排放总量减少·氨氮为1.3%");
  });
});

test("a share is set against its target like any figure", async () => {
  const { answer } = await ask("大渡口2022年公办园在园幼儿人数占比和目标差多少");
  expect(answer).toContain("两者相差1.4个百分点");
});

describe("which grew faster", () => {
  test("is asked of the growth, whatever the names hold", async () => {
    const { answer } = await ask("江北2022年商品销售总额和网络销售额，哪个增长快？");
    expect(answer).toContain("网络销售额增速高于批发和零售业商品销售额增速");
  });
});

test("a year without a target among others shows its result, as such", async () => {
  const { answer } = await ask("渝北存贷款余额增速，2023年和2024年目标分别是几个点？");
  expect(answer).toMatch(
    /目标为6%.*没有查到渝北区2023年.*的目标数。渝北区2023年本外币存贷款余额增速为5\.2%/s,
  );
});

describe("how a figure went", () => {
  test.each([
    ["江北区R&D占比这三年是升是降", "目标由3.2%升至3.4%"],
    ["江北的空气优良天数是越来越多了吗", "由330天降至308天"],
    ["江北区民营经济占比有没有提高", "由47.5%升至50%"],
    ["江北区人均GDP2020年到2022年涨了多少", "由14万元升至17.1万元"],
  ])("%s", async (asked, told) => expect((await ask(asked)).answer).toContain(told));
  test("since a year is told from there on, without years nobody named", async () => {
    const { answer } = await ask("江北区固定资产投资2020年以来的变化");
    expect(answer).toContain("由427.7亿元降至317.7亿元");
    expect(answer).not.toContain("没有查到");
  });
});

describe("citizens' words", () => {
  test.each([
    ["渝北2023年种了多少亩树林？", "营造林面积为6400亩"],
    ["大渡口2022年银行存贷涨了多少", "人民币存贷款余额增速为0.54%"],
    ["江北2022年网上卖东西卖了多少亿", "网络销售额为737亿元"],
    ["渝北2023年旅游这块涨了多少", "旅游产业增加值增速为35%"],
  ])("may mean what the report has beside what they name: %s", async (asked, told) => {
    const { status, answer } = await ask(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
  test("do not where the very name of another is said", async () => {
    expect((await ask("江北区2022年网络零售额是多少？")).status).toBe("refused");
    expect((await ask("江北2022年的城镇登记失业率是多少？")).status).toBe("refused");
  });
  test.each([
    ["江北2022年坐在家里不上班的人占几成？", "5.2%"],
    ["江北2023年外国老板直接投资打算引来几亿美元？", "2亿美元"],
    ["大渡口2022年网上跨国卖东西的交易额有多少？", "2亿元"],
    ["江北2022年实际用上的外资涨了百分之多少？", "124%"],
  ])("are answered: %s", async (asked, told) => {
    expect((await ask(asked)).answer).toContain(told);
  });
  test.each(["江北2022年建成投用的重点项目有多少个？", "大渡口2022年私人开的公司新添了多少家？"])(
    "of what was done to them are not answered with all of them: %s",
    async (asked) => expect((await ask(asked)).reason).not.toBe("value"),
  );
  test("of a share name no whole", async () => {
    expect((await ask("江北2023年想让数字这块经济占到GDP几成？")).answer).toContain("42%");
  });
  test("of so much and more ask for those alone", async () => {
    expect((await ask("江北2023年总投资超10亿元的重点项目有几个？")).answer).not.toContain("234个");
  });
  test("that ask for an amount are not answered with a share", async () => {
    const { answer } = await ask("江北2020年全区交的税一共多少亿");
    expect(answer).not.toContain("82%");
  });
  test.each([
    ["渝北2023年养老保险参保比例多高", "97%"],
    ["渝北2023年招商到位了多少钱", "317亿元"],
  ])("are told apart by what is said around them: %s", async (asked, told) => {
    const { status, answer } = await ask(asked);
    expect(status).toBe("answered");
    expect(answer).toContain(told);
  });
});

describe("a chart of what was compared", () => {
  test("shows each result beside the aim that its own place prints, without a source of its own", async () => {
    const { blocks, citations } = await corpus.answer("江北区和大渡口区2022年地区生产总值增速哪个高？");
    const chart = blocks.find(({ type }) => type === "chart");
    expect(chart).toMatchObject({
      shape: "bar",
      points: [
        { label: "江北区", kind: "actual", value: 3.7 },
        { label: "江北区", kind: "target", value: 7 },
        { label: "大渡口区", kind: "actual", value: 4.7 },
        { label: "大渡口区", kind: "target", value: 6 },
      ],
    });
    expect(citations).toHaveLength(2);
  });
  test("shows results alone where results alone were asked for", async () => {
    const { blocks } = await corpus.answer("江北区和大渡口区2022年地区生产总值增速实际完成哪个高？");
    const points = blocks.flatMap((block) => (block.type === "chart" ? block.points : []));
    expect(points.map(({ kind }) => kind)).toEqual(["actual", "actual"]);
  });
});
