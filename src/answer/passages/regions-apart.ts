import type { Desk } from "#answer/desk.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import type { Citation } from "#protocol/chat.ts";
import { officialWordings } from "#question/wordings.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { attributesAsked } from "./measured.ts";
import { type PartFigure, partFigures } from "./part-figures.ts";
import { halfAt } from "./report-half.ts";

/** Share of the pairs of characters right before a figure that the question must say for the figure to be what it asks. */
const NAMED = 0.5;
/** Another figure of the sentence must be told in clearly fewer of them. */
const CLEARLY = 0.75;

/**
 * 渝北比江北多多少家, where a sentence of each tells its figure: which is higher and by how much. Null where it is not sure
 * which figure of a sentence is meant, or their units differ.
 */
export function regionsApart(desk: Desk, citations: readonly Citation[]): string | null {
  const regions = citations.map(({ documentId }) => desk.sources.document(documentId)?.region ?? null);
  return toldApart(
    desk,
    citations,
    regions.map((region) => desk.region(region)),
  );
}

/** 2023年想达到的比2022年实际的高还是低: the same of two years. */
export function yearsApart(desk: Desk, citations: readonly Citation[]): string | null {
  const aims = citations.map(({ documentId, start }) => {
    const document = desk.sources.document(documentId);
    return document !== null && halfAt(document, start) === "ahead";
  });
  // What is aimed at is called so beside a result.
  const differ = new Set(aims).size > 1;
  return toldApart(
    desk,
    citations,
    desk.question.years.map((year, at) => {
      const aim = differ ? desk.say(aims[at] === true ? "kindname.target" : "kindname.actual") : "";
      return `${desk.year(year)}${aim}`;
    }),
  );
}

function toldApart(desk: Desk, citations: readonly Citation[], labels: readonly string[]): string | null {
  const { operation, language, asked } = desk.question;
  const setsApart = operation === "difference" || operation === "compare" || AGAINST.test(asked);
  if (language !== "zh" || !setsApart) return null;
  const told = citations.flatMap((citation, at) => {
    const document = desk.sources.document(citation.documentId);
    const figure = document === null ? null : figureMeant(desk, measuredIn(document, citation));
    return figure === null ? [] : [{ region: labels[at] ?? "", figure }];
  });
  const [one, two, third] = told;
  if (one === undefined || two === undefined || third !== undefined) return null;
  const difference = differenceOf(one.figure, two.figure);
  if (difference === null || one.region === two.region) return null;
  const [higher, lower] = difference.sign >= 0 ? [one, two] : [two, one];
  for (const number of difference.numbers) desk.computed(number);
  const named = ({ region, figure }: typeof one) => `${region}（${figure.raw}）`;
  return desk.say(difference.sign === 0 ? "pair.equal" : "pair.higher", {
    higher: named(higher),
    lower: named(lower),
    result: difference.result,
    expression: difference.expression,
    marks: citations.map(({ marker }) => `[${marker}]`).join(""),
  });
}

const AGAINST = /(?:[高低多少涨升降跌增减]|增加|减少|增长|提高|上升|下降|降低)了?还是|倍/u;
/** 全年实现, 力争: tells nothing of what the figure is of. */
const LIGHT = /全年|实现|力争|完成|达到?|预计|突破|增至|累计|左右/gu;

/** The unit of a bare number in a row stands elsewhere: 新建500个停车位 | 200 are two hundred of something else. */
function measuredIn(document: SourceDocument, citation: Citation): PartFigure[] {
  const inRow = citation.quote.includes(" | ");
  return partFigures(document, citation).filter(({ unit }) => unit !== null || !inRow);
}

/** The one figure of a sentence whose words the question says. */
function figureMeant(desk: Desk, figures: readonly PartFigure[]): PartFigure | null {
  const folded = foldPlain(desk.question.asked);
  const asked = new Set([folded, ...officialWordings(folded)].flatMap(lettersIn));
  const shares = figures
    .map((figure) => ({ figure, share: shareSaid(figure, asked) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  if (best === undefined || best.share < NAMED || (second?.share ?? 0) > CLEARLY * best.share) return null;
  const { documentId, sentence } = best.figure;
  const words = foldPlain(sliceOf(desk.sources.document(documentId)?.text ?? "", sentence));
  return attributesAsked(foldPlain(desk.question.asked)).every((told) => told.test(words))
    ? best.figure
    : null;
}

function shareSaid({ near }: PartFigure, asked: ReadonlySet<string>): number {
  const own = lettersIn(near.replace(LIGHT, ""));
  return own.length === 0 ? 0 : own.filter((pair) => asked.has(pair)).length / own.length;
}

const lettersIn = (words: string): readonly string[] => pairsOf(words.replace(/[^\p{L}]/gu, ""));
