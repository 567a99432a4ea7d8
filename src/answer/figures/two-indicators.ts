import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import type { NamedIndicator } from "#question/question.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { differenceOf, ratioOf, shareOf } from "./arithmetic.ts";
import { assumptions } from "./clause.ts";
import { asksFall } from "./extremes.ts";
import { candidateRows, fillGrid, regionsInScope, yearsInScope } from "./grid.ts";

/**
 * 城镇和农村收入差多少, 税收占一般公共预算收入几成: two indicators of one place and year, with their difference and,
 * where asked, their ratio. Empty when they are not both held or their units differ.
 */
export function twoIndicators(desk: Desk): Block[] {
  const [one, two, more] = desk.question.indicators;
  if (one === undefined || two === undefined || more !== undefined) return [];
  const rows = candidateRows(desk, one);
  const [region, another] = regionsInScope(desk, rows);
  const [year, other] = yearsInScope(desk, rows, region === undefined ? [] : [region]);
  if (region === undefined || another !== undefined || year === undefined || other !== undefined) return [];
  const place = { regions: [region], years: [year] };
  if (desk.question.measure === "both" && asksEach(desk)) return inBothMeasures(desk, [one, two], place);
  const first = fillGrid(desk, one, place).cells[0]?.fact?.row;
  const second = fillGrid(desk, two, place).cells[0]?.fact?.row;
  if (first === undefined || second === undefined || first.kind !== second.kind) return [];
  const concluded = asksEach(desk) ? "" : concludePair(desk, first, second);
  if (concluded === null) return [];
  const text = `${[first, second].map((row) => told(desk, row)).join("；")}${end(desk)}${concluded}`;
  return [{ type: "paragraph", text: text + assumptions(desk, [region], [year]) }];
}

/** 分别为多少元，各自增长多少: the amount and the growth of each; empty where one of them is not held. */
function inBothMeasures(
  desk: Desk,
  indicators: readonly NamedIndicator[],
  place: { readonly regions: readonly string[]; readonly years: readonly number[] },
): Block[] {
  const rows = indicators.map((indicator) =>
    indicator.names.flatMap((name) => {
      const row = fillGrid(desk, { ...indicator, names: [name] }, place).cells[0]?.fact?.row;
      return row === undefined ? [] : [row];
    }),
  );
  if (rows.some(({ length }) => length < 2)) return [];
  return rows.map(
    (own): Block => ({
      type: "paragraph",
      text: `${own.map((row) => told(desk, row)).join("；")}${end(desk)}`,
    }),
  );
}

/** 总产值和零售总额各是多少: both are asked, not how they stand to each other. */
const asksEach = ({ question }: Desk): boolean =>
  /各|分别/.test(question.asked) &&
  !/比|差|谁|哪|倍|几成|占|更|合计|一共|总共|[多少高低快慢大小](?:多少|几|出)/.test(question.asked);

const end = (desk: Desk): string => (desk.question.language === "en" ? ". " : "。");

function told(desk: Desk, row: IndicatorRow): string {
  return desk.say(`cell.${row.kind}`, {
    where: desk.region(row.region),
    when: desk.year(row.year),
    indicator: desk.indicatorOf(row),
    value: printedValue(row),
    marks: desk.mark(row),
  });
}

/** How two figures of different indicators stand to each other: their share, difference or ratio; null where units differ. */
export function concludePair(desk: Desk, first: IndicatorRow, second: IndicatorRow): string | null {
  const { asked } = desk.question;
  if (/几成|百分之几|占/.test(asked)) {
    const share = shareOf(first, second);
    if (share !== null) return shareTold(desk, [first, second], share);
  }
  const difference = differenceOf(first, second);
  if (difference === null) return null;
  const [higher, lower] = difference.sign >= 0 ? [first, second] : [second, first];
  const names = { higher: desk.indicator(higher.indicator), lower: desk.indicator(lower.indicator) };
  const fell = asksFall(asked, [first, second]);
  const key = difference.sign === 0 ? "pair.equal" : fell ? "pair.fell" : "pair.higher";
  for (const number of difference.numbers) desk.computed(number);
  const { result, expression } = difference;
  const apart = desk.say(key, { ...names, result, expression, marks: desk.marks([first, second]) });
  return (
    apart +
    (/倍|times|收入(?:之)?比|比[值例]|ratio/.test(asked)
      ? timesOf(desk, OF_OTHER.test(asked) ? [first, second] : [higher, lower])
      : "")
  );
}

/** A是B的几倍: the first is set against the second, also where it is the smaller. */
const OF_OTHER = /[是为相].*倍|times/;

/** How many times the second figure the first is; empty where units differ. */
function timesOf(desk: Desk, [first, second]: readonly [IndicatorRow, IndicatorRow]): string {
  const ratio = ratioOf(first, second);
  if (ratio === null) return "";
  for (const number of ratio.numbers) desk.computed(number);
  const names = { first: desk.indicator(first.indicator), second: desk.indicator(second.indicator) };
  return desk.say("times.named", { ...names, result: ratio.result, expression: ratio.expression });
}

/** The smaller is the part, whichever was named first. */
function shareTold(
  desk: Desk,
  [first, second]: readonly [IndicatorRow, IndicatorRow],
  share: NonNullable<ReturnType<typeof shareOf>>,
): string {
  const firstIsPart = (differenceOf(first, second)?.sign ?? 1) <= 0;
  const [part, whole] = firstIsPart ? [first, second] : [second, first];
  for (const number of share.numbers) desk.computed(number);
  const { result, expression } = share;
  const names = { part: desk.indicator(part.indicator), whole: desk.indicator(whole.indicator) };
  return desk.say("share", { ...names, result, expression });
}
