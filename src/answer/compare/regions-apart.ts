import type { Desk } from "#answer/desk.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import { attributesAsked } from "#answer/passages/expectation.ts";
import { saidIn } from "#answer/passages/find-candidates.ts";
import { halfAt } from "#answer/passages/report-half.ts";
import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import { deedsIn } from "#indicators/sentences/deeds.ts";
import type { Citation } from "#protocol/chat.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { type PartFigure, partFigures } from "./part-figures.ts";

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
  const apart = apartOf(
    desk,
    citations,
    regions.map((region) => desk.region(region)),
  );
  return apart === null ? null : desk.say(apart.key, apart.words);
}

/** 2023年想达到的比2022年实际的高还是低: the same of two years. */
export function yearsApart(desk: Desk, citations: readonly Citation[]): string | null {
  const aims = citations.map(({ documentId, start }) => {
    const document = desk.sources.document(documentId);
    return document !== null && halfAt(document, start) === "ahead";
  });
  // What is aimed at is called so beside a result.
  const differ = new Set(aims).size > 1;
  const labels = desk.question.years.map((year, at) => {
    const aim = differ ? desk.say(aims[at] === true ? "kindname.target" : "kindname.actual") : "";
    return `${desk.year(year)}${desk.question.language === "en" && differ ? " " : ""}${aim}`;
  });
  const apart = apartOf(desk, citations, labels);
  if (apart === null) return null;
  // The later year is set against the one before it.
  const fell = apart.words.lower.startsWith(labels.at(-1) ?? "");
  return desk.say(apart.key === "pair.higher" && fell ? "pair.lower" : apart.key, apart.words);
}

interface Apart {
  readonly key: "pair.equal" | "pair.higher";
  readonly words: Readonly<Record<"higher" | "lower" | "result" | "expression" | "marks", string>>;
}

function apartOf(desk: Desk, citations: readonly Citation[], labels: readonly string[]): Apart | null {
  const { operation, language, asked } = desk.question;
  const [open, close] = language === "en" ? [" (", ")"] : ["（", "）"];
  const setsApart = operation === "difference" || operation === "compare" || AGAINST.test(asked);
  if (!setsApart) return null;
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
  const named = ({ region, figure }: typeof one) => `${region}${open}${figure.raw}${close}`;
  return {
    key: difference.sign === 0 ? "pair.equal" : "pair.higher",
    words: {
      higher: named(higher),
      lower: named(lower),
      result: difference.result,
      expression: difference.expression,
      marks: citations.map(({ marker }) => `[${marker}]`).join(""),
    },
  };
}

/** 是增是减, 多了还是少了, 涨了多少. */
const AGAINST =
  /(?:[差高低涨升降跌增减]|增加|减少|提高|上升|下降|降低)了?(?:多少|几)|(?:[高低多少涨升降跌增减]|增加|减少|增长|提高|上升|下降|降低)了?还是|是[高多涨升增]了?[，、]?是[低少降跌减]|倍/u;
/** Asks for money, and not for its growth. */
const MONEY = /营收|营业收入|产值|资金|投资额|[万亿]元/u;
const RATE = /增速|增幅|增长|涨幅|占比|比重|比例|率|百分|倍/u;
/** 全年实现, 力争: tells nothing of what the figure is of. */
const LIGHT = /全年|实现|力争|完成|达到?|预计|突破|增至|累计|左右/gu;

/** The unit of a bare number in a row stands elsewhere: 新建500个停车位 | 200 are two hundred of something else. */
function measuredIn(document: SourceDocument, citation: Citation): PartFigure[] {
  const inRow = citation.quote.includes(" | ");
  return partFigures(document, citation).filter(({ unit }) => unit !== null || !inRow);
}

/** The one figure of a sentence whose words the question says. */
export function figureMeant(desk: Desk, figures: readonly PartFigure[]): PartFigure | null {
  // 目标比这个高还是低: what it is of was said before.
  const said = saidIn(desk);
  const folded = `${said.topic} ${said.asked}`;
  const asked = new Set([folded, ...officialWordings(folded)].flatMap(lettersIn));
  const shares = figures
    .filter(({ unit }) => !MONEY.test(folded) || RATE.test(folded) || /元/u.test(unit ?? ""))
    .map((figure) => ({ figure, share: shareSaid(figure, asked) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  if (best === undefined || best.share < NAMED || (second?.share ?? 0) > CLEARLY * best.share) return null;
  const { documentId, sentence } = best.figure;
  const words = foldPlain(sliceOf(desk.sources.document(documentId)?.text ?? "", sentence));
  return attributesAsked(said.asked).every((told) => told.test(words)) ? best.figure : null;
}

/** Of 金石路、沙石路等农村公路 the examples may be left out. */
function shareSaid({ near }: PartFigure, asked: ReadonlySet<string>): number {
  const named = [near, near.split("等").at(-1) ?? near];
  // 新增 is a deed in 新增绿地, and a part of the name in 城镇新增就业.
  const bare = named.map((said) => deedsIn(said).reduce((words, deed) => words.replace(deed, ""), said));
  const shares = [...named, ...bare].map((said) => {
    const own = lettersIn(said.replace(LIGHT, ""));
    return own.length === 0 ? 0 : own.filter((pair) => asked.has(pair)).length / own.length;
  });
  return Math.max(...shares);
}

const lettersIn = (words: string): readonly string[] => pairsOf(words.replace(/[^\p{L}]/gu, ""));
