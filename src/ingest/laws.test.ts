import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import { contains, sliceOf } from "#domain/span.ts";
import { readReport } from "./read-report.ts";

/** What must hold of every document, whatever its file looked like. */
function expectLaws(document: SourceDocument): void {
  const { text, sections, tables } = document;
  const byId = new Map(sections.map((section) => [section.id, section]));
  for (const section of sections) {
    expect(sliceOf(text, section.heading)).toBe(section.title);
    expect(contains(section.span, section.heading)).toBe(true);
    const parent = section.parent === null ? undefined : byId.get(section.parent);
    expect(section.level).toBe((parent?.level ?? 0) + 1);
    if (parent !== undefined) expect(contains(parent.span, section.span)).toBe(true);
  }
  const starts = sections.map((section) => section.span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const table of tables) {
    for (const row of table.rows) {
      expect(row.cells).toHaveLength(table.columns.length);
      expect(contains(table.span, row.span)).toBe(true);
      for (const cell of row.cells) {
        expect(sliceOf(text, cell)).toBe(cell.text);
        expect(contains(row.span, cell)).toBe(true);
      }
      expect(sliceOf(text, row.span)).not.toContain("\n");
    }
  }
}

const corpus = new URL("../../corpus/", import.meta.url);

describe("every document", () => {
  test.each(readdirSync(corpus).filter((file) => file.endsWith(".txt")))("%s keeps the laws", (file) => {
    const { document } = readReport({ file, bytes: readFileSync(new URL(file, corpus)), metadata: null });
    expect(document).not.toBeNull();
    if (document !== null) expectLaws(document);
  });

  test("files no one foresaw keep them too, and nothing throws", () => {
    const piece = fc.constantFrom(
      "一、工作回顾",
      "（一）经济",
      "1.工业。全年工业增加值增长5%，结构更优。",
      "一是抓项目。",
      "——发展稳。",
      "表1：指标",
      "序号\t名称\t目标",
      "1\tGDP\t5",
      "\t其中\t",
      "合计\t\t9",
      "| a | b |",
      "|---|---|",
      "| 1 | 2 |",
      "\t单元",
      "专栏1：项目",
      "注：说明",
      "名词解释",
      "术语 解释的话。",
      "## 标题",
      "**重点**：内容",
      "全年增长",
      "加值快速增长。",
      "",
      "",
      "― 2 ―",
      "图1: 图",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td colspan=2>2</td></tr></table>",
      "第一部分 总论",
      "各位代表：",
      "- 条目",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { minLength: 1, maxLength: 40 }),
        (lines) => {
          const bytes = new TextEncoder().encode(lines.join("\n"));
          const { document, problems } = readReport({ file: "x.md", bytes, metadata: null });
          if (document === null) expect(problems.some((problem) => problem.severity === "error")).toBe(true);
          else expectLaws(document);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("no word or digit is lost or changed", () => {
    for (const file of readdirSync(corpus).filter((name) => name.endsWith(".txt"))) {
      const bytes = readFileSync(new URL(file, corpus));
      const { document } = readReport({ file, bytes, metadata: null });
      const printed = bytes.toString("utf8").replace(/\[bookmark:[^\]]*\]|― \d ―/g, "");
      expect(counted(document?.text ?? "", file)).toEqual(counted(printed, file));
    }
  });
});

/** How often each Chinese character and digit stands in a text; repeated table headers make some rarer, so those are left out. */
function counted(text: string, file: string): Record<string, number> {
  const repeated = file.startsWith("jiangbei-202")
    ? new Set("序号指标名称预期目标实际完成备注年初情况2023102")
    : new Set<string>();
  const counts: Record<string, number> = {};
  for (const [character] of text.matchAll(/[\u4e00-\u9fff\d]/g)) {
    if (!repeated.has(character)) counts[character] = (counts[character] ?? 0) + 1;
  }
  return counts;
}

test("lines made to be slow to read are read fast", () => {
  for (const unit of ["a\t", "![", "<p", " 一", "（", "|", "[bookmark:", "**a"]) {
    const bytes = new TextEncoder().encode(unit.repeat(30_000));
    const start = performance.now();
    readReport({ file: "x.md", bytes, metadata: null });
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
