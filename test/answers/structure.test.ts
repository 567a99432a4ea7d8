import { describe, expect, test } from "vitest";
import { Desk } from "#answer/desk.ts";
import { explains } from "#answer/passages/mismatch.ts";
import type { Section, Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = [
  "一、工作回顾",
  "新增“四上”企业250家。小微企业是指人员较少的企业；第二产业是指采矿业、制造业和建筑业；其他从略。",
  "三、2023年重点工作",
  "各位代表！",
  "（一）强改革，活力更足",
  "（二）稳投资，后劲更大",
  "（三）惠民生，日子更好",
  "二、加强自身建设",
  "（一）坚持廉洁",
  "（二）坚持法治",
  "专栏1：2023年重点项目",
  "医疗卫生：甲医院、乙康复中心",
  "学校建设：丙小学、丁中学",
  "修建滨河大道工程。全区关注。该工程预计2025年6月竣工。",
  "地区生产总值增长6%，总量居全市第四位。",
  "项目 | 数值",
  "能耗* | 3",
  "注：加*为约束性指标。",
  "",
].join("\n");
const spanOf = (words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const sectionOf = (id: string, parts: Partial<Section> & { title: string }, last: string): Section => ({
  id,
  parent: null,
  kind: "heading",
  level: 1,
  heading: spanOf(parts.title),
  span: { start: spanOf(parts.title).start, end: spanOf(last).end },
  ...parts,
});
const table: Table = {
  id: "t1",
  caption: "2023年预期目标",
  section: null,
  span: { start: spanOf("项目 |").start, end: spanOf("约束性指标。").end },
  columns: [],
  header: null,
  rows: [],
  notes: [spanOf("注：加*为约束性指标。")],
  unit: null,
};
const document = documentWith({
  text,
  tables: [table],
  sections: [
    sectionOf("s1", { title: "一、工作回顾" }, "其他从略。"),
    sectionOf("s6", { title: "三、2023年重点工作" }, "（三）惠民生，日子更好"),
    ...["（一）强改革，活力更足", "（二）稳投资，后劲更大", "（三）惠民生，日子更好"].map((title, at) =>
      sectionOf(`s6${at}`, { title, parent: "s6", level: 2 }, title),
    ),
    sectionOf("s2", { title: "二、加强自身建设" }, "坚持法治"),
    sectionOf("s3", { title: "（一）坚持廉洁", parent: "s2", level: 2 }, "（一）坚持廉洁"),
    sectionOf("s4", { title: "（二）坚持法治", parent: "s2", level: 2 }, "（二）坚持法治"),
    sectionOf("s5", { title: "专栏1：2023年重点项目", kind: "box" }, "丁中学"),
  ],
});
const later = documentWith({
  id: "jiangbei-2023",
  years: [2023],
  reviewYear: 2023,
  planYear: null,
  text: "地区生产总值增速居全市第二位、总量跃居全市第三位。",
});
const sources = sourcesOf([document, later]);
const understand = createUnderstand(sources.outline);
const deskFor = (asked: string) => new Desk(understand([asked]), sources);

describe("what a term means", () => {
  test("is not told by a sentence that counts the things", () => {
    const candidate = { documentId: document.id, ...spanOf("新增“四上”企业250家。") };
    expect(explains(deskFor("什么是“四上”企业？"), candidate)).toBe(false);
    expect(explains(deskFor("“四上”企业有哪些？"), candidate)).toBe(false);
    expect(explains(deskFor("企业有哪些？"), candidate)).toBe(true);
  });
  test("is told by a sentence that says so, and not by one that only uses it", () => {
    const defines = (words: string) => ({
      documentId: document.id,
      ...spanOf(words),
    });
    expect(explains(deskFor("什么是第二产业？"), defines("第二产业是指采矿业、制造业和建筑业"))).toBe(true);
    expect(explains(deskFor("什么是该工程？"), defines("该工程预计2025年6月竣工。"))).toBe(false);
  });
});
