import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { valueDraft } from "#answer/figures/value.ts";
import { joinedDrafts } from "#answer/several/joined-drafts.ts";
import type { Sources } from "#answer/sources.ts";
import { type Period, yearsTogether } from "#domain/period.ts";
import { severalYears } from "#indicators/period-words.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const ASKED = /年均|年平均|平均每年|十[一二三四五]五(?!规划|纲要)|[五三]年(?!规划|计划|行动|级)|累计/u;
const SEVERAL = /年均|年平均|平均每年|十[一二三四五]五|[五三]年/u;
const YEARLY = /年均|年平均|平均每年/u;
const AHEAD = /今后|未来|接下来/u;
/** 五年间从多少到多少: where it began and where it ended are asked. */
const FROM_TO = /[从由](?:多少|几|哪)|多少[^,，。;；]{0,6}[到至](?:了)?多少/u;

/** 五年来控制在多少以内: a figure over several years is asked of one indicator, and no single year's will do. */
export function asksOverYears({ asked, indicators, operation, language }: Question): boolean {
  const apart = operation === "series" || operation === "rank" || operation === "compare";
  return language === "zh" && indicators.length === 1 && !apart && SEVERAL.test(foldPlain(asked));
}

/**
 * What reports tell of several years together (五年累计, “十二五”年均目标), where it began and ended if that is asked, and then
 * the single years asked for beside them, each with its own period. Null where no such figure is held.
 */
export function yearsTogetherDraft(question: Question, sources: Sources): Draft | null {
  const asked = foldPlain(question.asked);
  if (!ASKED.test(asked) || question.indicators.length === 0 || question.language !== "zh") return null;
  // 2023年累计新增就业: the sum of that year.
  if (question.years.length > 0 && !SEVERAL.test(asked)) return null;
  const yearly = YEARLY.test(asked);
  const indicators = question.indicators.map((indicator) => named(indicator, yearly));
  for (const { first, last } of spansMeant(question, sources)) {
    const period = yearsTogether(first, last);
    const of = { ...sources, period, rows: periodRows(sources, period) };
    const sums = valueDraft(new Desk(singly({ ...question, indicators }, [last]), of));
    const ends = FROM_TO.test(asked)
      ? valueDraft(new Desk(singly(question, [first - 1, last]), sources))
      : null;
    if (sums === null && (ends?.used.length ?? 0) < 2) continue;
    const single = question.years.filter((year) => asked.includes(String(year)));
    const beside = single.length === 0 ? null : valueDraft(new Desk(singly(question, single), sources));
    const told = [ends, sums, beside].filter((draft) => draft !== null);
    return joinedDrafts(told, { names: [], sources });
  }
  return null;
}

/** Of several years the names of a yearly growth where one is asked, else those of amounts. */
function named(indicator: NamedIndicator, yearly: boolean): NamedIndicator {
  const levels = indicator.names.map((name) => name.replace(/(?:增速|涨幅)$/u, ""));
  return { ...indicator, names: [...new Set(yearly ? levels.map((name) => `${name}年均增速`) : levels)] };
}

/** The same asked of these years; which kind each is of is left to what is held. */
const singly = (question: Question, years: readonly number[]): Question => ({
  ...question,
  years,
  kinds: [],
  yearKinds: {},
  places: [],
  sides: [],
  relativeYear: null,
});

const periodRows =
  ({ rows }: Sources, period: Period): Sources["rows"] =>
  (filter) =>
    rows({ ...filter, periods: [period] });

interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** The years a question means: those of the plan it names, else the five or three that a report looks back on, or ahead to. */
function spansMeant({ asked, regions, kinds, years }: Question, { outline }: Sources): YearSpan[] {
  const plan = /^(?<first>\d{4})\/(?<last>\d{4})$/u.exec(severalYears(foldPlain(asked)) ?? "")?.groups;
  if (plan !== undefined) return [{ first: Number(plan["first"]), last: Number(plan["last"]) }];
  const counts = [5, 3].filter(
    (count) => !/[五三]年/u.test(asked) || asked.includes(count === 5 ? "五年" : "三年"),
  );
  const ahead = AHEAD.test(asked) || (kinds.join() === "target" && years.length === 0);
  const own = outline.documents.filter(
    ({ region }) => regions.length === 0 || regions.includes(region ?? ""),
  );
  const spans = own.flatMap(({ reviewYear }) =>
    reviewYear === null
      ? []
      : counts.map((count) =>
          ahead
            ? { first: reviewYear + 1, last: reviewYear + count }
            : { first: reviewYear - count + 1, last: reviewYear },
        ),
  );
  return spans.sort((a, b) => b.last - a.last);
}
