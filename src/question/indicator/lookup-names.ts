import { type Concept, conceptById, concepts } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "#question/question.ts";

/** Canonical names of concepts in the order they should be looked up: the measure asked for, or the level first. */
export function lookupNames(concepts: readonly string[], measure: Question["measure"]): string[] {
  return concepts.flatMap((id) => {
    const concept = conceptById(id);
    if (concept === undefined) return [];
    const { name, growthName } = concept;
    if (growthName === null) return [name];
    const growth = [growthName, growthName.replace(/增速$/u, "实际增速")];
    return measure === "growth" ? growth : measure === "level" ? [name] : [name, growthName];
  });
}

/** The concepts as an indicator that a question names by `phrase`: 能耗要降百分之几 asks for the indicator of that fall. */
export function namedIndicator(
  phrase: string,
  named: readonly string[],
  measure: Question["measure"],
): NamedIndicator {
  const concepts = measure === "growth" ? named.map((id) => conceptById(id)?.fall ?? id) : named;
  const names = lookupNames(concepts, measure);
  return { phrase, concepts, names, measure: measure === "both" ? null : measure };
}

/** The same indicators in the measure asked for. */
export const inMeasure = (
  indicators: readonly NamedIndicator[],
  measure: "level" | "growth" | "both",
): readonly NamedIndicator[] =>
  indicators.map((indicator) => ({
    ...indicator,
    names: lookupNames(indicator.concepts, measure),
    measure: measure === "growth" ? "growth" : "level",
  }));

/**
 * 医疗保险呢 after 养老保险参保人数: words that begin the name of several indicators mean the one that counts what was
 * talked of. Null where there is none, or more than one.
 */
export function inDimensionOf(phrase: string, before: readonly NamedIndicator[]): NamedIndicator | null {
  const [id, another] = before.flatMap((indicator) => indicator.concepts);
  const last = id === undefined || another !== undefined ? undefined : conceptById(id);
  if (last === undefined || phrase.length < SHORTEST) return null;
  const fitting = concepts.filter(
    ({ name, aliases, dimension }) =>
      dimension === last.dimension &&
      [name, ...aliases].some((each) => each.startsWith(phrase) && tail(each, phrase, last)),
  );
  const [only, second] = fitting;
  return only === undefined || second !== undefined ? null : namedIndicator(phrase, [only.id], null);
}

/** The rest of the name is the end of the last one's too: 医疗保险|参保人数, 养老保险参保人数. */
const tail = (name: string, phrase: string, { name: last }: Concept): boolean =>
  name.length > phrase.length && last.endsWith(name.slice(phrase.length));
const SHORTEST = 3;

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
