import type { Desk } from "#answer/desk.ts";
import { type Fact, factFor } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

const ASKED_AMOUNT = "了?(?:多少|几|百分|多大|点|没有?|吗|[?？]|$)";
const FELL = new RegExp(
  `(?:下滑|下降|下跌|减少|降低|缩水|萎缩|缩减|[降跌]|(?<!多)少)得?${ASKED_AMOUNT}`,
  "u",
);
const ROSE = new RegExp(`(?:增长|上涨|上升|提高|增加|[涨增升])得?${ASKED_AMOUNT}`, "u");
const MOVES = /增速|增长率|变化率|涨幅|降|减|提高/u;

/**
 * 下滑了多少 of what grew, 涨了多少 of what fell: said so, with the growth where the figure told is an amount; and where
 * no growth is printed, that is said. Empty where nothing has to be set right.
 */
export function premiseSetRight(desk: Desk, row: IndicatorRow): string[] {
  const { asked, years, kinds, language } = desk.question;
  const [fell, rose] = [FELL.test(asked), ROSE.test(asked)];
  if (
    fell === rose ||
    language === "en" ||
    row.kind === "target" ||
    years.length > 1 ||
    kinds.includes("target")
  )
    return [];
  const growth = growthOf(desk, row);
  if (growth === null) return fell && !MOVES.test(row.indicator) ? [desk.say("premise.unsaid")] : [];
  const change = Number(growth.row.value);
  const wrong = growth.row.raw.includes("降") ? rose : fell ? change > 0 : change < 0;
  if (!wrong || Number.isNaN(change) || change === 0) return [];
  const key = fell ? "premise.rose" : "premise.fell";
  if (growth.row === row) return [desk.say(key)];
  const slots = { value: printedValue(growth.row), marks: desk.mark(growth.row) };
  return [desk.say(`${key}.by`, slots)];
}

/** 上升多少, 降了几个点: how much a figure changed is asked. */
export const asksChange = ({ asked }: Desk["question"]): boolean => FELL.test(asked) || ROSE.test(asked);

/** The row itself where it tells a growth, else the growth printed of its amount. */
function growthOf(desk: Desk, row: IndicatorRow): Pick<Fact, "row"> | null {
  if (/增速$|增长率$/u.test(row.indicator)) return { row };
  if (row.region === null || MOVES.test(row.indicator)) return null;
  const { region, year, kind } = row;
  return factFor(desk.sources, { region, year, kind, names: [`${row.indicator}增速`] });
}
