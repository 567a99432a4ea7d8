import type { Block } from "#protocol/chat.ts";

export type ChartBlock = Block & { type: "chart" };
export type ChartPoint = ChartBlock["points"][number];

/** Maps `values` onto a stretch of the drawing, zero always among them. */
export function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(0, ...values);
  const range = Math.max(0, ...values) - low || 1;
  return (value) => Math.round((from + ((value - low) / range) * (to - from)) * 10) / 10;
}
