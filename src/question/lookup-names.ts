import { conceptById } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "./question.ts";

/** Canonical names of concepts in the order they should be looked up: the measure asked for, or the level first. */
export function lookupNames(concepts: readonly string[], measure: Question["measure"]): string[] {
  return concepts.flatMap((id) => {
    const concept = conceptById(id);
    if (concept === undefined) return [];
    const { name, growthName } = concept;
    if (growthName === null) return [name];
    return measure === "growth" ? [growthName] : measure === "level" ? [name] : [name, growthName];
  });
}

/** The concepts as an indicator that a question names by `phrase`. */
export function namedIndicator(
  phrase: string,
  concepts: readonly string[],
  measure: Question["measure"],
): NamedIndicator {
  const names = lookupNames(concepts, measure);
  return { phrase, concepts, names, measure: measure === "both" ? null : measure };
}

/**
 * 固定资产投资呢 after GDP增速: an amount named in a follow-up is asked for in the measure talked of. The growth
 * goes first; where no report has it, the amount answers.
 */
export function inMeasureOf(
  indicators: readonly NamedIndicator[],
  before: readonly NamedIndicator[],
): readonly NamedIndicator[] {
  if (before.length === 0 || before.some(({ measure }) => measure !== "growth")) return indicators;
  return indicators.map((indicator) => {
    const [id, another] = indicator.concepts;
    const concept = id === undefined || another !== undefined ? undefined : conceptById(id);
    const growth = concept?.dimension === "money" ? concept.growthName : null;
    if (concept === undefined || growth === null || indicator.measure !== null) return indicator;
    return { ...indicator, names: [growth, concept.name] };
  });
}
