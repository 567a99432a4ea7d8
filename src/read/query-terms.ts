import { tokens } from "#text/tokens.ts";
import { tellingTerms } from "./query-words.ts";

/** What the index knows of single terms. */
export interface TermLexicon {
  /** High when few passages hold the term (inverse document frequency). */
  termWeight(term: string): number;
  holdsTerm(term: string): boolean;
}

/** The weighted words of a question, to be looked for in a sentence. */
export interface QuestionTerms {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
  /** Weight of the terms that some passage holds; the rest may be mere wording. */
  readonly knownTotal: number;
  /** Pairs of characters that only words standing together make. */
  readonly bonds: readonly string[];
  /** The rarest of the known terms, at most three: what the question is about. */
  readonly rarest: readonly string[];
}

const RAREST = 3;

/** Terms of the topic with their weights; see {@link tellingTerms} for what is left out. */
export function termsOf(lexicon: TermLexicon, topic: string): QuestionTerms {
  const { terms, seams, bonds } = tellingTerms(topic);
  const words = terms.filter((term) => !seams.includes(term) || lexicon.holdsTerm(term));
  const weights = new Map((words.length > 0 ? words : terms).map((term) => [term, lexicon.termWeight(term)]));
  const known = [...weights].filter(([term]) => lexicon.holdsTerm(term));
  const byRarity = [...known].sort(([, a], [, b]) => b - a);
  return {
    weights,
    total: sum([...weights.values()]),
    knownTotal: sum(known.map(([, weight]) => weight)),
    bonds,
    rarest: byRarity.slice(0, RAREST).map(([term]) => term),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The terms of a text, to be compared with many wordings. */
export function termsPresent(text: string): ReadonlySet<string> {
  return new Set(tokens(text));
}

/** Which terms of the question are among those present. */
export function heldAmong({ weights }: QuestionTerms, present: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...weights.keys()].filter((term) => present.has(term)));
}

/** Which terms of the question a text holds. */
export function heldTerms(terms: QuestionTerms, text: string): ReadonlySet<string> {
  return heldAmong(terms, termsPresent(text));
}

/** Share of the terms' weight in `held`, 0 to 1. */
export function shareOf({ weights, total }: QuestionTerms, held: ReadonlySet<string>): number {
  return total === 0 ? 0 : weightOf(weights, held) / total;
}

/** The same, out of the terms the corpus knows. */
export function knownShareOf({ weights, knownTotal }: QuestionTerms, held: ReadonlySet<string>): number {
  return knownTotal === 0 ? 0 : weightOf(weights, held) / knownTotal;
}

/** Share of the rarest terms in `held`, 0 to 1. */
export function rareShareOf({ rarest }: QuestionTerms, held: ReadonlySet<string>): number {
  return rarest.length === 0 ? 0 : rarest.filter((term) => held.has(term)).length / rarest.length;
}

function weightOf(weights: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  return sum([...held].map((term) => weights.get(term) ?? 0));
}
