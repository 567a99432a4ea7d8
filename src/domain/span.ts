/** A half-open range `[start, end)` in UTF-16 code units of one document's normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words a span covers. Everything cited goes through here, so a quote always equals its slice. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
