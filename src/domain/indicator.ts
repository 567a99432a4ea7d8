import type { Period } from "./period.ts";
import type { Span } from "./span.ts";

export const INDICATOR_KINDS = ["actual", "target", "estimate", "unknown"] as const;

/**
 * 实际完成 (`actual`), 预期目标 or 计划 (`target`), 预计完成 (`estimate`); `unknown` where the report does not say which.
 * Never mixed up, and nothing becomes `actual` for want of a word.
 */
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** How a reader is told of a kind. */
export const KIND_WORDS: Readonly<Record<IndicatorKind, string>> = {
  actual: "实际",
  target: "目标",
  estimate: "预计",
  unknown: "类别不明",
};

/** The kinds that a question asks for and that are set against each other: an aim and its result. */
export type AskedKind = Extract<IndicatorKind, "actual" | "target">;

/**
 * Whom a figure is of: the report's own region (`own`), another place that is named in `region` (`other`: 全国, 全市 in
 * a district's report, a district in a city's), or a place that the report narrows to without its being understood.
 */
export type Scope = "own" | "other" | "unknown";

export type IndicatorAttribute = "约束性" | "预期性";

/** One printed fact. `start`/`end` is the cell, or the figure inside its sentence. */
export interface IndicatorRow extends Span {
  /** Stable for the same document and cell. */
  readonly id: string;
  readonly documentId: string;
  /** Whom the figure is about; differs from the report's own region for 全市 or 全国 figures; null where unknown. */
  readonly region: string | null;
  readonly scope: Scope;
  /** The year the figure is of; of several years the last. */
  readonly year: number;
  /** What part of the year, or which years. Only `year` and the state at its end may be told of the year. */
  readonly period: Period;
  /** Canonical name from the catalogue, or the printed name without unit and marks. */
  readonly indicator: string;
  /** Name as printed. */
  readonly name: string;
  readonly kind: IndicatorKind;
  /** The kind as accounts print it (调整预算数, 执行数, 决算数); absent where they do not. */
  readonly printedKind?: string;
  /** Decimal digits such as `-4.3`, never a float; null where the report gives words and no number. */
  readonly value: string | null;
  readonly unit: string | null;
  /** The cell as printed. */
  readonly raw: string;
  /** 左右, 以上, 以内, ≤, ≥, 与上年持平, 市级下达 … or null. */
  readonly qualifier: string | null;
  readonly attribute: IndicatorAttribute | null;
  /** 完成情况 as printed: 完成预期, 超过目标, 是, 否 … */
  readonly status: string | null;
  /** 备注 as printed. */
  readonly note: string | null;
  readonly source: "table" | "sentence";
  /** 1 for table cells; below 1 for figures read from sentences. */
  readonly confidence: number;
  /** The whole table row or sentence: what a citation quotes. */
  readonly context: Span;
  /** Section titles down to the figure. */
  readonly section: readonly string[];
}

/** 分别下降22.2%、11.1%: the second figure falls as well, though the words at it do not say so. */
export function fallsUnsaid({ value, raw }: Pick<IndicatorRow, "value" | "raw">): boolean {
  return value?.startsWith("-") === true && !/[-−–—－﹣↓⬇▼降减跌负缩]|回落/u.test(raw);
}

/** A closed filter over the table: every list is an OR, an absent list lets all through. */
export interface IndicatorFilter {
  readonly regions?: readonly string[];
  readonly years?: readonly number[];
  /** Canonical names. */
  readonly indicators?: readonly string[];
  readonly kinds?: readonly IndicatorKind[];
  readonly periods?: readonly Period[];
  readonly documents?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
}

/** True for a row that is an aim or a result: it may be set against its counterpart. */
export function isAimOrResult(kind: IndicatorKind): kind is AskedKind {
  return kind === "actual" || kind === "target";
}

/** A row's scope in the form of the wire contract: `own`, `unknown`, or the name of the other place. */
export function scopeOnWire({ scope, region }: Pick<IndicatorRow, "scope" | "region">): string {
  return scope === "other" ? (region ?? "unknown") : scope;
}

/** True where the report leaves open what the figure is: its kind, its time, or whose it is. */
export function hasUnknownPart({ kind, period, scope }: IndicatorRow): boolean {
  return kind === "unknown" || period === "unknown" || scope === "unknown";
}
