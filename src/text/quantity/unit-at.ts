import { basePattern, magnitudePattern } from "#text/quantity-units.ts";

const UNIT = new RegExp(
  `\\s?(?<early>[余多])?\\s?(?<unit>(?<size>${magnitudePattern})?\\s?(?<more>余|多)?\\s?(?<base>${basePattern})?)`,
  "uy",
);

/** The unit behind a number. */
export interface UnitRead {
  /** 万亿元, %, 万; empty where none is printed. */
  readonly unit: string;
  /** The size alone: 万亿, or empty. */
  readonly size: string;
  /** 余 or 多 before or within the unit: 100余家, 5万余户, or null. */
  readonly more: string | null;
  /** Where the printed unit ends; where the number ends when there is none. */
  readonly end: number;
}

/** The unit that begins at `at`, with at most one space before it. */
export function unitAt(text: string, at: number): UnitRead {
  UNIT.lastIndex = at;
  const groups = UNIT.exec(text)?.groups ?? {};
  const printed = (groups["unit"] ?? "").trimEnd();
  const unit = printed.replace(/[余多\s]/g, "").replace("％", "%");
  const more = groups["early"] ?? groups["more"] ?? null;
  const whole = text.slice(at, UNIT.lastIndex);
  const end = printed === "" && more === null ? at : at + whole.trimEnd().length;
  return { unit, size: groups["size"] ?? "", more, end };
}
