import type { SourceDocument, Table } from "#domain/document.ts";
import type { IndicatorAttribute } from "#domain/indicator.ts";

/** What a mark after a name means, by the note under the table: `加*为约束性指标，其他为预期性指标`. */
export interface StarNote {
  readonly marked: IndicatorAttribute | null;
  readonly others: IndicatorAttribute | null;
}

const MARK = "[*＊★☆▲△]";
const MARKED = new RegExp(
  `(?:加|带|标|注|有)?[“"]?\\\\?${MARK}[”"]?号?[^，。；;]{0,6}?(?<attribute>约束性|预期性)`,
  "u",
);
const OTHERS = /其[他余它][^。；;]{0,8}?(?<attribute>约束性|预期性)/u;

/** 约束性 or 预期性 in `text`, or null. */
export function attributeIn(text: string): IndicatorAttribute | null {
  if (text.includes("约束性")) return "约束性";
  return text.includes("预期性") ? "预期性" : null;
}

export function starNote(document: SourceDocument, table: Table): StarNote {
  const notes = table.notes.map((note) => document.text.slice(note.start, note.end)).join("；");
  return {
    marked: attributeIn(MARKED.exec(notes)?.groups?.["attribute"] ?? ""),
    others: attributeIn(OTHERS.exec(notes)?.groups?.["attribute"] ?? ""),
  };
}

const MARK_AT_END = new RegExp(`${MARK}\\s*$|${MARK}\\s*[（(]`, "u");

/** True for names that carry the mark: `森林覆盖率（%）*`. */
export function isMarked(name: string): boolean {
  return MARK_AT_END.test(name);
}
