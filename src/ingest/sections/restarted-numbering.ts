import type { Block } from "#ingest/block.ts";
import { parseChineseNumber } from "#text/chinese-number.ts";
import { numberingOf, RANK } from "./numbering.ts";
import type { Opening } from "./opening.ts";

/** A heading 一、, 二、 …, or a chapter without a number, in the order of the report. */
interface Major {
  readonly at: number;
  /** Null for a chapter without a number (2023年工作回顾). */
  readonly number: number | null;
  readonly isChapter: boolean;
}

/** What parts of a chapter are not called. */
const CHAPTER =
  /(?:19|20)\d\d年|今年|今后|总体要求|政府(?:自身)?建设|自身建设|(?:重点工作|工作重点|主要任务|目标任务|工作安排|保障措施|工作举措)$/;
const CHAPTER_RANK = RANK.major - 2;
const INNER_RANK = RANK.major + 3;

/**
 * Where 一、 comes again below 二、 or below a chapter without a number, its row is that chapter's own: such headings go
 * one level in, until the number comes that continues the chapters.
 */
export function settleRestarts(
  blocks: readonly Block[],
  openings: readonly (Opening | null)[],
): (Opening | null)[] {
  const majors = majorsOf(blocks, openings);
  const inner = innerMajors(majors);
  if (inner.size === 0 && !beginsWithSecond(majors)) return [...openings];
  const unnumbered = majors.some((major) => major.number === null);
  return openings.map((opening, at) => {
    if (opening === null || opening.rank !== RANK.major) return opening;
    if (inner.has(at)) return { ...opening, rank: INNER_RANK };
    return unnumbered ? { ...opening, rank: CHAPTER_RANK } : opening;
  });
}

function majorsOf(blocks: readonly Block[], openings: readonly (Opening | null)[]): Major[] {
  return openings.flatMap((opening, at): Major[] => {
    const block = blocks[at];
    if (opening === null || block?.kind !== "text" || opening.kind !== "heading") return [];
    const title = block.text.slice(opening.start, opening.end);
    const isChapter = CHAPTER.test(title);
    if (opening.rank === CHAPTER_RANK) return [{ at, number: null, isChapter }];
    if (opening.rank !== RANK.major) return [];
    const length = numberingOf(title)?.length ?? 0;
    const printed = parseChineseNumber(title.slice(0, length).replace(/[、．.]$/, ""));
    return printed === null ? [] : [{ at, number: Number(printed), isChapter }];
  });
}

/** The first chapter has no number and the next is 二、. */
function beginsWithSecond(majors: readonly Major[]): boolean {
  return majors[0]?.number === null && majors[1]?.number === 2;
}

/** Places of the headings that number the parts of one chapter. */
function innerMajors(majors: readonly Major[]): Set<number> {
  const inner = new Set<number>();
  // Where the chapters have no numbers only a row that begins again shows a number among them.
  const numberless = majors.filter((major) => major.number === null).length > 1;
  let outerLast = 0;
  let innerLast = 0;
  for (const [index, { at, number, isChapter }] of majors.entries()) {
    if (number === null) {
      outerLast++;
      innerLast = 0;
      continue;
    }
    const nextOuter = number === outerLast + 1;
    const opensRow =
      nextOuter && number > 1 && ((isChapter && !numberless) || majors[index + 1]?.number === 1);
    // A number may be missing from a row whose heading was printed otherwise.
    const goesOn =
      innerLast > 0 && number > innerLast && !opensRow && (number <= innerLast + 2 || !nextOuter);
    if (goesOn || (number === 1 && outerLast > 0)) {
      inner.add(at);
      innerLast = number;
    } else {
      outerLast = number;
      innerLast = 0;
    }
  }
  return inner;
}
