/** A half-open range `[start, end)` in UTF-16 code units of one document's normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words a span covers. Everything cited goes through here, so a quote always equals its slice. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The last of ascending stretches that begins at `offset` or before it, or null. */
export function lastBeginningBy<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  offset: number,
): Item | null {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1] ?? null;
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
