import { expect, test } from "vitest";
import commandWords from "./command-words.json" with { type: "json" };
import { languageOfLocale, problemName, sayIn } from "./command-words.ts";

test("both languages say the same things of the same facts", () => {
  const places = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]);
  expect(places(commandWords.zh)).toEqual(places(commandWords.en));
});

test.each([
  [{}, "en"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
  [{ LANG: "en_US.UTF-8", LC_MESSAGES: "zh_HK" }, "zh"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "" }, "zh"],
  [{ LANG: "zhuang" }, "en"],
] as const)("the locale %j speaks %s", (environment, language) => {
  expect(languageOfLocale(environment)).toBe(language);
});

test("a fact stands where its place is, and a problem keeps its code beside its name", () => {
  expect(sayIn("zh")("tables", { tables: 2, rows: 64 })).toBe("2 张表共 64 行");
  expect(problemName("scanned", "zh")).toBe("扫描件，没有文字层（scanned）");
  expect(problemName("scanned", "en")).toBe("scanned");
});
