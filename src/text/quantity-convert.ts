import { Decimal } from "decimal.js";
import { unitData } from "./quantity-units.ts";

const precise = Decimal.clone({ precision: 40 });

interface Measure {
  readonly family: string;
  readonly factor: Decimal;
}

const byUnit = new Map<string, Measure>();
for (const family of unitData.families) {
  for (const [unit, [top, bottom]] of Object.entries(family.units)) {
    byUnit.set(unit, { family: family.name, factor: new precise(top).div(bottom) });
  }
}
for (const unit of unitData.counted) {
  if (!byUnit.has(unit)) byUnit.set(unit, { family: unit, factor: new precise(1) });
}

const magnitudes = Object.entries(unitData.magnitudes).sort(([a], [b]) => b.length - a.length);

/** Splits 万元/人 into size and what remains; a unit with a denominator is a family of its own. */
function measureOf(unit: string): Measure | null {
  const known = byUnit.get(unit);
  if (known !== undefined) return known;
  const slash = unit.search(/[/／]/);
  const head = slash < 0 ? unit : unit.slice(0, slash);
  const tail = slash < 0 ? "" : unit.slice(slash);
  const plain = byUnit.get(head);
  if (plain !== undefined) return { family: `${plain.family}${tail}`, factor: plain.factor };
  for (const [word, size] of magnitudes) {
    if (!head.startsWith(word)) continue;
    const rest = head.slice(word.length);
    const base = rest === "" ? { family: "", factor: new precise(1) } : byUnit.get(rest);
    if (base !== undefined) return { family: `${base.family}${tail}`, factor: base.factor.mul(size) };
  }
  return null;
}

/** The family a unit belongs to (人民币 for 亿元), or null for an unknown unit. */
export function unitFamily(unit: string): string | null {
  return measureOf(unit)?.family ?? null;
}

/** True when figures in the two units can be compared by converting one. */
export function convertible(from: string, to: string): boolean {
  const family = unitFamily(from);
  return from === to || (family !== null && family === unitFamily(to));
}

/**
 * `value` (decimal digits) said in another unit of the same family: `convert("1.9", "万亿元", "亿元")` is `"19000"`.
 * Exact but for 亩, whose thirds are cut at 20 digits. Null when the units do not belong together.
 */
export function convert(value: string, from: string, to: string): string | null {
  if (from === to) return value;
  const source = measureOf(from);
  const target = measureOf(to);
  if (source === null || target === null || source.family !== target.family) return null;
  return new precise(value).mul(source.factor).div(target.factor).toSignificantDigits(20).toFixed();
}
