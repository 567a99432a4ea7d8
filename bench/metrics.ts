import type { BenchQuestion } from "./question-set.ts";

/** Means over a question set, each 0 to 1. */
export interface Figures {
  readonly questions: number;
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
}

/** Scores rankings (chunk ids, best first), one for each question. */
export function figuresOf(questions: readonly BenchQuestion[], rankings: readonly string[][]): Figures {
  const mean = (score: (question: BenchQuestion, ranking: string[]) => number) =>
    questions.reduce((sum, question, at) => sum + score(question, rankings[at] ?? []), 0) /
    Math.max(1, questions.length);
  return {
    questions: questions.length,
    recall1: mean((question, ranking) => Number(isAnswered(question, ranking, 1))),
    recall5: mean((question, ranking) => Number(isAnswered(question, ranking, 5))),
    recall10: mean((question, ranking) => Number(isAnswered(question, ranking, 10))),
    mrr10: mean(reciprocalRank),
    ndcg10: mean(discountedGain),
  };
}

/** True when the first `depth` hold a passage for each fact the question needs. */
export function isAnswered({ groups }: BenchQuestion, ranking: readonly string[], depth: number): boolean {
  const top = ranking.slice(0, depth);
  return groups.every((group) => top.some((id) => group.has(id)));
}

function reciprocalRank({ groups }: BenchQuestion, ranking: readonly string[]): number {
  const at = ranking.slice(0, 10).findIndex((id) => groups.some((group) => group.has(id)));
  return at < 0 ? 0 : 1 / (at + 1);
}

function discountedGain({ groups }: BenchQuestion, ranking: readonly string[]): number {
  const right = new Set(groups.flatMap((group) => [...group]));
  const gain = (found: readonly boolean[]) =>
    found.reduce((sum, isRight, at) => sum + (isRight ? 1 / Math.log2(at + 2) : 0), 0);
  const best = gain(new Array<boolean>(Math.min(10, right.size)).fill(true));
  return best === 0 ? 0 : gain(ranking.slice(0, 10).map((id) => right.has(id))) / best;
}

/** One line of a table of figures. */
export function lineOf(name: string, figures: Figures): string {
  const { questions, recall1, recall5, recall10, mrr10, ndcg10 } = figures;
  const cells = [recall1, recall5, recall10, mrr10, ndcg10].map((value) => value.toFixed(3).padStart(7));
  return `${name.padEnd(28)} ${String(questions).padStart(5)} ${cells.join(" ")}`;
}

export const HEADER = `${"".padEnd(28)}     n     r@1     r@5    r@10  MRR@10 nDCG@10`;
