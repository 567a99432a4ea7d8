import type { Item } from "#evaluate/sets/item.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { type Estimate, estimate, mean, share } from "./estimate.ts";
import { squeeze } from "./match.ts";

export interface CitationScores {
  /** Mean over answers of the share of their citations (a marker at a claim) that support the claim. */
  readonly precision: Estimate;
  /** Mean over answers of the share of their claims that carry a citation. */
  readonly recall: Estimate;
  /** Share of citations whose quote is the text between `start` and `end` of the document. */
  readonly exactness: Estimate;
  /** Share of answers to questions with evidence whose citations hold it. */
  readonly goldCited: Estimate;
}

/** The part of a claim's character pairs that a quote must hold to support it when the claim has no figure. */
const SUPPORTING_OVERLAP = 0.3;

/**
 * Precision and recall of citations, answered questions only. A quote supports a claim when it holds one of its
 * figures (years aside), or, for a claim without, three tenths of its character pairs.
 * Source: ALCE (Gao et al., Enabling Large Language Models to Generate Text with Citations, EMNLP 2023), with
 * figures and character pairs in the place of its judge model.
 */
export function scoreCitations(items: readonly Item[]): CitationScores {
  const answered = items.filter(({ response }) => response?.status === "answered");
  return {
    precision: estimate(answered.flatMap((item) => mean(supports(item).map(Number)) ?? [])),
    recall: estimate(answered.flatMap((item) => mean(claimsCited(item).map(Number)) ?? [])),
    exactness: share(items.flatMap(exactQuotes)),
    goldCited: share(answered.flatMap(({ grade }) => grade?.cited ?? [])),
  };
}

/** For each citation of the response: is its quote exactly what the fetched document holds there? */
export function exactQuotes({ record, response }: Item): boolean[] {
  return (response?.citations ?? []).map(({ quote }, index) => record.slices[index]?.text === quote);
}

/** Markers in the answer that no citation bears. */
export function danglingMarkers({ response }: Item): number[] {
  if (response === null) return [];
  const known = new Set(response.citations.map(({ marker }) => marker));
  return [...new Set(claimsOf(response).flatMap(({ markers }) => markers))].filter((one) => !known.has(one));
}

/** Claims that carry no citation, and markers at claims that their quote does not support. */
export function weakClaims(item: Item): { uncited: string[]; unsupported: string[] } {
  if (item.response === null) return { uncited: [], unsupported: [] };
  const claims = claimsOf(item.response);
  const cited = claimsCited(item);
  return {
    uncited: claims.filter((_, index) => cited[index] === false).map(({ text }) => text),
    unsupported: claims.flatMap((claim) =>
      claim.markers
        .filter((marker) => !isSupported(item, claim, marker))
        .map((marker) => `${claim.text} [${marker}]`),
    ),
  };
}

function supports(item: Item): boolean[] {
  if (item.response === null) return [];
  return claimsOf(item.response).flatMap((claim) =>
    claim.markers.map((marker) => isSupported(item, claim, marker)),
  );
}

function claimsCited({ response }: Item): boolean[] {
  if (response === null) return [];
  const known = new Set(response.citations.map(({ marker }) => marker));
  return claimsOf(response).map(({ markers }) => markers.some((marker) => known.has(marker)));
}

function isSupported({ response }: Item, claim: Claim, marker: number): boolean {
  const quotes = (response?.citations ?? []).filter((one) => one.marker === marker).map(({ quote }) => quote);
  return quotes.some((quote) => quoteSupports(quote, claim.text));
}

/** True when `quote` holds a figure of `claim`, or enough of its words when it has none. */
export function quoteSupports(quote: string, claim: string): boolean {
  const figures = weightyFigures(claim);
  if (figures.length === 0) return overlap(claim, quote) >= SUPPORTING_OVERLAP;
  const quoted = new Set(numeralsIn(quote));
  return figures.some((figure) => quoted.has(figure));
}

/** The figures of a claim but for its years, which half the reports hold. */
function weightyFigures(claim: string): string[] {
  return numeralsIn(claim).filter((figure) => !/^(?:19|20)\d\d$/.test(figure));
}

/** Share of the character pairs of `claim` that `quote` holds. */
function overlap(claim: string, quote: string): number {
  const words = squeeze(claim).replace(/[\p{P}\p{S}]/gu, "");
  const pairs = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));
  const held = squeeze(quote).replace(/[\p{P}\p{S}]/gu, "");
  return mean(pairs.map((pair) => Number(held.includes(pair)))) ?? 1;
}
