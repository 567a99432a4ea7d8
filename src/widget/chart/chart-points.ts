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
