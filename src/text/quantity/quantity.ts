import type { Span } from "#domain/span.ts";

/** A number with its unit, as printed. */
export interface Quantity extends Span {
  /** `text.slice(start, end)`: sign, number and unit, without the qualifiers around it. */
  readonly raw: string;
  /** Decimal digits in the printed unit: 1.9万亿元 is `1.9`, 3亿5000万元 `3.5`; of a range the first bound. */
  readonly value: string;
  /** The second bound of a range (3至5家), or null. */
  readonly upper: string | null;
  /** 亿元, 万亿元, %, 个百分点, 公里/平方公里 …; `1/3` for 三分之二, 番 for 翻一番; null for a bare number. */
  readonly unit: string | null;
  /** 近, 超, 突破, 约, 不低于, ≥ …, or null. */
  readonly before: string | null;
  /** 左右, 以上, 以内, 余 …, or null. */
  readonly after: string | null;
}

/**
 * Why a figure is not read:
 * - `grouping`: commas that part no thousands (`1,2345`)
 * - `spacing`: digits with spaces between them that are neither one figure nor surely two (`45 41.6`)
 * - `triangle`: ▲ or △ before it, which some tables use for a fall and some for a rise
 * - `sign`: ±, or two signs
 * - `range`: bounds that descend, or whose units differ (`8—6%`)
 * - `power`: a power of ten (`10^4`)
 * - `compound`: sizes that do not add up (`3万5亿`)
 * - `several`: a cell that holds more than one figure and does not say which is its value
 */
export type DoubtReason =
  | "grouping"
  | "spacing"
  | "triangle"
  | "sign"
  | "range"
  | "power"
  | "compound"
  | "several";

/** A figure that is refused whole: the offsets cover all of it. */
export interface Doubt extends Span {
  readonly reason: DoubtReason;
  readonly raw: string;
}

/** A footnote mark, taken off what is read and kept: ④, [2], <sup>4</sup>, 注1. */
export interface Mark extends Span {
  readonly raw: string;
}

/** What a text holds: its figures, those that are refused, and the marks among them, each in order. */
export interface Reading {
  readonly quantities: readonly Quantity[];
  readonly doubts: readonly Doubt[];
  readonly marks: readonly Mark[];
}
