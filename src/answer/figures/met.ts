import { Decimal } from "decimal.js";
import type { IndicatorRow } from "#domain/indicator.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { convert } from "#text/quantity-convert.ts";

/** Bounds that say by themselves which side is good. */
const AT_MOST = /[≤<]|以内|以下|之内|不超过|低于|控制在/;
const AT_LEAST = /[≥>]|以上|不低于|不少于|超过|突破/;

/**
 * Whether arithmetic says the target was met: by the target's own bound (≤, 以上), else by which side the
 * catalogue knows to be better. Null when a figure is missing or neither is known.
 */
export function metByArithmetic(target: IndicatorRow, actual: IndicatorRow): boolean | null {
  if (target.value === null || actual.value === null) return null;
  const printed = `${target.raw}${target.qualifier ?? ""}`;
  const higher = AT_MOST.test(printed)
    ? false
    : AT_LEAST.test(printed)
      ? true
      : higherIsBetter(target.indicator);
  if (higher === null) return null;
  const value =
    actual.unit === target.unit || actual.unit === null || target.unit === null
      ? actual.value
      : convert(actual.value, actual.unit, target.unit);
  if (value === null) return null;
  const order = new Decimal(value).cmp(new Decimal(target.value));
  return higher ? order >= 0 : order <= 0;
}

function higherIsBetter(indicator: string): boolean | null {
  const { concept } = canonicalName(indicator);
  return concept === null ? null : (conceptById(concept)?.higherIsBetter ?? null);
}

const REPORTED_UNMET = /^(?:否|未|没有?|不)|未完成|未达/;
const REPORTED_MET = /^是$|完成|达到|超过|实现/;

/** What the report's own 完成情况 says; null where it says nothing. */
export function metByReport(status: string | null): boolean | null {
  if (status === null) return null;
  if (REPORTED_UNMET.test(status)) return false;
  return REPORTED_MET.test(status) ? true : null;
}
