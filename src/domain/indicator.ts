import type { Span } from "./span.ts";

/** 预期目标, 计划 (`target`) against 实际完成 (`actual`). Never mixed up. */
export type IndicatorKind = "target" | "actual";

export type IndicatorAttribute = "约束性" | "预期性";

/** One printed fact. `start`/`end` is the cell, or the figure inside its sentence. */
export interface IndicatorRow extends Span {
  /** Stable for the same document and cell. */
  readonly id: string;
  readonly documentId: string;
  /** Whom the figure is about; differs from the report's own region for 全市 or 全国 figures. */
  readonly region: string | null;
  readonly year: number;
  /** Canonical name from the catalogue, or the printed name without unit and marks. */
  readonly indicator: string;
  /** Name as printed. */
  readonly name: string;
  readonly kind: IndicatorKind;
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
  return value?.startsWith("-") === true && !/[-−–—－降减跌负缩]|回落/u.test(raw);
}

/** A closed filter over the table: every list is an OR, an absent list lets all through. */
export interface IndicatorFilter {
  readonly regions?: readonly string[];
  readonly years?: readonly number[];
  /** Canonical names. */
  readonly indicators?: readonly string[];
  readonly kinds?: readonly IndicatorKind[];
  readonly documents?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
}
