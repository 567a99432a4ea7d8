import type { IndicatorKind } from "#domain/indicator.ts";
import { patterns } from "./patterns.ts";

const YEAR = /(?:19|20)\d{2}(?=年|\D|$)/g;

/** 目标, 实际 or both, as the words of a folded text say. */
export function kindsIn(folded: string): IndicatorKind[] {
  const kinds: IndicatorKind[] = [];
  if (patterns.kind.target.test(folded)) kinds.push("target");
  if (patterns.kind.actual.test(folded)) kinds.push("actual");
  return kinds;
}

/**
 * The kinds that follow each year in a question that names both: in 2020年、2022年实际、2023年目标 a year
 * without a kind of its own shares the next one's. Empty when the words do not tell the years apart.
 */
export function yearKindsIn(folded: string): Record<number, IndicatorKind[]> {
  const mentions = [...folded.matchAll(YEAR)];
  if (mentions.length < 2 || kindsIn(folded).length < 2) return {};
  const byYear: Record<number, IndicatorKind[]> = {};
  let waiting: number[] = [];
  for (const [at, mention] of mentions.entries()) {
    const year = Number(mention[0]);
    const kinds = kindsIn(folded.slice(mention.index, mentions[at + 1]?.index ?? folded.length));
    waiting.push(year);
    if (kinds.length === 0) continue;
    for (const each of waiting) byYear[each] = [...new Set([...(byYear[each] ?? []), ...kinds])];
    waiting = [];
  }
  return byYear;
}
