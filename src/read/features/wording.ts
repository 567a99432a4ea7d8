import { heldAmong, knownShareOf, rareShareOf, shareOf } from "#read/query-terms.ts";
import type { FeatureGroup } from "./feature.ts";

/**
 * How much of the question's words the unit holds, by weight (inverse document frequency): in its own text, in its
 * heading, with its context, with its passage; and what is left over.
 */
export const wording: FeatureGroup = (
  { terms, present, inHeading, inContext, around, folded },
  { words, lexicon },
) => {
  const own = heldAmong(terms, present);
  const heading = heldAmong(terms, inHeading);
  const context = heldAmong(terms, inContext);
  const both = new Set([...own, ...context]);
  const whole = new Set([...both, ...heldAmong(terms, around)]);
  const weights = [...terms.weights];
  const most = Math.max(0, ...weights.map(([, weight]) => weight));
  const missing = (held: ReadonlySet<string>) =>
    Math.max(0, ...weights.map(([term, weight]) => (held.has(term) ? 0 : weight))) / (most || 1);
  const inText = words.filter((word) => folded.includes(word)).length;
  const unknown = words.filter((word) => !lexicon.holdsTerm(word.slice(0, 2))).length;
  return {
    coveredByText: shareOf(terms, own),
    coveredByHeading: shareOf(terms, heading),
    coveredByContext: shareOf(terms, context),
    covered: shareOf(terms, both),
    coveredByPassage: shareOf(terms, whole),
    knownCovered: knownShareOf(terms, both),
    rareInText: rareShareOf(terms, own),
    rareCovered: rareShareOf(terms, both),
    rarestMissingInText: missing(own),
    rarestMissing: missing(both),
    rarestMissingInPassage: missing(whole),
    knownToCorpus: terms.total === 0 ? 0 : terms.knownTotal / terms.total,
    bondsHeld:
      terms.bonds.length === 0
        ? 0
        : terms.bonds.filter((pair) => present.has(pair)).length / terms.bonds.length,
    wordsInText: words.length === 0 ? 0 : inText / words.length,
    wordsUnknown: words.length === 0 ? 0 : unknown / words.length,
    words: words.length,
    heaviest: most,
    weight: terms.total,
  };
};
