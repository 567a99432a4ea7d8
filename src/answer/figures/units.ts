import type { IndicatorRow } from "#domain/indicator.ts";

/** True for a rate, a share or a growth: figures that are not added up. */
export function valueIsRate({ unit, indicator }: IndicatorRow): boolean {
  return RATE.test(unit ?? "") || /[率比]$|增速/.test(indicator);
}

const RATE = /[%％‰]/;
const MONEY = /元$|美元|人民币/;
const ASKS_COUNT =
  /(?<![涨增降升跌长]了?)(?:多少|几)(?:[家户所座件项条名]|人(?![均次口才])|个(?!百分|点|亿|万|月|小时|季度|平方))/;
const ASKS_MONEY =
  /(?:多少|几)(?:个)?(?:钱|[百千万]*亿?美?元|[百千万]*亿(?=[,，。、?]|$))|营收|营业收入|销售收入|(?:总|计划)投资|产值/;

const ASKS_DOLLARS = /(?:多少|几)个?[百千万]*亿?(?:美元|美金|刀)/;
/** 多少亿: an amount and no share, whatever else is said. */
const ASKS_AMOUNT = /(?:多少|几)个?[百千万]*亿(?:美?元)?(?=[,，。、?的]|$)/;

/** 占几成, 百分之几: a share or a growth, and no number of things. */
const ASKS_SHARE =
  /占[^,，。、?]{0,6}(?:几成|百分之)|百分之(?:几|多少)|(?:[少多降跌涨增升]了?|比例|比重)几成/;

/**
 * True when none of the figures can be what the folded question asks for: how many enterprises, where they are
 * money or rates (营业收入超100亿的企业有几户), or how much money, where they are counts.
 */
export function misfit(folded: string, rows: readonly IndicatorRow[]): boolean {
  if (
    ASKS_DOLLARS.test(folded) &&
    rows.every(({ unit }) => /元$/.test(unit ?? "") && !/美元$/.test(unit ?? ""))
  )
    return true;
  if (rows.length > 0 && ASKS_SHARE.test(folded) && rows.every(isAmount)) return true;
  const [count, money] = [ASKS_COUNT.test(folded), ASKS_MONEY.test(folded)];
  const amount = ASKS_AMOUNT.test(folded);
  if (count === money || rows.length === 0) return false;
  return rows.every(({ unit, value }) => {
    if (unit === null || value === null) return false;
    if (amount && RATE.test(unit)) return true;
    return count ? MONEY.test(unit) || RATE.test(unit) : !/元|美元|人民币|[%％‰]|^万?亿/.test(unit);
  });
}

/** True for people, things or money, which are no part of a hundred. */
const isAmount = ({ unit, value }: IndicatorRow): boolean =>
  value !== null && unit !== null && /[人户家个所件]$/u.test(unit);
