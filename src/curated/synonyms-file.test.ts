import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inFullWords, parseSynonyms } from "./synonyms-file.ts";

const OWN = parseSynonyms(
  "# 本站用语\n江开区 = 江北经济开发区\n两江 = 两江新区 # 简称\nAI=人工智能\n江开区企业 = 江北经济开发区规模以上工业企业\n",
);

describe("the site's own words", () => {
  test.each([
    ["江开区有多少项目？", "江北经济开发区有多少项目？"],
    ["江開區和两江哪个高", "江北经济开发区和两江新区哪个高"],
    ["两江新区增长多少", "两江新区增长多少"],
    ["江开区企业多少家", "江北经济开发区规模以上工业企业多少家"],
    ["用ＡＩ做什么", "用人工智能做什么"],
    ["MAIN是什么", "MAIN是什么"],
    ["ai2是什么", "ai2是什么"],
    ["GDP是多少？", "GDP是多少？"],
  ])("%s is asked as %s", (question, asked) => expect(inFullWords(OWN, question)).toBe(asked));

  test("never loops: what was put is not looked at again", () => {
    const swapped = parseSynonyms("甲区 = 乙区\n乙区 = 甲区");
    expect(inFullWords(swapped, "甲区和乙区")).toBe("乙区和甲区");
  });

  test("leave a question alone that would grow beyond what a question may have", () => {
    const long = parseSynonyms(`甲乙 = ${"丙".repeat(60)}`);
    const question = "甲乙".repeat(900);
    expect(inFullWords(long, question)).toBe(question);
  });

  test("leave every question as it is that holds none of them", () => {
    const plain = fc.string({
      unit: fc.constantFrom("区", "江", "ａ", "A", "i", "？", " ", "👍"),
      maxLength: 40,
    });
    const others = parseSynonyms("某某开发区 = 江北经济开发区");
    fc.assert(
      fc.property(plain, (question) => {
        expect(inFullWords(others, question)).toBe(question);
      }),
    );
  });
});

test("a bad line is named with its number and left out; the others count", () => {
  const { entries, problems } = parseSynonyms(
    [
      "好词 = 好的说法",
      "没有等号",
      "字 = 一个字太短",
      "一 = 二 = 三",
      "好词 = 又一次",
      "同样 = 同样",
      "12 = 数字",
      "= 空",
    ].join("\n"),
  );
  expect([...entries.keys()]).toEqual(["好"]);
  expect(problems.map((problem) => problem.split(":")[0])).toEqual(
    [2, 3, 4, 5, 6, 7, 8].map((line) => `line ${line}`),
  );
});
