import { heldAmong, type QuestionTerms, shareOf } from "#read/query-terms.ts";
import type { Asked, Seen } from "#read/seen.ts";
import type { Features } from "./feature.ts";

/**
 * What all units read for a question hold of it together, in the wording of which they hold most: a heavy word that stands in none
 * of them is told of nowhere.
 */
export function together({ terms }: Asked, units: readonly Seen[]): Features {
  const present = new Set(units.flatMap((unit) => [...unit.present]));
  const headed = new Set([...present, ...units.flatMap((unit) => [...unit.inHeading])]);
  const [first, ...others] = terms.map((wording) => heldTogether(wording, headed));
  if (first === undefined) throw new RangeError("a question is read in at least one wording");
  const best = others.reduce((most, each) => (each.share > most.share ? each : most), first);
  return {
    togetherCovered: best.share,
    togetherCoveredInText: Math.max(...terms.map((wording) => shareOf(wording, heldAmong(wording, present)))),
    togetherMissing: best.missing,
    togetherLacks: best.lacks,
  };
}

function heldTogether(terms: QuestionTerms, present: ReadonlySet<string>) {
  const weights = [...terms.weights];
  const most = Math.max(0, ...weights.map(([, weight]) => weight));
  const lacking = weights.filter(([term]) => !present.has(term)).map(([, weight]) => weight);
  return {
    share: shareOf(terms, heldAmong(terms, present)),
    missing: Math.max(0, ...lacking) / (most || 1),
    lacks: lacking.length,
  };
}
