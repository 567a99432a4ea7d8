import type { Figure } from "./figures.ts";

/** A figure and those listed after it without words of their own. */
export function groupAt(figures: readonly Figure[], at: number): Figure[] {
  let end = at + 1;
  while (figures[end]?.listed) end++;
  return figures.slice(at, end);
}

/** The unit of each figure; in 2.3和4.1个百分点 the first takes that of the last. Null when one has none. */
export function unitsOf(group: readonly Figure[]): string[] | null {
  const last = group.at(-1)?.quantity.unit ?? null;
  const units = group.map(({ quantity }) => quantity.unit ?? last);
  return units.every((unit) => unit !== null) ? units : null;
}
