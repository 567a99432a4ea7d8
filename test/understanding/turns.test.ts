import { describe, expect, test } from "vitest";
import { indicatorsOf, understand } from "./held-regions.ts";

const read = (asked: string) => understand([asked]);

describe("what is wanted", () => {
  test.each([
    [
      "value",
      [
        "江北区2022年GDP增速是多少？",
        "江北2022年GDP增速",
        "渝北去年的进出口总额",
        "How much was Jiangbei's GDP in 2022?",
      ],
    ],
    [
      "met",
      ["大渡口2022年GDP增速完成目标了吗", "江北2020年GDP增速达标了吗", "渝北有没有完成2023年的GDP目标"],
    ],
    ["reason", ["大渡口2022年固定资产投资为什么没完成", "江北2022年GDP增速为啥这么低", "没完成的原因是什么"]],
    ["definition", ["QFLP是什么意思", "什么是一带双核五片区", "什么叫一老一小", "解释一下研发投入强度"]],
    [
      "compare",
      ["江北和大渡口2022年GDP增速谁更高", "江北与渝北2023年GDP比较", "2022年江北、大渡口GDP增速分别是多少"],
    ],
    ["difference", ["江北和大渡口2022年GDP增速差多少", "2022年大渡口GDP增速比江北高多少"]],
    ["series", ["江北GDP增速历年是多少", "江北空气优良天数的变化趋势", "江北2020年到2022年的GDP增速"]],
    ["rank", ["2022年哪个区GDP增速最高", "哪个区的进出口总额最大"]],
    [
      "list",
      ["江北2022年约束性指标有哪些", "消费中心城市首选区八大重点项目有哪些", "大渡口2023年重点工作包括哪些"],
    ],
    ["count", ["大渡口2022年有多少个约束性指标", "江北2020年共有几个指标"]],
  ] as const)("%s", (operation, questions) => {
    for (const asked of questions) expect.soft(read(asked).operation, asked).toBe(operation);
  });
});

describe("target or actual", () => {
  test.each([
    ["target", "江北2023年GDP增速目标是多少"],
    ["target", "江北2020年年初定的空气优良天数"],
    ["target", "渝北2024年预期进出口总额"],
    ["target", "大渡口2023年人均GDP要达到多少"],
    ["target", "江北2021年打算新增多少城镇就业"],
    ["target", "What is Jiangbei's GDP growth target for 2023?"],
    ["actual", "江北2022年GDP增速实际是多少"],
    ["actual", "大渡口2022年社零增速最终多少"],
    ["actual", "江北2022年GDP增速完成多少"],
    ["actual", "what was the actual GDP growth of Jiangbei in 2022"],
  ] as const)("%s: %s", (kind, asked) => expect(read(asked).kinds).toEqual([kind]));

  test("neither, when the words leave it open", () => {
    expect(read("江北区2022年GDP增速是多少？").kinds).toEqual([]);
  });
  test("both, when both are asked", () => {
    expect(read("江北2022年GDP增速目标和实际各是多少").kinds).toEqual(["target", "actual"]);
  });
  test("实际利用外资 and 预期寿命 are names, not kinds", () => {
    expect(read("大渡口2022年实际利用外资多少").kinds).toEqual([]);
    expect(read("江北2022年人均预期寿命多少").kinds).toEqual([]);
  });
  test("a year may have a kind of its own", () => {
    expect(read("江北GDP增速2022年实际、2023年目标").yearKinds).toEqual({
      2022: ["actual"],
      2023: ["target"],
    });
  });
});

describe("growth or amount", () => {
  test.each([
    ["江北区2022年GDP增速是多少？", "growth", "地区生产总值增速"],
    ["江北2022年GDP增长了多少", "growth", "地区生产总值增速"],
    ["江北2022年GDP涨了几个点", "growth", "地区生产总值增速"],
    ["江北2022年GDP总量是多少", "level", "地区生产总值"],
    ["江北2022年GDP多少亿元", "level", "地区生产总值"],
    ["江北2022年GDP", null, "地区生产总值"],
  ] as const)("%s → %s", (asked, measure, name) => {
    expect(read(asked).indicators[0]?.measure ?? null).toBe(measure);
    expect(indicatorsOf([asked])).toEqual([name]);
  });
});

describe("indicators", () => {
  test.each([
    ["江北2022年社零增速", ["社会消费品零售总额增速"]],
    ["江北空汽优良天树", ["空气质量优良天数"]],
    ["江北2022年森林覆盖率和空气优良天数", ["森林覆盖率", "空气质量优良天数"]],
    ["江北2022年八大景点在哪里", []],
  ])("%s → %j", (asked, names) => expect(indicatorsOf([asked])).toEqual(names));

  test("an indicator inside a longer quoted name is not asked for", () => {
    expect(indicatorsOf(["江北的“消费中心城市首选区常住人口行动”是什么"])).toEqual([]);
  });
});

describe("the language of the answer is the language of the question", () => {
  test.each([
    ["江北区2022年GDP增速是多少？", "zh"],
    ["江北R&D投入强度", "zh"],
    ["QFLP是什么意思", "zh"],
    ["What was Jiangbei's GDP growth in 2022?", "en"],
    ["jiangbei 2022 gdp", "en"],
  ] as const)("%s → %s", (asked, language) => expect(read(asked).language).toBe(language));
});

describe("relative years are counted from the newest report of the region", () => {
  test.each([
    ["江北去年GDP增速", [2022]],
    ["渝北去年GDP增速", [2023]],
    ["渝北今年GDP增速目标", [2024]],
    ["大渡口前年GDP增速", [2021]],
    ["渝北近三年GDP增速", [2021, 2022, 2023]],
    ["去年GDP增速", [2023]],
  ])("%s → %j", (asked, years) => expect(read(asked).years).toEqual(years));

  test("and the word is kept, so that the answer can say how it was read", () => {
    expect(read("渝北去年GDP增速").relativeYear).toBe("去年");
    expect(read("渝北2023年GDP增速").relativeYear).toBeNull();
  });
});

test("words that point at what no turn has named leave the question dangling", () => {
  expect(read("那个项目总投资多少").dangling).toBe(true);
  expect(read("江北的那个项目总投资多少").dangling).toBe(false);
  expect(read("江北区2022年GDP增速是多少？").dangling).toBe(false);
  expect(read("那个行政首长问责搞起来图什么").dangling).toBe(false);
});

test("the topic holds the words to search for, without region, year and phrasing", () => {
  expect(read("请问江北区2022年一共建了多少个口袋公园？").topic).toContain("口袋公园");
  expect(read("请问江北区2022年一共建了多少个口袋公园？").topic).not.toMatch(/江北|2022|请问|多少/);
});
