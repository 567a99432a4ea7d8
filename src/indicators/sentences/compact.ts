import type { Span } from "#domain/span.ts";
import { plainView } from "#text/quantity/plain-view.ts";

/** A stretch of text without white space and footnote marks, with half-width digits, and the way back. */
export interface Compact {
  readonly text: string;
  /** Original span of `[start, end)` of the compact text. */
  spanOf(start: number, end: number): Span;
}

/** Compacts `text.slice(span)`: reports put spaces around figures at will. A space between two figures stays. */
export function compact(text: string, span: Span): Compact {
  return plainView(text, span, { spaces: "dropped" });
}
