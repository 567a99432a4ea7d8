import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

/** 江北区2022年地区生产总值为1700亿元[1], without a full stop. */
export function figureClause(desk: Desk, row: IndicatorRow): string {
  const slots = {
    where: desk.whose(row),
    when: desk.year(row.year),
    indicator: desk.indicatorOf(row),
    value: spoken(desk, row),
    marks: desk.mark(row),
  };
  // 为突破19万户 is no Chinese.
  const text = desk.say(row.value === null ? `cell.words.${row.kind}` : `cell.${row.kind}`, slots);
  return text
    .replace(/为(?=突破|超|达到|接近|将近|不低于|不少于|不超过|低于|高于)/u, "")
    .replace(/(?:增速|变化率|涨幅)为(?=下降|减少|降低|回落)/u, "")
    .replace(/为(?=下降|减少|降低|回落)/u, "：");
}

/** The value, or what the report has in its place. */
export function spoken(desk: Desk, row: IndicatorRow): string {
  if (row.value !== null) return printedValue(row);
  return /^[-—–－/]*$/.test(row.raw)
    ? desk.say("words.dash", { raw: row.raw })
    : desk.say("words.only", { raw: row.raw });
}

/** Says what was taken for granted: the newest year, the only region, the reading of 去年. */
export function assumptions(desk: Desk, regions: readonly string[], years: readonly number[]): string {
  const { question } = desk;
  let said = "";
  const [region] = regions;
  if (question.regions.length === 0 && regions.length === 1 && region !== undefined) {
    said += desk.say("region.assumed", { region: desk.region(region) });
  }
  const [year] = years;
  if (question.relativeYear !== null && question.years.length > 0) {
    said += desk.say("relative", {
      phrase: question.relativeYear,
      years: question.years.join(desk.say("and.list")),
    });
  } else if (question.years.length === 0 && year !== undefined) said += desk.say("newest", { year });
  return said;
}
