import type { Item } from "#evaluate/sets/item.ts";
import type { Reading } from "#evaluate/sets/question-set.ts";
import { type Estimate, share } from "./estimate.ts";

export interface UnderstandingScores {
  /** Share of questions whose reading is right in every part that the gold gives. */
  readonly right: Estimate;
  /** The same for each part alone. */
  readonly parts: Readonly<Record<string, Estimate>>;
}

/** A part of a reading with what was wanted and what was read. */
export interface ReadingPart {
  readonly part: string;
  readonly wanted: string;
  readonly got: string;
  readonly right: boolean;
}

/** Where one figure is looked up its kind matters; a judgement, a list, a reason or a definition has none. */
const ONE_KIND: ReadonlySet<string> = new Set(["value", "compare", "difference", "series", "rank"]);

const TYPED_PARTS = ["regions", "years", "indicators", "kinds", "operation", "language"] as const;

/**
 * Typed reading right: each part of the gold reading (regions, years, indicators, kinds as sets; operation and language; words
 * the stand-alone question must hold) equals what was read. Parts without gold, and typed parts of a subject that does
 * not show its reading, are not measured. Source: exact match of slots as in dialogue state tracking (joint goal
 * accuracy, Henderson et al., DSTC2, 2014).
 */
export function scoreUnderstanding(items: readonly Item[]): UnderstandingScores {
  const readings = items.map(readingParts).filter((parts) => parts.length > 0);
  const names = [...TYPED_PARTS, "mentions"];
  const parts = names.map((name) => [
    name,
    share(readings.flatMap((all) => all.filter(({ part }) => part === name)).map(({ right }) => right)),
  ]);
  return {
    right: share(readings.map((all) => all.every(({ right }) => right))),
    parts: Object.fromEntries(parts),
  };
}

/** Every part of the reading that can be compared for one question; empty when none can. */
export function readingParts({ question, record, response }: Item): ReadingPart[] {
  const gold = question.reading;
  if (gold === undefined) return [];
  const status = response?.status ?? "";
  const parts = record.reading === null ? [] : typedParts(gold, record.reading, status);
  for (const wanted of gold.mentions ?? []) {
    const got = response?.question ?? "";
    parts.push({ part: "mentions", wanted, got, right: got.includes(wanted) });
  }
  return parts;
}

function typedParts(gold: Reading, read: Reading, status: string): ReadingPart[] {
  return TYPED_PARTS.flatMap((part) => {
    if (gold[part] === undefined) return [];
    if (part === "kinds" && gold.operation !== undefined && !ONE_KIND.has(gold.operation)) return [];
    const [wanted, got] =
      part === "operation"
        ? [operationOf(gold), doneBy(gold, read, status)]
        : [gold, read].map((reading) => canonical(reading[part]));
    return [{ part, wanted: wanted ?? "", got: got ?? "", right: wanted === got }];
  });
}

/** A figure asked of no indicator is looked for in the passages. */
function operationOf({ operation, indicators }: Reading): string {
  return operation === "value" && indicators?.length === 0 ? "passage" : (operation ?? "");
}

/** Refusing and asking back are no operations of a reading: they show in how the answer ended. */
function doneBy(gold: Reading, read: Reading, status: string): string {
  if (gold.operation === "refuse" && status === "refused") return "refuse";
  if (gold.operation === "clarify" && status === "clarify") return "clarify";
  return operationOf(read);
}

/** Order and repetition aside. */
function canonical(value: Reading[keyof Reading]): string {
  return Array.isArray(value) ? [...new Set(value.map(String))].sort().join(", ") : (value ?? "");
}
