import type { Desk } from "#answer/desk.ts";
import { revisionOf } from "#answer/edited-figures.ts";
import { type Fact, factFor } from "#answer/facts.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { suspect } from "#indicators/suspect.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { saidIn } from "./arithmetic.ts";

/** ，位居全市第二; ，增速居全市第1位; 、总量稳居全市第3. */
const RANK =
  /^[，,、](?:(?:增速|增幅|总量)[^，。；\d]{0,4})?(?:连续[^，。；]{1,8})?(?:位?居|稳居|排名?|位列|列|跃居|升至|跃升至)[^，。；]{2,16}(?:第[一二三四五六七八九十\d]+位?名?|首位|前列|前\d+位?|前[一二三四五六七八九十]+位?)/u;
/** ，同比提高22个百分点; ，高于全市平均水平0.3个百分点. */
const APART =
  /^[，,、](?:同比|[较比][^，。；\d]{1,8}|[高低]于[^，。；\d]{1,12})[^，。；\d]{0,6}\d+(?:\.\d+)?个百分点/u;
/** ，超过规划目标4.6个百分点; ，比“十五”计划目标3000亿元超过1070亿元; ，略高于3%左右的控制目标: how far it is from what was aimed at. */
const FROM_AIM =
  /^[，,、](?:比|较|略?[高低]于|超(?:过|额)?|好于)[^，。；]{0,24}(?:目标|计划)[^，。；]{0,20}(?=[，。；]|$)/u;
/** 、增长10.2% is a fact of its own and stands between the amount and its rank. */
const GROWTH = /^[，,、](?:按可比价格?(?:计算)?[，,])?(?:同比|年均|比上年)?(?:增长|下降)\d+(?:\.\d+)?[%％]/u;

/** What the sentence says of a figure right behind it: its rank, or how far it is from last year's or the city's. */
export function trailing(desk: Desk, row: IndicatorRow): string[] {
  if (row.source === "table") return [];
  const text = desk.sources.document(row.documentId)?.text ?? "";
  const rest = text
    .slice(row.end, row.context.end)
    .replaceAll("\n", "")
    .replace(/^[左右以上下]{2}/u, "");
  const growth = row.indicator.endsWith("增速") ? "" : (GROWTH.exec(rest)?.[0] ?? "");
  const behind = rest.slice(growth.length);
  const told = RANK.exec(behind)?.[0] ?? FROM_AIM.exec(behind)?.[0] ?? APART.exec(behind)?.[0];
  if (told === undefined) return [];
  // 52.18亿元，增长18.6%，位居全市第二: the rank may be that of the growth, so both are quoted.
  const said = /^[，,、](?:增速|增幅|总量)/u.test(told) ? told : growth + told;
  return [desk.say("said.beside", { said: said.slice(1), marks: desk.mark(row) })];
}

/** The rank that a sentence tells of an amount or of its growth, for a figure that a table prints without one. */
export function rankBehind(desk: Desk, row: IndicatorRow): string[] {
  if (row.region === null) return [];
  const amount = row.indicator.replace(/增速$/u, "");
  const filter = { regions: [row.region], years: [row.year], indicators: [amount, `${amount}增速`] };
  const others = desk.sources.rows(filter).filter(({ id, kind }) => kind === row.kind && id !== row.id);
  const told = others
    .map((other) => trailing(desk, other))
    .find(([said]) => said !== undefined && /第|首|前/u.test(said));
  if (told !== undefined) return told;
  // A table's remark on the growth may tell the rank of the amount too.
  const noted = others.find(({ note }) => note !== null && /第[一二三四五六七八九十\d]|首位/u.test(note));
  return noted === undefined ? [] : [desk.say("note", { note: noted.note ?? "", marks: desk.mark(noted) })];
}

/**
 * A printed value that breaks its series by a factor of ten is told as printed, with a caution and the figure it is
 * out of line with; empty for all others.
 */
export function caution(desk: Desk, row: IndicatorRow): string[] {
  // Whoever looked at it vouches for it.
  if (row.region === null || row.value === null || revisionOf(desk.sources, row) !== null) return [];
  const series = desk.sources.rows({ regions: [row.region], indicators: [row.indicator] });
  const other = suspect(row, series);
  if (other === null || vouched(desk, row, other)) return [];
  const slots = { when: desk.year(other.year), value: printedValue(other), marks: desk.mark(other) };
  return [desk.say("caution", slots)];
}

/** Told with its growth, where the other is not, a value is the one that fits its series. */
function vouched(desk: Desk, row: IndicatorRow, other: IndicatorRow): boolean {
  const growth = ({ region, year, indicator }: IndicatorRow) =>
    region !== null &&
    desk.sources.rows({ regions: [region], years: [year], indicators: [`${indicator}增速`], limit: 1 })
      .length > 0;
  return row.year < other.year && growth(row) && !growth(other);
}

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
