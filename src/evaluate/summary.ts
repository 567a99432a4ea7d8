import type { Estimate } from "./estimate.ts";
import type { Outcome, Scores } from "./score.ts";

/** The scores as lines for a terminal. */
export function summarize(scores: Scores): string {
  const rows = Object.entries(scores.categories).map(([name, outcome]) => outcomeLine(name, outcome));
  const unasked = scores.unasked === 0 ? "" : `, ${scores.unasked} not asked yet`;
  return [
    `${scores.set}: ${scores.asked} questions${unasked}`,
    `${"category".padEnd(24)}${"n".padStart(5)}  ${"points".padEnd(22)}${"right".padEnd(8)}right and cited`,
    ...rows,
    outcomeLine("all", scores.overall),
  ].join("\n");
}

function outcomeLine(name: string, outcome: Outcome): string {
  const { points, right, rightAndCited } = outcome;
  return [
    name.padEnd(24),
    String(points.n).padStart(5),
    "  ",
    withInterval(points).padEnd(22),
    percent(right.value).padEnd(8),
    percent(rightAndCited.value),
  ].join("");
}

/** `83.3% [75.0%, 91.7%]`, or a dash when nothing was measured. */
export function withInterval({ value, low, high }: Estimate): string {
  return value === null ? "–" : `${percent(value)} [${percent(low)}, ${percent(high)}]`;
}

export function percent(value: number | null): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)}%`;
}
