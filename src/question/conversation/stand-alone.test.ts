import { describe, expect, test } from "vitest";
import { OPERATIONS, type Question } from "#question/question.ts";
import { standAlone } from "./stand-alone.ts";

const GROWTH = {
  phrase: "gdp增速",
  concepts: ["gdp"],
  names: ["地区生产总值增速"],
  measure: "growth",
} as const;

function questionWith(parts: Partial<Question>): Omit<Question, "text"> {
  return {
    asked: "那大渡口呢？",
    language: "zh",
    gate: null,
    intent: "report",
    regions: ["大渡口区"],
    otherRegions: [],
    inside: [],
    unclearPlace: null,
    years: [2022],
    relativeYear: null,
    indicators: [GROWTH],
    kinds: [],
    yearKinds: {},
    places: [],
    sides: [],
    measure: null,
    aspect: "other",
    operation: "value",
    topic: "gdp增速",
    residue: [],
    indicatorShare: 1,
    leans: false,
    followUp: true,
    dangling: false,
    ...parts,
  };
}

test("a question that took nothing over is shown as it was typed", () => {
  expect(standAlone(questionWith({ followUp: false, asked: "大渡口22年GDP？" }))).toBe("大渡口22年GDP？");
});

test("years that are not named in digits are told", () => {
  const said = { followUp: false, asked: "大渡口去年GDP是多少？", relativeYear: "去年", years: [2022] };
  expect(standAlone(questionWith(said))).toBe("大渡口去年（2022年）GDP是多少？");
  const numerals = { followUp: false, asked: "二〇二二年GDP？", relativeYear: null, years: [2022] };
  expect(standAlone(questionWith(numerals))).toBe("二〇二二年GDP（2022年）？");
  const plan = {
    followUp: false,
    asked: "“十四五”GDP",
    relativeYear: null,
    years: [2021, 2022, 2023, 2024, 2025],
  };
  expect(standAlone(questionWith(plan))).toBe("“十四五”GDP（2021年、2022年、2023年、2024年、2025年）");
});

describe("a follow-up is written out", () => {
  test("with region, year and indicator", () => {
    expect(standAlone(questionWith({}))).toBe("大渡口区2022年地区生产总值增速是多少？");
  });
  test("with the kind asked", () => {
    expect(standAlone(questionWith({ kinds: ["target"] }))).toBe(
      "大渡口区2022年地区生产总值增速目标是多少？",
    );
  });
  test("with several regions and years", () => {
    const question = questionWith({
      regions: ["江北区", "渝北区"],
      years: [2022, 2023],
      operation: "compare",
    });
    expect(standAlone(question)).toBe("江北区、渝北区2022年、2023年地区生产总值增速比较如何？");
  });
  test("with the region that is not held", () => {
    expect(standAlone(questionWith({ regions: [], otherRegions: ["南岸区"] }))).toContain("南岸区");
  });
  test("with the topic where no indicator is named", () => {
    const question = questionWith({ indicators: [], topic: "重点 项目", operation: "list" });
    expect(standAlone(question)).toBe("大渡口区2022年重点项目有哪些？");
  });
  test("a definition holds for every place and year", () => {
    expect(standAlone(questionWith({ operation: "definition" }))).toBe("地区生产总值增速是什么意思？");
  });
  test.each(OPERATIONS)("%s ends as a question", (operation) => {
    expect(standAlone(questionWith({ operation }))).toMatch(/？$/);
  });
});
