import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import { isWholeYear, type Period } from "#domain/period.ts";
import { partOfYear } from "#indicators/period-words.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** True for a row that may be told of its year as it stands: of the whole of it, of a known kind and place. */
export function isTold({ kind, period, year, scope }: IndicatorRow): boolean {
  return isWholeYear(period, year) && kind !== "unknown" && scope !== "unknown";
}

/** Lookups that leave out what may not be told of a year, unless a period is asked for by name. */
export function tellable(
  look: (filter: IndicatorFilter) => readonly IndicatorRow[],
): (filter: IndicatorFilter) => readonly IndicatorRow[] {
  return ({ limit, offset = 0, ...filter }) => {
    const told = filter.periods === undefined ? isTold : isKnown;
    return look(filter)
      .filter(told)
      .slice(offset, limit === undefined ? undefined : offset + limit);
  };
}

const isKnown = ({ kind, scope }: IndicatorRow): boolean => kind !== "unknown" && scope !== "unknown";

/** The part of the one year asked about that a question names (2023年1—11月), or null. */
export function periodAsked({ asked, years }: Question): Period | null {
  const [year, another] = years;
  if (year === undefined || another !== undefined) return null;
  const period = partOfYear(foldPlain(asked), year);
  return period === null || period === "unknown" || isWholeYear(period, year) ? null : period;
}

/** The sources as if only figures of the asked part of the year were held, where a question asks for one. */
export function ofPeriodAsked(question: Question, sources: Sources): Sources {
  const period = periodAsked(question);
  if (period === null) return sources;
  return { ...sources, period, rows: (filter) => sources.rows({ ...filter, periods: [period] }) };
}

const PART =
  /(?<!连续)(?:第|前)?[一二三四1-4]季度|[上下]半年|(?<![\d个])(?:\d{1,2}[-—至到])?(?:1[0-2]|[1-9])月(?!末|底|31日)|[一二三四五六七八九十]{1,2}月份/g;
const DIGITS = "零一二三四";

/** 第1季度, 一季度: one way of writing each. */
const partsIn = (text: string): string[] =>
  [...foldPlain(text).matchAll(PART)].map(([part]) =>
    part.replace("第", "").replace(/[1-4](?=季度)/, (digit) => DIGITS[Number(digit)] ?? digit),
  );

/**
 * Whether a quarter, a half year or a month is asked for (2024年一季度GDP) and nothing cited speaks of it: a year's
 * figure is then no answer.
 */
export function ofAnotherPeriod(asked: string, { status, book }: Draft): boolean {
  const parts = partsIn(asked);
  if (status !== "answered" || parts.length === 0) return false;
  const told = book.citations.flatMap(({ quote, section }) => partsIn(`${quote}\n${section.join("\n")}`));
  return !parts.some((part) => told.includes(part));
}
