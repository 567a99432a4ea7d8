import { beforeAll, describe, expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪县2024年政府工作报告

一、2023年工作回顾
2023年，全县生产总值达到412.6亿元，增长6.1%。地方财政总收入38.4亿元，增长7.2%；一般预算收入21.5亿元，增长5.8%。规模以上工业增加值增长8.3%。城镇居民人均可支配收入41275元，农民人均纯收入19907元，分别增长5.2%和7.7%。全县第三产业增加值年均增长9.4%。城镇新增就业1420人。社会消费品零售总额实际增长6.9%。

二、2024年工作安排
2024年主要预期目标是：地区生产总值增长6.5%左右，一般预算收入增长6%，社会消费品零售总额增长7%，城镇新增就业1500人。
`;

let ask: Awaited<ReturnType<typeof askReport>>;
beforeAll(async () => {
  ask = await askReport(REPORT);
});

/** What is told, without the words around it. */
const told = async (question: string): Promise<string> => (await ask(question)).answer;

describe("a word for a group of people chooses the rows of that group", () => {
  test.each([
    "2023年农村人均收入多少",
    "2023年农民人均收入多少",
    "种地的2023年人均收入多少",
    "2023年乡下人一年到手多少",
  ])("%s", async (question) => {
    const answer = await told(question);
    expect(answer).toContain("19907");
    expect(answer).not.toContain("41275");
  });

  test.each(["2023年城里人一年到手多少", "城里人2023年收入"])("%s", async (question) => {
    const answer = await told(question);
    expect(answer).toContain("41275");
    expect(answer).not.toContain("19907");
  });

  test("where the whole is not told, both parts are", async () => {
    const answer = await told("2023年老百姓人均收入多少");
    expect(answer).toContain("41275");
    expect(answer).toContain("19907");
  });
});

describe("财政收入 leaves open of which budget", () => {
  test("both are told under their own names", async () => {
    const answer = await told("2023年财政收入多少");
    expect(answer).toMatch(/财政总收入为38\.4亿元/);
    expect(answer).toMatch(/一般公共预算收入为21\.5亿元/);
  });

  test("a word that closes it leaves one", async () => {
    expect(await told("2023年财政总收入多少")).not.toContain("21.5");
    expect(await told("2023年一般公共预算收入多少")).not.toContain("38.4");
  });

  test("of two calibres the one that is held for the kind asked is told", async () => {
    expect(await told("2024年财政收入目标")).toMatch(/一般公共预算收入增速的目标为6%/);
  });
});

describe("an amount that is not told is said not to be told", () => {
  test("an amount asked for by its word is refused, with the growth as the nearest", async () => {
    const { status, answer } = await ask("2023年规模以上工业增加值绝对额");
    expect(status).toBe("refused");
    expect(answer).toContain("8.3%");
  });

  test("where no measure is asked, the growth is told as what it is", async () => {
    expect(await told("2023年规上工业")).toMatch(/8\.3%.*没有查到其数额/);
  });

  test("a growth asked for says nothing of the amount", async () => {
    expect(await told("2023年规模以上工业增加值增速")).not.toContain("没有查到其数额");
  });

  test("the yearly growth of several years is no amount of one", async () => {
    expect((await ask("青溪县2023年第三产业增加值")).status).toBe("refused");
  });
});

test("a figure of something else is not told of an abbreviation that the report does not print", async () => {
  expect((await ask("2023年M2实际增速是多少")).status).toBe("refused");
});

describe("several figures in one question", () => {
  test("a year by its number beside a word for the coming one, each with its kind", async () => {
    const answer = await told("城镇新增就业2023年多少，今年目标多少");
    expect(answer).toContain("1420");
    expect(answer).toContain("1500");
  });

  test("经济打算涨几个点 is the target of the growth of the economy", async () => {
    expect(await told("2024年经济打算涨几个点")).toContain("6.5%");
  });

  test("what is said of the last of a list is said of each", async () => {
    const answer = await told("青溪县2023年地区生产总值、规模以上工业增加值的增速");
    expect(answer).toContain("6.1%");
    expect(answer).toContain("8.3%");
  });
});

describe("what a passage tells beside the point is not told", () => {
  const OTHER = `青溪县2024年政府工作报告

一、2023年工作回顾
2023年，农村居民人均可支配收入1.88万元、增长9.6%，增速高于城镇居民1.1个百分点。五年来，社会消费品零售总额达到96.1亿元，年均增长18.8%。PM2.5年均浓度下降到27微克/立方米。

二、2024年工作安排
2024年，做好各项工作。
`;
  let other: Awaited<ReturnType<typeof askReport>>;
  beforeAll(async () => {
    other = await askReport(OTHER);
  });

  test.each([
    ["the other group's income", "青溪县2023年城镇居民人均可支配收入是多少元"],
    ["the yearly growth of several years", "青溪县2023年社零增长了百分之几"],
    ["another pollutant", "2023年青溪县PM10年均浓度多少微克"],
  ])("%s", async (_, question) => {
    expect((await other(question)).status).toBe("refused");
  });
});
