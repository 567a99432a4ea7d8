import type { SourceLine } from "./source-line.ts";

const LONG = 600;
/** A line with tabs or bars that is longer is no row of a table but a whole report with its tables run together. */
const LONGEST_ROW = 4000;
/** A paragraph nobody broke is cut at sentence ends, each piece about this long. */
const PIECE = 400;
const LONGEST_TITLE = 45;
const DIGITS = "一二三四五六七八九";
const TITLE = /^.{0,90}?(?:工作报告|统计公报|的报告|纲要|公报)(?![》”的中和])/;
const MEETING = /[—－–-]{0,4}\s*[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^。；]{2,40}?会议上?[)）]?/;
const SALUTATION = /(?:各位代表|各位委员|同志们)[：:！!]/;
const MARK =
  /第([一二三四五六七八九十]{1,3})(?:部分|篇|章)|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[)）]|(?<![\d.])(\d{1,2})(?:、|[.．](?!\d))/g;

/**
 * Parts a report that was written on one line: title, meeting and salutation, then each heading whose number follows
 * the one before (一、 二、, （一） （二）), and very long paragraphs at sentence ends. Other lines stay as they are.
 */
export function splitOneLine(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) => {
    const row = /[\t|]/.test(line.raw) && line.raw.length < LONGEST_ROW;
    if (line.raw.length < LONG || row) return [line];
    const cuts = headingCuts(line.raw);
    if (cuts.length === 0) return [line];
    const front = frontCuts(line.raw.slice(0, cuts[0]));
    return partsAt(line.raw, [...front, ...cuts])
      .flatMap(sentencePieces)
      .map((raw) => ({ ...line, raw }));
  });
}

/** Where headings start and, where a space shows it, end; none unless 一、 and 二、 are both there. */
function headingCuts(text: string): number[] {
  const cuts: number[] = [];
  const next = [1, 1, 1, 1];
  let headed = -LONGEST_TITLE;
  for (const match of text.matchAll(MARK)) {
    const level = match.slice(1).findIndex((group) => group !== undefined);
    const number = numberIn(match[level + 1] ?? "");
    const underHeading =
      match.index - headed <= LONGEST_TITLE && !/[。；]/.test(text.slice(headed + 2, match.index));
    const fits = number === next[level] || (number === 1 && level > 1);
    if (!fits || !(startsHere(text, match.index) || (underHeading && level > 1))) continue;
    next[level] = number + 1;
    for (let inner = Math.max(level, 1) + 1; inner < next.length; inner++) next[inner] = 1;
    if (level === 0) next[1] = 1;
    cuts.push(match.index);
    const title = /^\S*[\u4e00-\u9fff]{4}\S*? (?=\S{6})|^[^，。；]{4,}?(?=各位代表[：:！])/.exec(
      text.slice(match.index, match.index + LONGEST_TITLE),
    );
    if (title !== null && !/[。；]/.test(title[0])) cuts.push(match.index + title[0].length);
    headed = match.index;
  }
  return (next[1] ?? 1) > 2 || (next[0] ?? 1) > 2 ? cuts : [];
}

/** A heading starts behind the end of a sentence or a space. */
function startsHere(text: string, at: number): boolean {
  return at === 0 || /[。！？；：!?\s”）)]/.test(text[at - 1] ?? "");
}

/** Before and behind the title, the meeting and the salutation. */
function frontCuts(front: string): number[] {
  const salutation = SALUTATION.exec(front);
  const end = salutation?.index ?? front.length;
  const behind = salutation === null ? [] : [end, end + salutation[0].length];
  const meeting = MEETING.exec(front.slice(0, end));
  if (meeting !== null) {
    const start = Math.max(
      0,
      ...["。", "：", "）", ")"].map((mark) => front.lastIndexOf(mark, meeting.index - 1) + 1),
    );
    return ascending([start, meeting.index, meeting.index + meeting[0].length, ...behind]);
  }
  const title = TITLE.exec(front.slice(0, end))?.[0] ?? "";
  const label = /^.{4,40}[)）]\s*(?=关于)/.exec(title)?.[0].length ?? 0;
  const gap = /^\s+\S{2,30}(?=\s)/.exec(front.slice(title.length, end))?.[0].length ?? 0;
  return ascending([label, title.length, title.length + gap, ...behind]);
}

function ascending(cuts: readonly number[]): number[] {
  return [...new Set(cuts)].filter((at) => at > 0).sort((a, b) => a - b);
}

function partsAt(text: string, cuts: readonly number[]): string[] {
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]).trim()).filter((part) => part !== "");
}

function sentencePieces(text: string): string[] {
  if (text.length < PIECE * 3) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[。！？][”’）)]*/g)) {
    const end = match.index + match[0].length;
    if (end - from < PIECE) continue;
    pieces.push(text.slice(from, end));
    from = end;
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces;
}

/** 十二 → 12. */
function numberIn(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  const [tens, ones] = printed.includes("十") ? printed.split("十") : ["", printed];
  const digit = (character: string | undefined) => DIGITS.indexOf(character ?? "") + 1;
  if (!printed.includes("十")) return digit(ones);
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones));
}
