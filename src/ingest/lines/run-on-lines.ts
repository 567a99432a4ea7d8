import type { SourceLine } from "./source-line.ts";

const OUTER = /(?:^| )(?=第[一二三四五六七八九十百]{1,4}[篇章节][ 、：])/;
const CHAPTER = /^(第[一二三四五六七八九十百]{1,4}[篇章节][ 、：]*)([^ ，。；：]{2,40}) (?=\S{6})/;
const ENTRY = /[〔［【[]\d{1,3}[〕］】\]]|[①-⑳](?=[“"]?[^，。；：:]{1,30}[:：])/g;

/**
 * Parts what a conversion ran together on one line: 第一篇 … 第一章 … with the text behind them, and numbered glossary
 * entries (〔1〕… 〔2〕…).
 */
export function splitRunOnLines(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) => {
    if (/[\t|]/.test(line.raw)) return [line];
    const parts = entries(line.raw) ?? line.raw.split(OUTER).flatMap(chapter);
    return parts.length <= 1 ? [line] : parts.map((raw) => ({ number: line.number, raw }));
  });
}

/** The title of a chapter ends at the space before its text. */
function chapter(line: string): string[] {
  const found = CHAPTER.exec(line);
  if (found === null) return line === "" ? [] : [line];
  const title = `${found[1] ?? ""}${found[2] ?? ""}`;
  return [title, line.slice(title.length + 1)];
}

function entries(line: string): string[] | null {
  const text = line.trim();
  const marks = [...text.matchAll(ENTRY)].map((mark) => mark.index);
  if (marks.length < 3 || marks[0] !== 0) return null;
  return marks.map((start, at) => text.slice(start, marks[at + 1]));
}
