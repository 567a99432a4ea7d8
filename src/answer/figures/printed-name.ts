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
