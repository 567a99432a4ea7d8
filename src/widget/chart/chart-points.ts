import type { Block } from "#protocol/chat.ts";
import { plainText } from "#widget/answer/plain-text.ts";

export type ChartBlock = Block & { type: "chart" };
export type ChartPoint = ChartBlock["points"][number];

/** What a point is called: its label, with its series before it where one kind has several. */
export function pointName(point: ChartPoint, points: readonly ChartPoint[]): string {
  const isOnlySeries = points.every((each) => each.kind !== point.kind || each.series === point.series);
  return plainText(
    isOnlySeries && point.label !== "" ? point.label : `${point.series} ${point.label}`,
  ).trim();
}

/** Maps `values` onto a stretch of the drawing, zero always among them. */
export function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(0, ...values);
  const range = Math.max(0, ...values) - low || 1;
  return (value) => Math.round((from + ((value - low) / range) * (to - from)) * 10) / 10;
}

/** Years that one chart spans at most. */
const YEARS = 40;

/** Labels in order; of years each between the first and the last, so that a year without a figure is a gap and not a step. */
export function labelsBetween(points: readonly ChartPoint[]): string[] {
  const labels = [...new Set(points.map(({ label }) => label))];
  const years = labels.map((label) => /^(\d{4})(年?)$/.exec(label));
  const unit = years[0]?.[2] ?? "";
  if (years.some((year) => year === null || year[2] !== unit)) return labels;
  const numbers = years.map((year) => Number(year?.[1]));
  const first = Math.min(...numbers);
  const span = Math.max(...numbers) - first;
  // A century between two points is no course that one could draw.
  if (span > YEARS) return labels;
  return Array.from({ length: span + 1 }, (_, at) => `${first + at}${unit}`);
}

/** Series that a colour must tell apart: those of which one kind has several; none where each kind is one line. */
export function seriesNames(points: readonly ChartPoint[]): string[] {
  const several = points.filter((point) =>
    points.some((each) => each.kind === point.kind && each.series !== point.series),
  );
  return [...new Set(several.map(({ series }) => series))];
}

/** Pixels that a digit takes at most, and the narrowest that a chart is drawn. */
const [DIGIT, NARROWEST] = [9, 220];

/** Hundredths of the width that the longest figure beside a bar may take. */
export function roomFor(values: readonly number[]): number {
  const longest = Math.max(0, ...values.map((value) => String(value).length));
  return Math.min(50, Math.ceil(((longest * DIGIT + 10) / NARROWEST) * 100));
}
