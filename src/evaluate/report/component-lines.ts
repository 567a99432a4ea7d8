import type { Estimate } from "#evaluate/score/estimate.ts";
import { CUTOFFS } from "#evaluate/score/retrieval.ts";
import type { ComponentScores } from "#evaluate/score/score.ts";

/** One measured number of one component, ready to be shown. */
export interface ComponentLine {
  readonly component: string;
  readonly metric: string;
  readonly value: string;
  /** Over how many questions, cells or quotes; empty where it is a count itself. */
  readonly n: string;
}

/** Every metric of every component but retrieval in a fixed order; what was not measured shows a dash. */
export function componentLines(scores: ComponentScores): ComponentLine[] {
  const { understanding, lookup, answer, citations, status, figures, latency } = scores;
  return [
    line("understanding", "reading right", understanding.right),
    ...Object.entries(understanding.parts)
      .filter(([, { n }]) => n > 0)
      .map(([part, value]) => line("understanding", part, value)),
    line("lookup", "cell in table", lookup.inTable),
    line("lookup", "cell used", lookup.used),
    line("lookup", "target and actual mixed up", lookup.kindSwapped),
    line("lookup", "wanted figures in rows used", lookup.figuresInRows),
    line("answer", "completeness", answer.completeness),
    line("answer", "complete", answer.complete),
    line("answer", "nothing forbidden", answer.clean),
    line("citations", "gold evidence cited", citations.goldCited),
    line("citations", "precision", citations.precision),
    line("citations", "recall", citations.recall),
    line("citations", "quotes exact", citations.exactness),
    line("status", "right", status.right),
    line("status", "refusal precision", status.refusalPrecision),
    line("status", "refusal recall", status.refusalRecall),
    line("status", "over-refusal", status.overRefusal),
    line("status", "over-clarification", status.overClarification),
    {
      component: "figures",
      metric: "ungrounded",
      value: String(figures.ungrounded),
      n: String(figures.figures),
    },
    line("determinism", "same bytes twice", scores.determinism),
    line("asking", "failed", scores.failures),
    {
      component: "latency",
      metric: "p50 / p95 / p99",
      value: [latency.p50, latency.p95, latency.p99].map(milliseconds).join(" / "),
      n: String(latency.milliseconds.length),
    },
  ];
}

/** Retrieval as a table, header first: a row for each mode that was recorded, so that they stand side by side. */
export function retrievalTable({ retrieval }: ComponentScores): string[][] {
  const header = ["retrieval", ...CUTOFFS.map((k) => `recall@${k}`), "MRR", "nDCG@10", "n"];
  const rows = Object.entries(retrieval).map(([mode, { recall, reciprocalRank, ndcg }]) => [
    mode,
    ...CUTOFFS.map((k) => percent(recall[String(k)]?.value ?? null)),
    percent(reciprocalRank.value),
    withInterval(ndcg),
    String(ndcg.n),
  ]);
  return rows.length === 0 ? [] : [header, ...rows];
}

/** `83.3% [75.0%, 91.7%]`, or a dash when nothing was measured. */
export function withInterval({ value, low, high }: Estimate): string {
  return value === null ? "–" : `${percent(value)} [${percent(low)}, ${percent(high)}]`;
}

export function percent(value: number | null): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)}%`;
}

function line(component: string, metric: string, value: Estimate): ComponentLine {
  return { component, metric, value: withInterval(value), n: String(value.n) };
}

function milliseconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} ms`;
}
