import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "./tokens.ts";

test("Han characters become overlapping pairs, a lone one stands for itself", () => {
  expect(tokens("生产总值")).toEqual(["生产", "产总", "总值"]);
  expect(tokens("占 GDP 比")).toEqual(["占", "gdp", "比"]);
});

test("numbers stay whole and keep their unit", () => {
  expect(tokens("增长5.3%")).toEqual(["增长", "5.3", "5.3%"]);
  expect(tokens("1,744亿元")).toEqual(["1744", "1744亿", "亿元"]);
  expect(tokens("2022年")).toEqual(["2022", "2022年", "年"]);
});

test("width and case make no difference", () => {
  expect(tokens("ＧＤＰ增长５.３％")).toEqual(tokens("gdp增长5.3%"));
});

test("Latin words with digits stay whole", () => {
  expect(tokens("PM2.5、R&D、5G基站")).toEqual(["pm2.5", "r&d", "5g", "基站"]);
});

test("no token is empty or holds white space, whatever comes in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const token of tokens(text)) expect(token).toMatch(/^\S+$/u);
    }),
  );
});
