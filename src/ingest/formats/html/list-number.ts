import { writeNumber } from "#ingest/formats/write-number.ts";
import { styleOf } from "./inline-style.ts";
import { attribute, elementsOf, hasAttribute, type PageElement, parentOf, sourceText } from "./page-tree.ts";

const TYPES: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const STYLES: Readonly<Record<string, string>> = {
  "lower-alpha": "lowerLetter",
  "upper-alpha": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "cjk-ideographic": "chineseCounting",
  "simp-chinese-informal": "chineseCounting",
  decimal: "decimal",
};
const NUMBERED = /^\s*(?:[(（]?[\d一二三四五六七八九十]+[)）.．、]|[①-⑳])/u;

/** The number a browser shows before an item of an ordered list, empty where it shows none or the text has its own. */
export function listNumber(item: PageElement): string {
  const list = parentOf(item);
  if (list === null || list.tagName !== "ol" || NUMBERED.test(sourceText(item))) return "";
  const style = styleOf(list).get("list-style-type") ?? styleOf(list).get("list-style") ?? "";
  if (/none|disc|circle|square/u.test(style)) return "";
  const format = STYLES[style] ?? TYPES[attribute(list, "type")] ?? "decimal";
  const number = writeNumber(placeInList(item, list), format);
  return format === "chineseCounting" ? `${number}、` : `${number}.`;
}

function placeInList(item: PageElement, list: PageElement): number {
  let number = hasAttribute(list, "start") ? Number.parseInt(attribute(list, "start"), 10) || 1 : 1;
  for (const each of elementsOf(list)) {
    if (each.tagName !== "li") continue;
    if (hasAttribute(each, "value")) number = Number.parseInt(attribute(each, "value"), 10) || number;
    if (each === item) return number;
    number += 1;
  }
  return number;
}
