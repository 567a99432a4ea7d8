import { describe, expect, test } from "vitest";
import { Desk } from "#answer/desk.ts";
import { type Candidate, candidatesOf } from "#answer/passages/choose.ts";
import { definitionDraft, glossaryOf } from "#answer/passages/definition.ts";
import { wantedBy } from "#answer/passages/find-candidates.ts";
import { listSpan } from "#answer/passages/list-span.ts";
import { windowsOf } from "#answer/passages/windows.ts";
import type { Chunk } from "#domain/chunk.ts";
import type { Section, SectionKind, Table } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { createUnderstand } from "#question/understand.ts";
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

const chunkOf = (span: Span, kind: Chunk["kind"] = "prose"): Chunk => ({
  ...span,
  id: "c1",
  documentId: document.id,
  ordinal: 0,
  kind,
  section: [],
  text: text.slice(span.start, span.end),
  context: "",
});
const words = ({ start, end }: Span) => text.slice(start, end);

describe("windows", () => {
  const paragraph = spanOf("第一件事做了。第二件事也做了。第三件事没做。第四件事明年做。");

  test("are one to three neighbouring sentences", () => {
    const windows = windowsOf(document, chunkOf(paragraph));
    expect(windows.filter(({ sentences }) => sentences === 1)).toHaveLength(4);
    expect(windows.map(words)).toContain("第二件事也做了。第三件事没做。");
    expect(Math.max(...windows.map(({ sentences }) => sentences))).toBe(3);
  });
  test("lie in their chunk", () => {
    for (const { start, end } of windowsOf(document, chunkOf(paragraph))) {
      expect(start).toBeGreaterThanOrEqual(paragraph.start);
      expect(end).toBeLessThanOrEqual(paragraph.end);
    }
  });
  test("of a table are single rows", () => {
    const rows = { start: spanOf("丙").start, end: spanOf("丁 | 4亿元").end };
    expect(windowsOf(document, chunkOf(rows, "table")).map(words)).toEqual(["丙 | 3亿元", "丁 | 4亿元"]);
  });
  test("of a definition are the whole entry", () => {
    const entry = spanOf("QFLP：合格境外有限合伙人，把境外资本换成人民币投资。");
    expect(windowsOf(document, chunkOf(entry, "definition"))).toEqual([{ ...entry, sentences: 1 }]);
  });
});

describe("a list is given complete and in the report's order", () => {
  const listAround = (found: string, kind: Chunk["kind"] = "prose") => {
    const window = { ...spanOf(found), sentences: 1 };
    const passage = { chunk: chunkOf(window, kind), score: 1, lexicalRank: 1, denseRank: null, coverage: 1 };
    const candidate: Candidate = {
      documentId: document.id,
      passage,
      window,
      covered: 1,
      known: 1,
      rare: 1,
      fit: 1,
      beside: 1,
      score: 1,
    };
    return words(listSpan(document, candidate));
  };

  test("all rows of the table it stands in, without the header", () => {
    expect(listAround("丁 | 4亿元", "table")).toBe("丙 | 3亿元\n丁 | 4亿元");
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

test("of two reports that say the same, the newer one speaks where no year is asked", () => {
  const saying = (said: string) => (reviewYear: number) =>
    documentWith({ id: `${reviewYear}`, reviewYear, text: `${said}\n` });
  const others = [2017, 2018, 2019].map(saying("全区绿化覆盖率提高。"));
  const reports = [...others, ...[2021, 2023].map(saying("养老服务站建成运营。"))];
  const passages = reports.map(({ id, text: whole }) => {
    const chunk = { ...chunkOf({ start: 0, end: whole.length - 1 }), documentId: id, text: whole.trim() };
    return { chunk, score: 1, lexicalRank: 1, denseRank: null, coverage: 1 };
  });
  const sources = sourcesOf(reports);
  const desk = new Desk(createUnderstand(sources.outline)(["养老服务站怎么样"]), sources);
  expect(candidatesOf(sources, passages, wantedBy(desk))[0]?.documentId).toBe("2023");
});
