import { type RecordedHit, SEARCH_MODES, type SearchMode } from "#evaluate/report/run-record.ts";
import type { Item } from "#evaluate/sets/item.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { evidenceGroups, fromGoldDocument } from "./grade.ts";
import { holdsEvidence } from "./match.ts";

export const CUTOFFS = [1, 3, 5, 10, 20] as const;
const NDCG_CUTOFF = 10;

export interface RankingScores {
  /** By cutoff. */
  readonly recall: Readonly<Record<string, Estimate>>;
  readonly reciprocalRank: Estimate;
  readonly ndcg: Estimate;
}

export type RetrievalScores = Readonly<Partial<Record<SearchMode, RankingScores>>>;

/** One thing a question needs found; `gain` is its worth to nDCG. */
interface Need {
  readonly gain: number;
  readonly heldBy: (hit: RecordedHit) => boolean;
}

/** What one ranking found, rank by rank: the gain of needs that stand there for the first time. */
interface Ranking {
  readonly needs: readonly Need[];
  readonly gains: readonly number[];
  /** Needs held up to and including each rank. */
  readonly held: readonly number[];
}

/**
 * Recall@k: share of a question's needs held by the first k hits. MRR: one over the rank of the first hit that holds
 * any. nDCG@10: gain over log2(rank + 1), over that of the best order. A need is a group of evidence (one of its spans,
 * from a gold document), or a document with graded relevance. Each mode that was recorded stands by itself.
 * Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002; Manning et al.,
 * Introduction to Information Retrieval, chapter 8.
 */
export function scoreRetrieval(items: readonly Item[]): RetrievalScores {
  const scores: Partial<Record<SearchMode, RankingScores>> = {};
  for (const mode of SEARCH_MODES) {
    const rankings = items.flatMap((item) => rank(item, mode) ?? []);
    if (rankings.length > 0) scores[mode] = scoreRankings(rankings);
  }
  return scores;
}

/** Recall at `cutoff` for one question; null without evidence or when the mode was not recorded. */
export function recallAt(item: Item, mode: SearchMode, cutoff: number): number | null {
  const ranking = rank(item, mode);
  return ranking === null ? null : recall(ranking, cutoff);
}

function scoreRankings(rankings: readonly Ranking[]): RankingScores {
  const recalls = CUTOFFS.map((k) => [String(k), estimate(rankings.map((one) => recall(one, k)))]);
  return {
    recall: Object.fromEntries(recalls),
    reciprocalRank: estimate(rankings.map(reciprocalRank)),
    ndcg: estimate(rankings.map(ndcg)),
  };
}

function rank(item: Item, mode: SearchMode): Ranking | null {
  const recorded = item.record.retrieval[mode];
  const needs = needsOf(item);
  if (recorded === undefined || needs.length === 0) return null;
  const hits = item.question.relevant === undefined ? recorded : firstOfEachDocument(recorded);
  const open = new Set(needs);
  const gains: number[] = [];
  const held: number[] = [];
  for (const hit of hits) {
    const found = [...open].filter((need) => need.heldBy(hit));
    for (const need of found) open.delete(need);
    gains.push(found.reduce((sum, { gain }) => sum + gain, 0));
    held.push(needs.length - open.size);
  }
  return { needs, gains, held };
}

function needsOf({ question, documents }: Item): Need[] {
  if (question.relevant !== undefined) {
    const nameOf = new Map(documents.map(({ id, sourceName }) => [id, sourceName ?? id]));
    return Object.entries(question.relevant).map(([name, gain]) => ({
      gain,
      heldBy: ({ documentId }) => nameOf.get(documentId) === name,
    }));
  }
  return evidenceGroups(question).map((group) => ({
    gain: 1,
    heldBy: ({ documentId, text }) =>
      fromGoldDocument(question, documentId, documents) && group.some((one) => holdsEvidence(text, one)),
  }));
}

function firstOfEachDocument(hits: readonly RecordedHit[]): RecordedHit[] {
  const seen = new Set<string>();
  return hits.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
}

function recall({ needs, held }: Ranking, cutoff: number): number {
  return (held[Math.min(cutoff, held.length) - 1] ?? 0) / needs.length;
}

function reciprocalRank({ gains }: Ranking): number {
  const at = gains.findIndex((gain) => gain > 0);
  return at < 0 ? 0 : 1 / (at + 1);
}

/** At most 1: a hit that holds several needs beats the ideal of one a rank. */
function ndcg({ needs, gains }: Ranking): number {
  const ideal = needs.map(({ gain }) => gain).sort((a, b) => b - a);
  return Math.min(1, discounted(gains) / discounted(ideal));
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, NDCG_CUTOFF).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
