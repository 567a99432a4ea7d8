import { conceptById, type Dimension } from "#indicators/catalogue.ts";
import { unitFamily } from "#text/quantity-convert.ts";

const MONEY = /元|英镑|卢布/u;
const PEOPLE = /[人名]$|人次$/u;
const PERCENT = /^[%‰成]$/u;

const FITS: Readonly<Record<Dimension, (unit: string) => boolean>> = {
  money: (unit) => MONEY.test(unit),
  count: (unit) => !MONEY.test(unit) && !PERCENT.test(unit) && !/百分点|倍$/u.test(unit),
  // 减少贫困人口13万: what is counted is said before.
  people: (unit) => PEOPLE.test(unit) || unitFamily(unit) === "人数" || /^[万亿]$/u.test(unit),
  percent: (unit) => PERCENT.test(unit),
  days: (unit) => /[天日]$/u.test(unit),
  area: (unit) => unitFamily(unit) === "面积",
  mass: (unit) => ["质量", "标准煤"].includes(unitFamily(unit) ?? ""),
  volume: (unit) => unitFamily(unit) === "体积",
  length: (unit) => unitFamily(unit) === "长度",
  energy: (unit) => /千瓦时|度|千瓦|兆瓦|吉瓦|标准?煤/u.test(unit),
  concentration: (unit) => /克\/|μg/u.test(unit),
  rate: (unit) => PERCENT.test(unit) || /[人件张个名]/u.test(unit),
  ratio: (unit) => !/百分点/u.test(unit),
  time: (unit) => /[岁年天]|小时|分钟/u.test(unit),
  index: (unit) => PERCENT.test(unit) || /分$/u.test(unit),
};

/** True when a level of the concept can be told in `unit`: 亿元 for an amount of money, never % or 人. */
export function unitFits(conceptId: string, unit: string): boolean {
  const concept = conceptById(conceptId);
  if (concept === undefined) return false;
  return concept.units.includes(unit) || FITS[concept.dimension](unit);
}
