import type { Sources } from "#answer/sources.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** Shorter printed names (项目) are words like others. */
const SHORTEST = 4;
/** No report prints a name so long that it makes up most of a longer topic: every stretch of one is looked up. */
const LONGEST_TOPIC = 80;
/** Share of the topic that a printed name must make up to be what is asked about. */
const MOSTLY = 0.6;
/** What may stand beside the name: that a figure is asked for, of which kind, and in which unit. */
const ABOUT = /完成|达到?|实现|实际|计划|目标|情况|预期|数量?|总数|一共|和|差/gu;
/** 新培育多少家科技型企业: a measure word stands where the number was asked for, within the name. */
const MEASURE = / [个家所座条件项套户名张处辆台部场株亩间](?=\p{L})/u;
const GROWTH = /(?:增长率?|增速|增幅)$/u;
const FIGURES = new Set(["value", "met", "compare", "difference", "series", "rank", "sum"]);

/**
 * The question about the name a report prints, letter by letter, where the table holds a figure under it: 引进重点项目 is
 * not 重点项目, 网络销售额增长 not 网络销售额. Unchanged where the words are no printed name of the regions asked about.
 */
export function withPrintedName(question: Question, sources: Sources): Question {
  const { regions, operation, language } = question;
  if (language === "en" || regions.length === 0 || !FIGURES.has(operation)) return question;
  const folded = foldPlain(question.topic);
  const named = [folded.replace(MEASURE, ""), folded]
    .map((words) => words.replaceAll(" ", ""))
    .map((topic) => ({ topic, name: longestName(topic, regions, sources) }))
    .find(({ name }) => name !== null);
  if (named === undefined || named.name === null) return question;
  const { topic, name } = named;
  if (topic.replace(name, "").replace(ABOUT, "").length > 1) return question;
  if (question.indicators.some((indicator) => !within(indicator, name, topic))) return question;
  const indicator: NamedIndicator = {
    phrase: name,
    concepts: [],
    names: [canonical(name)],
    measure: null,
  };
  return { ...question, indicators: [indicator], indicatorShare: name.length / topic.length };
}

/** True for words that stand inside the longer name, or nowhere in the topic: they were taken for a slip of the hand. */
function within({ phrase }: NamedIndicator, name: string, topic: string): boolean {
  const said = foldPlain(phrase).replaceAll(" ", "");
  return name.includes(said) || !topic.includes(said);
}

function longestName(topic: string, regions: readonly string[], sources: Sources): string | null {
  const parts = (topic.length > LONGEST_TOPIC ? [] : partsOf(topic)).filter((part) => !catalogued(part));
  if (parts.length === 0) return null;
  const held = new Set(
    sources.rows({ regions, indicators: [...new Set(parts.map(canonical))] }).map((row) => row.indicator),
  );
  return parts.find((part) => held.has(canonical(part))) ?? null;
}

/** All stretches of a topic that could be a name, the longest first. */
function partsOf(topic: string): string[] {
  const starts = Array.from({ length: Math.max(topic.length - SHORTEST + 1, 0) }, (_, start) => start);
  return starts
    .flatMap((start) =>
      Array.from({ length: topic.length - start - SHORTEST + 1 }, (_, more) =>
        topic.slice(start, start + SHORTEST + more),
      ),
    )
    .filter((part) => part.length >= MOSTLY * topic.length)
    .sort((a, b) => b.length - a.length);
}

const canonical = (name: string): string => name.replace(GROWTH, "增速");

/** True for a canonical name of the catalogue, which the words around it read better. */
function catalogued(name: string): boolean {
  const { concept, indicator } = canonicalName(canonical(name));
  return concept !== null && indicator === canonical(name);
}

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
  const total = totalOf(indicator, wanted);
  if (total !== null) return total;
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

/** What the last row of a table of accounts sums up is what the table is of. */
const TOTALS = ["本年收入合计", "本年支出合计"];

/** 一般公共预算收入 is read from 本年收入合计 of the table that is named so, where no row bears the name itself. */
function totalOf(indicator: NamedIndicator, { place, sources }: Wanted): NamedIndicator | null {
  const held = (names: readonly string[]) =>
    sources.rows({ regions: place.regions, ...yearsOf(place), indicators: names, limit: 1 }).length > 0;
  const names = indicator.names.flatMap((name) => TOTALS.map((total) => `${name}${UNDER}${total}`));
  return held(indicator.names) || !held(names) ? null : { ...indicator, names };
}

const yearsOf = ({ years }: Wanted["place"]) => (years.length > 0 ? { years } : {});

/** 氨氮减排 is read from 主要污染物排放总量减少·氨氮, where no row bears a name of its own for it. */
function underAnother(indicator: NamedIndicator, { place, sources }: Wanted): NamedIndicator | null {
  if (sources.rows({ ...place, indicators: indicator.names, limit: 1 }).length > 0) return null;
  const parted = sources.rows(place).find(({ indicator: name }) => {
    const [part, whole] = name.split(UNDER).reverse();
    if (part === undefined || whole === undefined || part.length < SHORTEST_PART) return false;
    return indicator.names.some((each) => each.startsWith(part));
  });
  return parted === undefined ? null : { ...indicator, names: [parted.indicator] };
}

const SHORTEST_PART = 2;

/** 社会投资 is the head of 社会投资项目数·总投资 too. */
const wholes = (name: string): string[] => [name + UNDER, `${name}项目数${UNDER}`];
