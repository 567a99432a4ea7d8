import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import { sentencesFound } from "#answer/passages/find-candidates.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/words/wordings.ts";
import {
  heldAmong,
  knownShareOf,
  type QuestionTerms,
  shareOf,
  termsOf,
  termsPresent,
} from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { partsTold } from "./compare-told.ts";
import { type PartFigure, partFigures } from "./part-figures.ts";
import { type Sides, sidesIn } from "./sides-asked.ts";

/** Share of a thing's known words that the words before its figure must hold, and of what is measured. */
const NAMED = 0.8;
/** Of all its words, known or not. */
const MOSTLY = 0.6;
/** What the rest of a question decides between two figures. */
const AROUND = 0.2;
/** So many characters right before two figures say that they measure the same. */
const SAME_END = 8;
const MOST_SENTENCES = 40;
/** 续建项目 may stand as 续建. */
const SUFFIX = /(?:类|项目|产业|行业)+$/;
/** 个数, 数量: how many of each. */
const HOW_MANY = /^(?:项目|企业)?(?:个数|数量|件数|家数|数)$/;
/** Things counted one by one. */
const COUNTS = /^[个家件所项条座]$/;
/** Money and nothing else, wherever a question says it: 投资 may be that of 投资项目. */
const TURNOVER = /营收|营业收入|产值|利润/;
const MONEY = /投资|收入|支出|产值|资金|营收/;

/**
 * 市场主导类和政府主导类项目的年度投资差多少: figures of one paragraph or table that tell the same of the things the question
 * names, and the computation. Null where none tells all of them.
 */
export async function partsComparedDraft(desk: Desk): Promise<Draft | null> {
  const { question } = desk;
  if (question.language !== "zh" || question.regions.length > 1 || question.years.length > 1) return null;
  const sides = sidesIn(question);
  if (sides.length === 0) return null;
  const found = await sentencesFound(desk, question.regions[0] ?? null);
  const paragraphs = found.slice(0, MOST_SENTENCES).flatMap(({ documentId, start }) => {
    const document = desk.sources.document(documentId);
    return document === null ? [] : [partFigures(document, paragraphAt(document, start))];
  });
  for (const figures of paragraphs) {
    for (const each of sides) {
      const told = figuresOf(desk, figures, each);
      if (told !== null) return partsTold(desk, each, told);
    }
  }
  return null;
}

function paragraphAt({ text }: SourceDocument, offset: number) {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset) + 1, end: end === -1 ? text.length : end };
}

/** One figure of each thing, all in the same kind of unit; null where one is not told. */
function figuresOf(desk: Desk, figures: readonly PartFigure[], sides: Sides): readonly PartFigure[] | null {
  const { names, rate } = sides;
  const counted = HOW_MANY.test(sides.measure);
  const measure = counted ? "" : sides.measure;
  const wanted = readings(desk, measure);
  // 25个项目建成投用, where the paragraph is about 区级重点项目.
  const noun = measure.slice(-2);
  const around = measure.length > noun.length && best(wanted, wordsOf(desk, figures)) >= NAMED;
  const asked = foldPlain(desk.question.asked);
  const money =
    MONEY.test(measure) ||
    (measure === "" && (TURNOVER.test(asked) || names.every((name) => MONEY.test(name))));
  const fitting = figures.filter(
    ({ near, unit }) =>
      rate === (unit === "%") &&
      (rate || !money || counted || /元/.test(unit ?? "")) &&
      (!counted || COUNTS.test(unit ?? "")) &&
      (measure === "" ||
        best(wanted, near) >= NAMED ||
        (around && COUNTS.test(unit ?? "") && near.includes(noun))),
  );
  const told = names.flatMap((name) => figureOf(desk, fitting, { name, sides }) ?? []);
  const [first] = told;
  if (first === undefined || new Set(told).size < names.length) return null;
  const sure = names.every((name, at) => surelyOf(desk, name, { told, at, measure }));
  return sure && told.every((each) => differenceOf(each, first) !== null) ? told : null;
}

/** The figure that names the thing, right before it or at the head of its entry; whose it is decides between several. */
function figureOf(
  desk: Desk,
  figures: readonly PartFigure[],
  { name, sides }: { name: string; sides: Sides },
): PartFigure | null {
  const short = name.replace(SUFFIX, "");
  const terms = [...readings(desk, name), ...(short.length > 1 ? readings(desk, short) : [])];
  const owner = readings(desk, sides.owner);
  const asked = foldPlain(desk.question.asked);
  const around = readings(desk, asked);
  let found: { figure: PartFigure; share: number } | null = null;
  let again = false;
  for (const figure of figures) {
    const said = `${figure.head} ${figure.near}`;
    const share = best(terms, said);
    if (share < NAMED) continue;
    if (sides.owner !== "" && best(owner, sentenceOf(desk, figure)) < NAMED) continue;
    const whole =
      share +
      placed(name, terms, figure) +
      Number(headNamed(figure, asked)) +
      AROUND * Math.max(...around.map((each) => shareIn(each, said)));
    again = found !== null && whole === found.share && figure.value !== found.figure.value ? true : again;
    if (found === null || whole > found.share) {
      found = { figure, share: whole };
      again = false;
    }
  }
  // Two that fit as well leave it open which is meant.
  return again ? null : (found?.figure ?? null);
}

/** 政府投资项目里，续建…: the entry the question says. */
const headNamed = ({ head }: PartFigure, asked: string): boolean => {
  const name = head.replace(/[\d.].*$/, "");
  return name.length > 1 && asked.includes(name);
};

/** The very name counts more than its words, and right before the figure more than at the head of its entry. */
function placed(name: string, terms: readonly QuestionTerms[], { near, head }: PartFigure): number {
  const short = name.replace(SUFFIX, "");
  const said = near.includes(short) ? 3 : head.includes(short) ? 2 : 0;
  return said + Number(best(terms, near) >= NAMED);
}

/**
 * A thing named only at the head of an entry is surely what the figure is of where the figure says what it measures, or
 * where another is told in the very same words.
 */
function surelyOf(
  desk: Desk,
  name: string,
  { told, at, measure }: { told: readonly PartFigure[]; at: number; measure: string },
): boolean {
  const figure = told[at];
  if (figure === undefined) return false;
  if (measure !== "" || best(readings(desk, name), figure.near) >= NAMED) return true;
  const bare = ({ near }: PartFigure) => near.replace(/[\d.]/g, "");
  return told.some((other) => other !== figure && sameEnd(bare(other), bare(figure)));
}

/** 快消品产业实现营业收入、增长 and 全年实现营业收入、增长 tell the same. */
function sameEnd(one: string, two: string): boolean {
  const end = one.slice(-SAME_END);
  return one === two || (end.length === SAME_END && two.endsWith(end));
}

/** The words of all the sentences that the figures stand in. */
const wordsOf = (desk: Desk, figures: readonly PartFigure[]): string =>
  [...new Set(figures.map((figure) => sentenceOf(desk, figure)))].join("");

const sentenceOf = ({ sources }: Desk, { documentId, sentence }: PartFigure): string =>
  foldPlain(sources.document(documentId)?.text.slice(sentence.start, sentence.end) ?? "");

/** Of each question, since the same words are held against every figure. */
const known = new WeakMap<Question, Map<string, QuestionTerms[]>>();

function readings({ question, sources }: Desk, words: string): QuestionTerms[] {
  const ofQuestion = known.get(question) ?? new Map<string, QuestionTerms[]>();
  known.set(question, ofQuestion);
  const read =
    ofQuestion.get(words) ?? [words, ...officialWordings(words)].map((each) => termsOf(sources, each));
  ofQuestion.set(words, read);
  return read;
}

const shareIn = (terms: QuestionTerms, words: string): number =>
  shareOf(terms, heldAmong(terms, termsPresent(words)));

function best(readings: readonly QuestionTerms[], words: string): number {
  const present = termsPresent(words);
  const shares = readings.map((terms) => {
    const held = heldAmong(terms, present);
    return shareOf(terms, held) < MOSTLY ? 0 : knownShareOf(terms, held);
  });
  return Math.max(...shares);
}
