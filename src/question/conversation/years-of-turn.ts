import { type CorpusOutline, newestReport } from "#question/outline.ts";
import { withYearsInBrackets, yearKindsIn } from "#question/period/year-kinds.ts";
import { patterns } from "#question/words/patterns.ts";
import type { Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

type Years = Pick<Slots, "years" | "relativeYear">;

/** The years of a turn that goes on: its own, else counted from the year talked of, else that year. */
export function followingYears(before: Slots, { years, folded }: TurnReading, own: () => Years): Years {
  const talked = before.years.at(-1);
  if (talked !== undefined && patterns.againstYearBefore.test(folded))
    return { years: [talked - 1, talked], relativeYear: null };
  if (years.shift !== 0 && before.years.length > 0)
    return { years: before.years.slice(-1).map((year) => year + years.shift), relativeYear: null };
  // 明年目标呢 after 2023年: the year after the one talked of, not the one after today's.
  const [said, another] = years.relative;
  const last = before.relativeYear === null ? before.years.at(-1) : undefined;
  if (last !== undefined && another === undefined && said?.from === NEXT && said.to === NEXT)
    return { years: [last + 1], relativeYear: null };
  if (years.years.length > 0 || years.relative.length > 0) return own();
  return { years: before.years, relativeYear: before.relativeYear };
}

/** How far 明年 lies from the year that the newest report looks back on. */
const NEXT = 2;

/** 今年目标多少，去年实际多少: each year with the kind asked of it, also where a word stands for the year. */
export function yearKindsOf(
  { folded, years }: TurnReading,
  regions: readonly string[],
  outline: CorpusOutline,
) {
  const review = newestReport(outline, regions)?.reviewYear ?? null;
  if (review === null || years.relative.length === 0) return yearKindsIn(withYearsInBrackets(folded));
  const dated = years.relative.reduce(
    (text, { phrase, from, to }) => (from === to ? text.replace(phrase, `${review + from}年`) : text),
    folded,
  );
  return yearKindsIn(dated);
}

/** The years a turn names; 去年 and the like by the newest report of its regions. */
export function yearsOf(turn: TurnReading, regions: readonly string[], outline: CorpusOutline): Years {
  const { years, range, relative } = turn.years;
  // 2020年到2022年提高了多少 asks for its ends.
  const ends = range && turn.operation === "difference" ? [...years.slice(0, 1), ...years.slice(-1)] : years;
  if (relative.length === 0) return { years: ends, relativeYear: null };
  const review = newestReport(outline, regions)?.reviewYear ?? null;
  if (review === null) return { years, relativeYear: null };
  const resolved = new Set(years);
  for (const { from, to } of relative) {
    for (let year = review + from; year <= review + to; year++) resolved.add(year);
  }
  const relativeYear = years.length > 0 ? null : relative.map(({ phrase }) => phrase).join("、");
  return { years: [...resolved].sort((a, b) => a - b), relativeYear };
}
