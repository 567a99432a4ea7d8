import { SEARCH_MODES } from "./report/run-record.ts";
import { danglingMarkers, exactQuotes } from "./score/citations.ts";
import { figuresOf } from "./score/figures.ts";
import { cellResults, figuresInRows } from "./score/lookup.ts";
import { recallAt } from "./score/retrieval.ts";
import { readingParts } from "./score/understanding.ts";
import type { Item } from "./sets/item.ts";

export const COMPONENTS = [
  "asking",
  "understanding",
  "lookup",
  "retrieval",
  "status",
  "answer",
  "citations",
  "figures",
] as const;
export type Component = (typeof COMPONENTS)[number];

/** The first component on the way to an answer where something went wrong, and what. */
export interface Diagnosis {
  readonly component: Component;
  readonly why: string;
}

/** How deep a search is looked into before the evidence counts as not found. */
const DEPTH = 20;

/**
 * Where a question went wrong: components are looked at in the order in which they work, and the first fault found
 * explains those after it. Null when the question is right and cited, its quotes are exact and its figures grounded.
 */
export function diagnose(item: Item): Diagnosis | null {
  for (const fault of checksFor(item)) {
    const found = fault(item);
    if (found !== null) return found;
  }
  return null;
}

/** What works on the way to an answer counts only when the answer is wrong, or is not graded at all. */
function checksFor({ grade }: Item): ((item: Item) => Diagnosis | null)[] {
  if (grade === null) return [asking, understanding, citations, figures];
  if (grade.points === 1) return [asking, citations, figures];
  return [asking, understanding, lookup, retrieval, status, answer, citations, figures];
}

function asking({ record, response }: Item): Diagnosis | null {
  if (response !== null) return null;
  const error = record.turns.find((turn) => turn.error !== null)?.error;
  return { component: "asking", why: error ?? "no answer" };
}

function understanding(item: Item): Diagnosis | null {
  const wrong = readingParts(item).filter(({ right }) => !right);
  if (wrong.length === 0) return null;
  const why = wrong
    .map(({ part, wanted, got }) => `${part}: wanted ${wanted}, got ${got || "nothing"}`)
    .join("; ");
  return { component: "understanding", why };
}

/** The table lacks the cell, or the answer used rows and not this one, or none with a figure that is wanted. */
function lookup(item: Item): Diagnosis | null {
  const usedRows = (item.response?.indicators.length ?? 0) > 0;
  const wrong = cellResults(item).find(({ inTable, used }) => inTable === false || (!used && usedRows));
  if (wrong === undefined) {
    const strayed = usedRows && figuresInRows(item) === false;
    return strayed ? { component: "lookup", why: "a wanted figure is in none of the rows used" } : null;
  }
  const how = wrong.kindSwapped
    ? "target and actual mixed up"
    : wrong.inTable === false
      ? "not in the table"
      : "not used";
  return { component: "lookup", why: `${wrong.wanted}: ${how}` };
}

/** No mode of searching found all the evidence; not asked where the gold is a cell and the table holds it. */
function retrieval(item: Item): Diagnosis | null {
  if (item.grade?.cited === true || item.question.cells.length > 0) return null;
  const recalls = SEARCH_MODES.flatMap((mode) => recallAt(item, mode, DEPTH) ?? []);
  if (recalls.length === 0 || Math.max(...recalls) === 1) return null;
  return { component: "retrieval", why: `evidence not among the first ${DEPTH} passages` };
}

function status({ question, response, grade }: Item): Diagnosis | null {
  if (grade === null || grade.statusRight) return null;
  return { component: "status", why: `wanted ${question.expect}, got ${response?.status ?? "nothing"}` };
}

function answer({ grade }: Item): Diagnosis | null {
  if (grade === null || grade.right) return null;
  const missing = grade.missing.map((group) => `lacks ${group.join(" or ")}`);
  const forbidden = grade.forbidden.map((one) => `holds ${one}`);
  return { component: "answer", why: [...missing, ...forbidden].join("; ") };
}

function citations(item: Item): Diagnosis | null {
  if (exactQuotes(item).includes(false)) {
    return { component: "citations", why: "a quote is not the text between its offsets" };
  }
  const dangling = danglingMarkers(item);
  if (dangling.length > 0)
    return { component: "citations", why: `no citation bears marker ${dangling.join(", ")}` };
  if (item.grade?.cited === false) return { component: "citations", why: "no citation holds the evidence" };
  return null;
}

function figures(item: Item): Diagnosis | null {
  const { ungrounded } = figuresOf(item);
  return ungrounded.length === 0
    ? null
    : { component: "figures", why: `without ground: ${ungrounded.join(", ")}` };
}
