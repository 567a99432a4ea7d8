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
function periodAsked({ asked, years }: Question): Period | null {
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

/** Parts are compared, whichever year they are of. */
const ANY_YEAR = 2000;

/** The parts of a year that a text names, clause by clause. */
function partsIn(text: string): Set<Period> {
  const clauses = foldPlain(text).split(/[,;:。|\n]/u);
  return new Set(
    clauses.flatMap((clause) => {
      const part = partOfYear(clause, ANY_YEAR);
      return part === null || isWholeYear(part, ANY_YEAR) ? [] : [part];
    }),
  );
}

/**
 * Whether a quarter, a half year or a month is asked for (2024年一季度GDP) and nothing cited speaks of it: a year's
 * figure is then no answer.
 */
export function ofAnotherPeriod(asked: string, { status, book }: Draft): boolean {
  const parts = partsIn(asked);
  if (status !== "answered" || parts.size === 0) return false;
  const told = book.citations.flatMap(({ quote, section }) => [
    ...partsIn(`${quote}\n${section.join("\n")}`),
  ]);
  return !told.some((part) => parts.has(part));
}
