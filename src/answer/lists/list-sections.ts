import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { documentsFor, documentsNewestFirst } from "#answer/passages/find-candidates.ts";
import { forms } from "#answer/passages/forms.ts";
import { type Half, halfAsked, halfAt, halfOfYears } from "#answer/passages/report-half.ts";
import type { Section, SourceDocument } from "#domain/document.ts";
import {
  heldAmong,
  knownShareOf,
  type QuestionTerms,
  shareOf,
  termsOf,
  termsPresent,
} from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";

/** Share of the question's words that the title must hold, and of a clause of the title that the question must. */
const OF_QUESTION = 0.85;
const OF_TITLE = 0.45;
/** Of a chapter that only prints its year. */
const LEAST_FIT = 0.1;
/** Fewer parts than this are no list. */
const FEWEST = 3;
/** 三、2023年, （三）“六项”: a title without its number, its year and the count of its parts. */
const NOT_TITLE =
  /^(?:第?[一二三四五六七八九十\d]+[、.．]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+是)|(?:19|20)\d{2}年|[“"][一二三四五六七八九十\d]+[大个项条][”"]|——/g;

/** 项重点工作: what is left of 哪几项重点工作. */
const MEASURE_WORD = /(?:^| )[项条个件](?=\p{L})/gu;

const NTH = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:个?(?:大)?部分|章|篇|节)/;
const ASKS_PARTS =
  /(?:哪|几|[二两三四五六七八九十]{1,3}|(?<!\d)\d{1,4})(?:几|[二两三四五六七八九十]{1,3}|\d{1,4})?(?:个|大)?(?:方面|部分|小节|点|块|项|任务)|讲了(?:什么|啥|哪)|标题|包括(?:什么|哪)/;
/** What the number of a part says is no word to look for. */
const PART_WORDS = /第[一二三四五六七八九十\d]+(?:个?大?部分|章|篇|节)|讲|分成|分为|分|报告/g;
const NAMED = 0.6;
const FEWEST_NAMED = 2;

interface Titled {
  readonly document: SourceDocument;
  readonly parts: readonly Section[];
  readonly fit: number;
}

/**
 * 今年要干哪些重点工作 → 二、2024年重点工作: the headings of the parts of the section whose title the question names,
 * in the newest report and the half of it that fits. Null when none does.
 */
export function titledPartsDraft(desk: Desk): Draft | null {
  const { question } = desk;
  const folded = foldPlain(question.asked);
  if (question.regions.length > 1 || question.indicators.length > 0) return null;
  if (!forms.parts.asked.test(folded)) return null;
  const asked = askedFor(desk, folded);
  let best: Titled | null = null;
  for (const document of documentsNewestFirst(desk)) {
    const [ofYears, said] = [halfOfYears(question, document), halfAsked(question)];
    // 2023年有哪些成绩 is no question about what a report of 2022 plans for it.
    if (ofYears !== null && said !== null && ofYears !== said) continue;
    if (!question.years.every((year) => document.years.includes(year))) continue;
    const wanted = ofYears ?? said;
    for (const section of document.sections) {
      const parts = partsOf(document, section);
      if (parts.length < FEWEST) continue;
      const half = halfAt(document, section.heading.start);
      if (wanted !== null && half !== null && wanted !== half) continue;
      if (forms.parts.period.test(section.title) !== forms.parts.period.test(folded)) continue;
      const title = foldPlain(section.title).replace(NOT_TITLE, " ");
      const fit = asked.bare
        ? bareFit(title, { half, wanted, ofYear: ofYear(document, section, half) })
        : fitOf(desk, title, asked);
      if (fit > (best?.fit ?? 0)) best = { document, parts, fit };
    }
  }
  return best === null ? null : partsDraft(desk, best);
}

/** True for 2022年有哪些成绩, 今年有什么打算: all that was or will be done is asked about, and no matter of it. */
export function asksWholeYear(desk: Desk): boolean {
  const folded = foldPlain(desk.question.asked);
  return forms.parts.asked.test(folded) && askedFor(desk, folded).bare;
}

interface Asked {
  /** True where they only name parts (重点工作): every plan has some. */
  readonly bare: boolean;
  /** The terms without the words for parts (优化营商环境的措施). */
  readonly terms: QuestionTerms;
  readonly quotations: readonly string[];
}

function askedFor({ question, sources }: Desk, folded: string): Asked {
  const subject = tellingWords(question.topic, folded)
    .replace(MEASURE_WORD, " ")
    .replace(forms.parts.rest, " ");
  const own = subject.replace(forms.parts.named, " ");
  const quotations = [...folded.matchAll(/[“"]([^”"]{3,})[”"]/g)].map(([, words = ""]) => words);
  return { bare: own.trim() === "", terms: termsOf(sources, own), quotations };
}

interface Asking {
  readonly half: Half | null;
  readonly wanted: Half | null;
  /** True for a chapter whose title prints the year of its half. */
  readonly ofYear: boolean;
}

/** How likely a title only says that it is the plan, or the review, of a year; the plan where neither is asked for. */
function bareFit(title: string, { half, wanted, ofYear: printsYear }: Asking): number {
  if (half !== (wanted ?? "ahead")) return 0;
  const at = forms.parts[half].findIndex((pattern) => pattern.test(title));
  return at === -1 ? (printsYear ? LEAST_FIT : 0) : 1 / (1 + at);
}

/** 三、接续奋斗2021年，…: a chapter with no other word for what it is. */
function ofYear(
  { planYear, reviewYear }: SourceDocument,
  { parent, title }: Section,
  half: Half | null,
): boolean {
  const year = half === "ahead" ? planYear : reviewYear;
  return parent === null && year !== null && title.includes(`${year}年`);
}

/** The headings of parts, each cited. */
function partsDraft(desk: Desk, { document, parts }: Omit<Titled, "fit">): Draft {
  const items = parts.map(({ title, heading }) => `${title}[${desk.book.cite(document.id, heading)}]`);
  return desk.draft("list", [{ type: "list", ordered: false, items }]);
}

/** The parts with headings of their own; paragraphs with a lead-in only where there are no others. */
export function partsOf({ sections }: SourceDocument, { id }: Section): readonly Section[] {
  const under = (kind: Section["kind"]) =>
    sections.filter((section) => section.parent === id && section.kind === kind);
  const headed = under("heading");
  return headed.length > 0 ? headed : under("lead-in");
}

/** 0 where question and title are not about the same. */
function fitOf({ question, sources }: Desk, title: string, { terms, quotations }: Asked): number {
  if (quotations.some((words) => title.includes(words))) return 2;
  const ofQuestion = shareOf(terms, heldAmong(terms, termsPresent(title)));
  if (ofQuestion < OF_QUESTION) return 0;
  const asked = foldPlain(question.asked);
  const said = termsPresent(asked);
  const shares = title.split(/[,:;、\s]/).map((clause) => {
    const words = termsOf(sources, clause);
    return Math.max(
      shareOf(words, heldAmong(words, said)),
      longestIn(clause, asked) / Math.max(clause.length, 1),
    );
  });
  const ofTitle = Math.max(...shares);
  return ofTitle < OF_TITLE ? 0 : ofQuestion + ofTitle;
}

/** Length of the longest stretch of a clause that the question says word for word, 0 for an empty clause. */
function longestIn(clause: string, asked: string): number {
  for (let length = clause.length; length > 0; length--) {
    for (let at = 0; at + length <= clause.length; at++)
      if (asked.includes(clause.slice(at, at + length))) return length;
  }
  return 0;
}

/**
 * 第三部分分成哪四个方面: the parts of a section named by its number or its title, by their headings. `count` is how
 * many are asked for, when the question says so; without either, the section's title is named. Null when none fits.
 */
export function sectionPartsDraft(desk: Desk, count: number | null): Draft | null {
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
      if (count === null ? parts.length < FEWEST_NAMED : parts.length !== count) continue;
      const share = knownShareOf(terms, heldAmong(terms, termsPresent(section.title)));
      if (share < (nth === null ? NAMED : 0) || share <= (best?.share ?? -1)) continue;
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
