import type { Desk } from "#answer/desk.ts";
import type { Ending } from "#answer/draft.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { overlaps, type Span } from "#domain/span.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { tellable } from "./read-choice.ts";

/** A point is as likely as this to answer, and as this share of the best. */
const POINT = 0.3;
const OF_BEST = 0.4;
const MOST = 5;

interface Around {
  readonly read: ReadUnit;
  readonly ending: Ending;
  /** What the best unit is told with already. */
  readonly stretch: Span;
}

/**
 * Where several points are asked for (哪些, 怎么), the units of the best one's section that answer as well, in the report's order.
 * Empty where one thing is asked for, or the best unit's own stretch is all there is.
 */
export async function mainPoints(
  desk: Desk,
  document: SourceDocument,
  { read, ending, stretch }: Around,
): Promise<readonly Span[]> {
  if (!asksSeveral(desk, read, ending) || read.unit.kind === "row") return [];
  const region = desk.question.regions[0] ?? null;
  const section = sectionAt(document, read.unit.start)?.id;
  const least = Math.max(POINT, OF_BEST * read.probability);
  const beside = (await tellable(desk, region)).filter(
    ({ unit, probability }) =>
      unit.documentId === document.id &&
      unit.kind === "sentence" &&
      probability >= least &&
      !overlaps(unit, stretch) &&
      sectionAt(document, unit.start)?.id === section,
  );
  const points = [
    stretch,
    ...beside.slice(0, MOST - 1).map(({ unit }) => ({ start: unit.start, end: unit.end })),
  ];
  return points.toSorted((one, other) => one.start - other.start);
}

function asksSeveral({ question }: Desk, { features }: ReadUnit, ending: Ending): boolean {
  if (features["ruleAsksFigure"] === 1) return false;
  if (ending === "list") return true;
  return ending === "passage" && question.indicators.length === 0 && features["asks_manner"] === 1;
}
