import type { AskedKind } from "#domain/indicator.ts";
import { patterns } from "#question/words/patterns.ts";

const YEAR = /(?:19|20)\d{2}(?=年|\D|$)/g;

/** 目标, 实际 or both, as the words of a folded text say. */
export function kindsIn(folded: string): AskedKind[] {
  const kinds: AskedKind[] = [];
  if (patterns.kind.target.test(folded)) kinds.push("target");
  if (patterns.kind.actual.test(folded)) kinds.push("actual");
  return kinds;
}

/** 增速及年初目标, each with its target: the target beside the figure. */
const WITH_TARGET =
  /(?<=[数率额量值速重度入出])(?:[及和与]|以及)(?:其|年初|当年|年度|相应的?|各自的?)*目标|\bwith (?:the|its|their) targets?\b/u;

/** The kinds a question asks for; none in particular for 是多少？目标呢, which asks for the figure before its target. */
export function kindsAsked(folded: string): AskedKind[] {
  const kinds = kindsIn(folded);
  const clauses = folded.split(/[?？;；,，]/).filter((clause) => clause !== "");
  const plain = clauses.findIndex((clause) => /多少|几/.test(clause) && kindsIn(clause).length === 0);
  const aims = clauses.findLastIndex((clause) => /多少|几|呢$/.test(clause) && kindsIn(clause).length > 0);
  const beside = (plain >= 0 && aims > plain) || WITH_TARGET.test(folded);
  return beside && kinds.join() === "target" ? [] : kinds;
}

/** Between two years only these stand: then a kind said after the last holds for all of them. */
const JOINED = /^年?(?:度|底|末)?[、,，和及与到至~-]*$/;

const IN_BRACKETS = /\(((?:19|20)\d{2})年?[、,，和及到至~-]((?:19|20)\d{2})年?\)/;
const RELATIVE = /前年|去年|今年|明年/g;

/** 去年增长多少、今年打算增长多少(2023、2024): each word for a year as the year that the brackets say it is. */
export function withYearsInBrackets(folded: string): string {
  const [listed, ...years] = IN_BRACKETS.exec(folded) ?? [];
  const words = folded.match(RELATIVE) ?? [];
  if (listed === undefined || words.length !== years.length || new Set(words).size < words.length)
    return folded;
  return words.reduce((text, word, at) => text.replace(word, `${years[at]}年`), folded.replace(listed, ""));
}

const STRETCH = /(?:19|20)\d{2}年?[^,，。;\d]{0,6}(?:到|至)(?:19|20)\d{2}/;
/** 到2021年预期提高几个点: what is aimed at is where the stretch ends, and it begins with a result. */
const AIMED_AT = /^年?(?:预期|目标|计划|打算|预计|力争|想|要|准备)(?:再)?(?:[提升涨增降减达做]|[多少]到)/;

/** 到2021年的预期，涨了多少: 涨了 is said of the stretch, not of the year. */
function kindsAt(segment: string, stretch: boolean): AskedKind[] {
  const own = kindsIn(segment.split(/[,，]/)[0] ?? "");
  const kinds = own.length > 0 ? own : kindsIn(segment);
  return stretch && kinds.includes("target") ? ["target"] : kinds;
}

/**
 * The kinds that follow each year of a question that names several: in 2020年、2022年实际、2023年目标 years that
 * are merely joined share the next one's kind. A year without a kind has none; empty when the words give none.
 */
export function yearKindsIn(folded: string): Record<number, AskedKind[]> {
  const mentions = [...folded.matchAll(YEAR)];
  if (mentions.length < 2 || kindsIn(folded).length === 0) return {};
  const byYear: Record<number, AskedKind[]> = {};
  let joined: number[] = [];
  for (const [at, { 0: digits, index }] of mentions.entries()) {
    const segment = folded.slice(index + digits.length, mentions[at + 1]?.index ?? folded.length);
    joined.push(Number(digits));
    if (JOINED.test(segment)) continue;
    const kinds = kindsAt(segment, STRETCH.test(folded));
    const aimed = kinds.join() === "target" && AIMED_AT.test(segment) && STRETCH.test(folded);
    for (const year of aimed ? joined.slice(0, -1) : []) byYear[year] = ["actual"];
    for (const year of aimed ? joined.slice(-1) : joined)
      byYear[year] = [...new Set([...(byYear[year] ?? []), ...kinds])];
    joined = [];
  }
  const distinct = new Set(Object.values(byYear).map((kinds) => kinds.join()));
  return distinct.size > 1 || [...distinct].some((kinds) => kinds.includes(",")) ? byYear : {};
}
