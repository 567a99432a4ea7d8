import { describe, expect, test } from "vitest";
import { inlineItems } from "#answer/lists/list-items.ts";
import { asksMeasures } from "#answer/passages/forms.ts";
import { halfAsked, halfAt } from "#answer/passages/report-half.ts";
import { carriedOn } from "#answer/passages/span.ts";
import type { Section } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = [
  "一、2022年工作回顾",
  "荣获全国文明城区，新建公园三个。但还存在一些问题：一是企业不多。二是道路不宽。我们要努力。",
  "二、2023年工作任务",
  "主要预期目标是：生产总值增长6%。切实做到“两个坚持”：",
  "一是坚持发展。做大产业。",
  "二是坚持绿色。种好树木。",
  "加强城市管理。清扫街道30条。整治广告牌40块。加快道路建设。新建道路两条。",
  "",
].join("\n");
const spanOf = (words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const heading = (id: string, title: string, last: string): Section => ({
  id,
  parent: null,
  kind: "heading",
  level: 1,
  title,
  heading: spanOf(title),
  span: { start: spanOf(title).start, end: spanOf(last).end },
});
const document = documentWith({
  text,
  sections: [
    heading("s1", "一、2022年工作回顾", "我们要努力。"),
    heading("s2", "二、2023年工作任务", "新建道路两条。"),
  ],
});
const sources = sourcesOf([document]);
const understand = createUnderstand(sources.outline);
const words = ({ start, end }: Span) => text.slice(start, end);

describe("an enumeration", () => {
  test("in one paragraph: each item up to the next, the last up to its full stop", () => {
    const opening = spanOf("但还存在一些问题：一是企业不多。");
    expect(inlineItems(document, opening).map(words)).toEqual(["一是企业不多。", "二是道路不宽。"]);
  });
  test("is none where nothing is numbered", () => {
    expect(inlineItems(document, spanOf("新建道路两条。"))).toEqual([]);
  });
});

describe("what was or will be done", () => {
  test.each([
    ["江北区怎么治理污染？", true],
    ["江北区采取了哪些措施？", true],
    ["江北区2022年GDP是多少？", false],
    ["江北区GDP为什么下降？", false],
  ])("%s asks for measures: %s", (asked, expected) =>
    expect(asksMeasures(understand([asked]))).toBe(expected),
  );
  test.each([
    ["江北区打算怎么治理污染？", "ahead"],
    ["江北区治理污染做了什么？", "back"],
  ])("%s looks %s", (asked, half) => expect(halfAsked(understand([asked]))).toBe(half));
  test("the headings tell which half of a report a place is in", () => {
    expect(halfAt(document, spanOf("荣获").start)).toBe("back");
    expect(halfAt(document, spanOf("清扫街道").start)).toBe("ahead");
  });
  test("an answer carries on to where another matter begins", () => {
    expect(words(carriedOn(document, spanOf("清扫街道30条。")))).toMatch(/^清扫街道30条。/);
    expect(words(carriedOn(document, spanOf("清扫街道30条。")))).not.toContain("新建道路");
  });
});
