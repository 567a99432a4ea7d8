import { percent } from "#evaluate/report/component-lines.ts";
import type { Run } from "#evaluate/report/run-record.ts";
import { type Item, itemsOf } from "#evaluate/sets/item.ts";
import { share } from "./estimate.ts";
import { figuresOf } from "./figures.ts";
import { mcnemar } from "./mcnemar.ts";

/** Losses are significant below this probability. */
const SIGNIFICANCE = 0.05;

export interface Flip {
  readonly id: string;
  readonly question: string;
  readonly before: number;
  readonly after: number;
}

export interface Comparison {
  /** Questions asked in both runs with the same gold. */
  readonly paired: number;
  /** Questions of either run that the other lacks or has changed. */
  readonly unpaired: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Now right and cited, not before; and the other way round. */
  readonly gained: readonly Flip[];
  readonly lost: readonly Flip[];
  /** Points changed without right-and-cited changing. */
  readonly shifted: readonly Flip[];
  readonly p: number;
  readonly significantLoss: boolean;
  /** Questions whose figures had ground before and have none now. */
  readonly newlyUngrounded: readonly string[];
  /** Questions whose responses differ by a byte, their ids aside. */
  readonly changedResponses: number;
}

/** Pairs two runs question by question; asks nothing. */
export function compareRuns(before: Run, after: Run): Comparison {
  const pairs = pairUp(itemsOf(before), itemsOf(after));
  const flips = pairs.map(([a, b]) => ({ flip: flipOf(a, b), was: isFull(a), is: isFull(b) }));
  const gained = flips.filter(({ was, is }) => !was && is).map(({ flip }) => flip);
  const lost = flips.filter(({ was, is }) => was && !is).map(({ flip }) => flip);
  const p = mcnemar(gained.length, lost.length);
  return {
    paired: pairs.length,
    unpaired: before.records.length + after.records.length - 2 * pairs.length,
    before: share(flips.map(({ was }) => was)).value,
    after: share(flips.map(({ is }) => is)).value,
    gained,
    lost,
    shifted: flips.flatMap(({ flip, was, is }) => (was === is && flip.before !== flip.after ? [flip] : [])),
    p,
    significantLoss: lost.length > gained.length && p < SIGNIFICANCE,
    newlyUngrounded: pairs.flatMap(([a, b]) => (isGrounded(a) && !isGrounded(b) ? [b.question.id] : [])),
    changedResponses: pairs.filter(([a, b]) => a.record.digest !== b.record.digest).length,
  };
}

/** A comparison as lines for a terminal. */
export function describeComparison(comparison: Comparison): string {
  const { paired, unpaired, before, after, gained, lost, shifted, p } = comparison;
  return [
    `${paired} questions in both runs${unpaired === 0 ? "" : `, ${unpaired} in one only`}; ${comparison.changedResponses} responses differ`,
    `right and cited: ${percent(before)} → ${percent(after)}`,
    ...flipLines("gained", gained),
    ...flipLines("lost", lost),
    ...flipLines("points changed", shifted),
    ...(comparison.newlyUngrounded.length > 0
      ? [`figures newly without ground: ${comparison.newlyUngrounded.join(" ")}`]
      : []),
    `McNemar, exact, two-sided: p = ${p.toPrecision(3)}`,
    comparison.significantLoss ? "A significant loss." : "No significant loss.",
  ].join("\n");
}

function pairUp(before: readonly Item[], after: readonly Item[]): [Item, Item][] {
  const itemOf = new Map(before.map((item) => [item.question.id, item]));
  return after.flatMap((item): [Item, Item][] => {
    const other = itemOf.get(item.question.id);
    const isSame = other !== undefined && JSON.stringify(other.question) === JSON.stringify(item.question);
    return isSame && item.grade !== null ? [[other, item]] : [];
  });
}

function flipOf(before: Item, after: Item): Flip {
  return {
    id: after.question.id,
    question: after.question.turns.join(" / "),
    before: before.grade?.points ?? 0,
    after: after.grade?.points ?? 0,
  };
}

function isFull({ grade }: Item): boolean {
  return grade?.points === 1;
}

function isGrounded(item: Item): boolean {
  return figuresOf(item).ungrounded.length === 0;
}

function flipLines(title: string, flips: readonly Flip[]): string[] {
  if (flips.length === 0) return [];
  return [
    `${title}: ${flips.length}`,
    ...flips.map(({ id, question, before, after }) => `  ${id} ${before} → ${after}  ${question}`),
  ];
}
