import type { Section } from "#domain/document.ts";
import { isComplete } from "#ingest/block.ts";
import type { FileFacts } from "#ingest/formats/file-reading.ts";
import { REPORT_ENDING } from "#ingest/formats/tell-format.ts";
import { withAsciiYears } from "./printed-years.ts";

/** What is known of a report when only its text is. */
export interface Evidence {
  readonly file: string;
  readonly text: string;
  readonly sections: readonly Section[];
  /** What the file says of itself beside its text; null for plain text. */
  readonly facts: FileFacts | null;
}

/** The places of a report that tell what it is, years in ASCII digits and without spaces. */
export interface ReportFace {
  readonly text: string;
  /** Its first lines, up to the salutation or the first heading, as they stand. */
  readonly front: readonly string[];
  /** What may be its title: short lines of the front, and the front as one. */
  readonly titles: readonly string[];
  /** The title that the file gives beside its text; null where it gives none that tells anything. */
  readonly fileTitle: string | null;
  /** The office that the file gives beside its text. */
  readonly fileIssuer: string | null;
  /** Lines that name a table or a part with its year: 表一：2019年全区一般公共预算收入决算表. */
  readonly captions: readonly string[];
  readonly opening: string;
  /** Short lines at the end, where an office signs. */
  readonly closing: readonly string[];
  /** The file's own name, without folder and ending. */
  readonly fileName: string;
}

const FRONT_LINES = 12;
const OPENING = 3000;
const MOST_CAPTIONS = 80;
const CAPTION = /^(?=.{6,70}$)(?=.*(?:19|20)\d\d年)(?:附?[表图]|.*(?:表|情况|说明|目录|公报|报告)$)/u;
/** Titles that templates leave in a file: 标题, 公文通报模板. */
const NO_TITLE = /^(?:标题|无标题|未命名|附件\d*|封面|目录|Subject:?|Title)$|模板|样张|^\W*$/iu;

export function faceOf({ file, text, sections, facts }: Evidence): ReportFace {
  const front = frontLines(text, sections);
  const name = (file.split("/").at(-1) ?? file).replace(REPORT_ENDING, "").replace(/[_\s]+/g, "");
  const untitled = front.length > 0 && front.every((line) => isComplete(line));
  const lines = untitled && /[\u4e00-\u9fff]{3}/.test(name) ? [name, ...front] : front;
  const short = lines
    .flatMap(withoutCells)
    .map(plain)
    .filter((line) => line.length <= 80 && !isComplete(line));
  const title = facts?.title ?? null;
  const all = text.split("\n", 4000).map(plain);
  return {
    text,
    front: lines,
    titles: [...short, short.join("")],
    fileTitle: title === null || NO_TITLE.test(title) ? null : plain(title),
    fileIssuer: facts?.issuer ?? null,
    captions: all.filter((line) => CAPTION.test(line)).slice(0, MOST_CAPTIONS),
    opening: plain(text.slice(0, OPENING)),
    closing: text
      .slice(-600)
      .split("\n")
      .map(plain)
      .filter((line) => line.length >= 3 && line.length <= 40),
    fileName: name,
  };
}

/** The first cell of a row, which is a title where the others hold no figure (中国2018年地级以上城市数据 | | 人口); none of rows. */
function withoutCells(line: string): string[] {
  const [first = "", ...cells] = line.split("|");
  if (cells.length === 0) return [line];
  return cells.some((cell) => /\d/.test(cell)) ? [] : [first];
}

/** Years in ASCII digits, no spaces but between figures: 表1 2022年. */
export const plain = (line: string): string =>
  withAsciiYears(line).replace(/(?<!\d)[ \t\u3000]+|[ \t\u3000]+(?!\d)/g, "");

function frontLines(text: string, sections: readonly Section[]): string[] {
  const firstHeading = sections.find((section) => section.kind === "heading")?.heading.start ?? text.length;
  const lines = text.slice(0, 4000).split("\n");
  const salutation = lines.findIndex((line) => /^(?:各位代表|各位委员|同志们|主任、)/.test(line));
  const byHeading = text.slice(0, firstHeading).split("\n").length - 1;
  const end = salutation >= 0 ? salutation : Math.max(1, byHeading);
  const front = lines.slice(0, Math.min(end, FRONT_LINES)).map((line) => line.slice(0, 200));
  return front.length > 0 ? front : lines.slice(0, 1).map((line) => line.slice(0, 200));
}
