import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Section, SourceDocument } from "#domain/document.ts";
import { heldAmong, knownShareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { documentsFor } from "./find-candidates.ts";
import { partsDraft, titledPartsDraft } from "./titled-parts.ts";

const NTH = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:个?(?:大)?部分|章|篇|节)/;
const ASKS_PARTS =
  /(?:哪|几|[二两三四五六七八九十]{1,3}|(?<!\d)\d{1,4})(?:几|[二两三四五六七八九十]{1,3}|\d{1,4})?(?:个|大)?(?:方面|部分|小节|点|块|项|任务)|讲了(?:什么|啥|哪)|标题|包括(?:什么|哪)/;
/** What the number of a part says is no word to look for. */
const PART_WORDS = /第[一二三四五六七八九十\d]+(?:个?大?部分|章|篇|节)|讲|分成|分为|分|报告/g;
const ENOUGH = 0.6;
const FEWEST = 2;

/**
 * 第三部分分成哪四个方面: the parts of a section named by its number or its title, by their headings. `count` is how
 * many are asked for, when the question says so; without either, the section's title is named. Null when none fits.
 */
export function headedPartsDraft(desk: Desk, count: number | null): Draft | null {
  const folded = foldPlain(desk.question.asked);
  const printed = NTH.exec(folded)?.[1];
  const nth = printed === undefined ? null : parseCount(printed);
  if (nth === null && count === null) return titledPartsDraft(desk);
  if (!ASKS_PARTS.test(folded)) return null;
  const terms = termsOf(desk.sources, tellingWords(desk.question.topic, folded).replace(PART_WORDS, " "));
  let best: { document: SourceDocument; parts: readonly Section[]; share: number } | null = null;
  for (const document of documentsFor(desk)) {
    const sections = nth === null ? document.sections : chaptersAt(document, nth);
    for (const section of sections) {
      const parts = document.sections.filter(
        ({ parent, kind }) => parent === section.id && (kind === "heading" || kind === "lead-in"),
      );
      if (count === null ? parts.length < FEWEST : parts.length !== count) continue;
      const share = knownShareOf(terms, heldAmong(terms, termsPresent(section.title)));
      if (share < (nth === null ? ENOUGH : 0) || share <= (best?.share ?? -1)) continue;
      best = { document, parts, share };
    }
  }
  if (best === null) return null;
  return partsDraft(desk, best);
}

/** The chapters with a number; where none is numbered, the one in its place. */
function chaptersAt({ sections }: SourceDocument, nth: number): Section[] {
  const chapters = sections.filter(({ parent, kind }) => parent === null && kind === "heading");
  const numbered = chapters.filter(({ title }) => ordinalOf(title) !== null);
  if (numbered.length === 0) return chapters.slice(nth - 1, nth);
  return numbered.filter(({ title }) => ordinalOf(title) === nth);
}

/** 三、…, 第三部分 …: which part of its report a heading opens. */
function ordinalOf(title: string): number | null {
  const printed = /^第?([一二三四五六七八九十]{1,3})(?:[、，．.]|部分|章|篇|节)/.exec(title)?.[1];
  return printed === undefined ? null : parseCount(printed);
}
