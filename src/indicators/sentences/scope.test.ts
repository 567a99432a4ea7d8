import { expect, it } from "vitest";
import type { Section, SourceDocument } from "#domain/document.ts";
import { reportWith } from "#indicators/example-report.ts";
import { periodAt } from "./period.ts";

/** A report of 2022 whose lines with 、 in the second place are headings. */
function report(lines: readonly string[]): SourceDocument {
  const sections: Section[] = [];
  let text = "";
  for (const line of lines) {
    const start = text.length;
    text += `${line}\n`;
    const last = sections.at(-1);
    if (line.charAt(1) === "、") {
      const heading = { start, end: start + line.length };
      const id = `s${sections.length}`;
      sections.push({
        id,
        parent: null,
        kind: "heading",
        level: 1,
        title: line,
        heading,
        span: { start, end: text.length },
      });
    } else if (last !== undefined) {
      sections[sections.length - 1] = { ...last, span: { ...last.span, end: text.length } };
    }
  }
  return reportWith({
    title: "高新县政府工作报告",
    region: "高新县",
    years: [2021, 2022],
    reviewYear: 2021,
    planYear: 2022,
    kind: "work-report",
    text,
    sections,
  });
}

function periodOfLast(...lines: string[]) {
  const document = report(lines);
  const start = document.text.lastIndexOf("\n", document.text.length - 2) + 1;
  return periodAt(document, { start, end: document.text.length });
}

it("is the heading's where no paragraph says otherwise", () => {
  expect(periodOfLast("一、过去五年工作回顾", "新建学校9所。")).toBe("many");
  expect(periodOfLast("一、过去五年和2021年工作回顾", "新建学校9所。")).toBe("mixed");
  expect(periodOfLast("二、2022年主要任务——决胜“十四五”", "新建学校9所。")).toBe("one");
  expect(periodOfLast("二、“十四五”开局之年2021年工作回顾", "新建学校9所。")).toBe("one");
  expect(periodOfLast("三、努力实现“十四五”良好开局", "新建学校9所。")).toBe("one");
  expect(periodOfLast("三、确保“十四五”实现良好开局", "新建学校9所。")).toBe("one");
});

it("is one year's where the year is called the last of the term", () => {
  const document = report([
    "一、过去五年和2021年工作回顾",
    "各位代表，2021年是本届政府的收官之年。新建学校9所。",
  ]);
  const start = document.text.indexOf("新建学校");
  expect(periodAt(document, { start, end: document.text.length })).toBe("one");
});

it("is one year's from the paragraph on that opens it, in a chapter on several", () => {
  const chapter = "一、“十三五”时期工作回顾";
  expect(periodOfLast(chapter, "各位代表！刚刚过去的2021年，成绩喜人。", "新建学校9所。")).toBe("one");
  expect(periodOfLast(chapter, "2021年，是极不平凡的一年。", "新建学校9所。")).toBe("one");
  expect(periodOfLast(chapter, "2021年，新建公园2个。", "新建学校9所。")).toBe("many");
  expect(periodOfLast(chapter, "这一年，新建学校9所。")).toBe("one");
  expect(periodOfLast("一、过去五年和2021年工作回顾", "2021年，新建公园2个。", "新建学校9所。")).toBe("one");
});

it("is many years' again where a paragraph says so", () => {
  const chapter = "一、2021年及本届政府工作回顾";
  expect(periodOfLast(chapter, "过去一年，成绩喜人。", "五年来，变化很大。", "新建学校9所。")).toBe("many");
  expect(periodOfLast(chapter, "各位代表！2018年是基础之年。", "新建学校9所。")).toBe("many");
});

it("is the coming year's where its aims or tasks are set", () => {
  const chapter = "二、今后五年工作思路和2022年重点任务";
  expect(periodOfLast(chapter, "今年经济社会发展主要预期目标是：增长6%。", "新建学校9所。")).toBe("one");
  expect(periodOfLast("二、今后五年工作任务", "2022年要重点抓好八项工作。", "新建学校9所。")).toBe("one");
});

it("is many years' in a paragraph that says so, and in a chapter whose first aims are for each of several", () => {
  for (const opening of ["这是基础设施改善的五年。", "这五年，民生改善。"]) {
    const document = report(["一、取得新成绩", `${opening}新建学校9所。`]);
    const start = document.text.indexOf("新建学校");
    expect(periodAt(document, { start, end: document.text.length })).toBe("many");
  }
  const aims = "目标：生产总值年均增长10%以上。";
  expect(periodOfLast("二、再上新台阶", aims, "力争森林覆盖率达到50%。")).toBe("many");
  expect(periodOfLast("二、再上新台阶", "主要目标是：生产总值增长6%。", "新建学校9所。")).toBe("one");
});
