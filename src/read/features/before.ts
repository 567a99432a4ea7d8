import { sliceOf } from "#domain/span.ts";
import { heldAmong, shareOf, termsPresent } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { type FeatureGroup, flag } from "./feature.ts";

/**
 * What the sentence before holds of the question, which the unit may go on with: 海港保税区封关运作。吞吐量达到300万吨。 And how much of
 * the question is only there.
 */
export const before: FeatureGroup = ({ terms, present, inContext, unit, document, folded }) => {
  const words = unit.before === null ? "" : foldPlain(sliceOf(document.text, unit.before));
  const held = heldAmong(terms, termsPresent(words));
  const own = heldAmong(terms, new Set([...present, ...inContext]));
  const added = new Set([...held].filter((term) => !own.has(term)));
  return {
    coveredByBefore: shareOf(terms, held),
    addedByBefore: shareOf(terms, added),
    beforeOpens: flag(words.endsWith(":")),
    clauses: (folded.match(/[,;]/gu) ?? []).length,
  };
};
