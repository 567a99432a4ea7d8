import { describe, expect, test } from "vitest";
import { Desk } from "#answer/desk.ts";
import { definitionDraft, glossaryOf } from "#answer/passages/definition.ts";
import { listSpan } from "#answer/passages/list-span.ts";
import type { Section, SectionKind, Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { createUnderstand } from "#question/understand.ts";
import type { UnitKind } from "#read/unit.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const text = [
  "一、工作",
  "第一件事做了。第二件事也做了。第三件事没做。第四件事明年做。",
  "专栏1：四大工程",
  "甲工程。",
  "乙工程。",
  "项目 | 投资",
  "丙 | 3亿元",
  "丁 | 4亿元",
  "QFLP：合格境外有限合伙人，把境外资本换成人民币投资。",
  "QFLP基金：用QFLP办法设立的基金。",
  "",
].join("\n");

const spanOf = (words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const sectionOf = (kind: SectionKind, title: string, last: string): Section => ({
  id: title,
  parent: null,
  kind,
  level: 1,
  title,
  heading: spanOf(title),
  span: { start: spanOf(title).start, end: spanOf(last).end },
});
const rowOf = (words: string) => ({ span: spanOf(words), cells: [], parent: null });
const table: Table = {
  id: "t1",
  caption: null,
  section: null,
  span: { start: spanOf("项目 | 投资").start, end: spanOf("丁 | 4亿元").end },
  columns: [],
  header: spanOf("项目 | 投资"),
  rows: [rowOf("丙 | 3亿元"), rowOf("丁 | 4亿元")],
  notes: [],
  unit: null,
};
const definition = (term: string, words: string): Section => ({
  ...sectionOf("definition", `${term}：`, words),
  title: term,
});
const document = documentWith({
  text,
  tables: [table],
  sections: [
    sectionOf("heading", "一、工作", "第四件事明年做。"),
    sectionOf("box", "专栏1：四大工程", "乙工程。"),
    definition("QFLP", "把境外资本换成人民币投资。"),
    definition("QFLP基金", "用QFLP办法设立的基金。"),
  ],
});

const words = ({ start, end }: Span) => text.slice(start, end);

describe("a list is given complete and in the report's order", () => {
  const listAround = (found: string, kind: UnitKind = "sentence") => {
    return words(listSpan(document, { ...spanOf(found), kind }));
  };

  test("all rows of the table it stands in, without the header", () => {
    expect(listAround("丁 | 4亿元", "row")).toBe("丙 | 3亿元\n丁 | 4亿元");
  });
  test("all of its box", () => expect(listAround("乙工程。")).toBe("甲工程。\n乙工程。"));
  test("the rest of its paragraph", () => {
    expect(listAround("第二件事也做了。")).toBe("第二件事也做了。第三件事没做。第四件事明年做。");
  });
  test("an entry of a glossary as it is", () => {
    expect(listAround("合格境外有限合伙人", "definition")).toBe("合格境外有限合伙人");
  });
});

describe("a term of the glossary", () => {
  const sources = sourcesOf([document]);
  const glossary = glossaryOf([document]);
  const understand = createUnderstand(sources.outline);
  const defined = (asked: string) => {
    const draft = definitionDraft(new Desk(understand([asked]), sources), glossary);
    return draft?.book.citations.map(({ quote }) => quote) ?? null;
  };

  test("is kept under its name without marks", () => {
    expect(glossary.map(({ key }) => key)).toEqual(["qflp", "qflp基金"]);
  });
  test("is explained in the report's words", () => {
    expect(defined("QFLP是什么意思？")).toEqual(["QFLP：合格境外有限合伙人，把境外资本换成人民币投资。"]);
    expect(defined("qflp是啥")).toEqual(["QFLP：合格境外有限合伙人，把境外资本换成人民币投资。"]);
  });
  test("with the longer name is meant when the longer name is asked", () => {
    expect(defined("什么是QFLP基金？")?.[0]).toBe("QFLP基金：用QFLP办法设立的基金。");
  });
  test("that is not there is not made up", () => expect(defined("区块链是什么意思？")).toBeNull());
});
