import type { Desk } from "#answer/desk.ts";
import { differenceOf } from "#answer/figures/arithmetic.ts";
import { sliceOf } from "#domain/span.ts";
import type { Citation } from "#protocol/chat.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { attributesAsked } from "./measured.ts";
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
  const { operation, language } = desk.question;
  if (language !== "zh" || (operation !== "difference" && operation !== "compare")) return null;
  const told = citations.flatMap((citation) => {
    const document = desk.sources.document(citation.documentId);
    const figure = document === null ? null : figureMeant(desk, partFigures(document, citation));
    return document === null || figure === null ? [] : [{ region: desk.region(document.region), figure }];
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

/** The one figure of a sentence whose words the question says. */
function figureMeant(desk: Desk, figures: readonly PartFigure[]): PartFigure | null {
  const asked = new Set(lettersIn(foldPlain(desk.question.asked)));
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
  const own = lettersIn(near);
  return own.length === 0 ? 0 : own.filter((pair) => asked.has(pair)).length / own.length;
}

const lettersIn = (words: string): readonly string[] => pairsOf(words.replace(/[^\p{L}]/gu, ""));
