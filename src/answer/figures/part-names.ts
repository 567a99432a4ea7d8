import type { Sources } from "#answer/sources.ts";
import type { NamedIndicator, Question } from "#question/question.ts";

/** Between the name of an indicator and its part or column (社会投资项目数·总投资). */
const UNDER = "·";

/**
 * The question about the part of an indicator that its words name, where the table of the place holds the indicator in
 * parts only: 社会投资项目的总投资 is read from 社会投资项目数·总投资. Unchanged where there is none.
 */
export function withPartsNamed(question: Question, sources: Sources): Question {
  const words = `${question.asked} ${question.topic}`;
  const place = { regions: question.regions, years: question.years };
  const parted = question.indicators.map((indicator) => partNamed(indicator, { words, place, sources }));
  const indicators = parted.filter(({ phrase }) => !namesPartOf(phrase, parted));
  const sides = question.sides.map((side) => {
    const own = { words: side.topic, place: { regions: side.regions, years: side.years }, sources };
    return { ...side, indicators: side.indicators.map((indicator) => partNamed(indicator, own)) };
  });
  return { ...question, indicators, sides };
}

/** 总投资 beside 社会投资项目数·总投资: the column that was asked for, no indicator of its own. */
const namesPartOf = (phrase: string, indicators: readonly NamedIndicator[]): boolean =>
  indicators.some(({ names }) => names[0]?.split(UNDER).slice(1).includes(phrase.replace("重点项目", "")));

interface Wanted {
  readonly words: string;
  readonly place: { readonly regions: readonly string[]; readonly years: readonly number[] };
  readonly sources: Sources;
}

function partNamed(indicator: NamedIndicator, wanted: Wanted): NamedIndicator {
  const { words, place, sources } = wanted;
  if (place.regions.length === 0) return indicator;
  if (place.years.length === 0) return underAnother(indicator, wanted) ?? indicator;
  const rows = sources.rows(place).filter(({ source }) => source === "table");
  const parts = rows.flatMap(({ indicator: name }) => {
    const whole = indicator.names.flatMap(wholes).find((each) => name.startsWith(each));
    const under = whole === undefined ? [] : name.slice(whole.length).split(UNDER);
    return under.length > 0 && under.every((part) => words.includes(part))
      ? [{ name, depth: under.length }]
      : [];
  });
  const deepest = parts.reduce((most, { depth }) => Math.max(most, depth), 0);
  const best = parts.find(({ depth }) => depth === deepest);
  if (best !== undefined) return { ...indicator, names: [best.name] };
  return underAnother(indicator, wanted) ?? indicator;
}

/** 氨氮减排 is read from 主要污染物排放总量减少·氨氮, where no row bears a name of its own for it. */
function underAnother(indicator: NamedIndicator, { place, sources }: Wanted): NamedIndicator | null {
  if (sources.rows({ ...place, indicators: indicator.names, limit: 1 }).length > 0) return null;
  const parted = sources.rows(place).find(({ indicator: name }) => {
    const [part, whole] = name.split(UNDER).reverse();
    if (part === undefined || whole === undefined || part.length < SHORTEST) return false;
    return indicator.names.some((each) => each.startsWith(part));
  });
  return parted === undefined ? null : { ...indicator, names: [parted.indicator] };
}

const SHORTEST = 2;

/** 社会投资 is the head of 社会投资项目数·总投资 too. */
const wholes = (name: string): string[] => [name + UNDER, `${name}项目数${UNDER}`];
