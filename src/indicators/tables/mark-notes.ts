import type { SourceDocument, Table } from "#domain/document.ts";
import { markNumber } from "#text/quantity/footnote-marks.ts";
import type { Triangle } from "#text/quantity/sign.ts";

const ENTRY =
  /(?:^|[；;\n]|注[:：]?)\s*(?:[[〔【]?(?<number>\d{1,2})[\]〕】]?[.、．:：]?|(?<sign>[①-⑳]))\s*(?<note>[^；;\n]{2,300})/gu;

function notesUnder(document: SourceDocument, table: Table): string {
  return table.notes.map(({ start, end }) => document.text.slice(start, end)).join("\n");
}

/** What each numbered note under a table says: `注：①按可比价计算` is 1 → 按可比价计算. */
export function markNotes(document: SourceDocument, table: Table): ReadonlyMap<number, string> {
  const entries = [...notesUnder(document, table).matchAll(ENTRY)].map(({ groups }): [number, string] => {
    const number = groups?.["number"] ?? String(markNumber(groups?.["sign"] ?? "") ?? 0);
    return [Number(number), groups?.["note"]?.trim() ?? ""];
  });
  return new Map(entries);
}

/** What ▲ before a figure means by the notes or the caption: ▲表示下降. */
export function triangleMeant(document: SourceDocument, table: Table): Triangle {
  const words = `${table.caption ?? ""}\n${notesUnder(document, table)}`;
  const found =
    /[▲△][”"]?号?(?:表示|代表|为|是|指)[^，。；\n]{0,8}?(?<fall>下降|减少|负|降低|亏)|[▲△][”"]?号?(?:表示|代表|为|是|指)[^，。；\n]{0,8}?(?<rise>增长|上升|增加|提高)/u.exec(
      words,
    )?.groups;
  if (found === undefined) return null;
  return found["fall"] === undefined ? "rise" : "fall";
}
