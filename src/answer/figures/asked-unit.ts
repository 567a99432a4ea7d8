import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { foldPlain } from "#text/fold.ts";
import { saidIn } from "./arithmetic.ts";

const ASKED =
  /(?:多少|几|(?:折|换算)?(?:合|成)(?:为)?)个?([百千万亿]*(?:美元|元|人次|人|户|公斤|斤|吨|公顷|亩|平方公里|平方米|公里|米|立方米|千瓦时))/u;

/** 多少万元 where 亿元 is printed: the figure in the unit asked for, with the computation. */
export function inAskedUnit(desk: Desk, row: IndicatorRow): string[] {
  const unit = ASKED.exec(foldPlain(desk.question.asked))?.[1];
  // 5.5万人 answers 多少人 as it stands.
  const said = unit === undefined || row.unit?.endsWith(unit) === true ? null : saidIn(unit, row);
  // A factor that no report prints (斤 to 吨) would be a figure of our own.
  if (said === null || !said.numbers.every((number) => number === said.numbers[0] || /^10+$/.test(number)))
    return [];
  for (const number of said.numbers) desk.computed(number);
  return [desk.say("in.unit", { result: said.result, expression: said.expression })];
}
