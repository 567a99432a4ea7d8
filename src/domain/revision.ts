import type { Span } from "./span.ts";

/** What an editor says of a figure: it is right, it should be another one, or it is not to be told. */
export const REVISION_VERDICTS = ["confirmed", "corrected", "hidden"] as const;
export type RevisionVerdict = (typeof REVISION_VERDICTS)[number];

/** A figure that an editor has looked at, as it stands in one index. The report itself is never changed. */
export interface RevisedFigure extends Span {
  /** Id of its row. */
  readonly row: string;
  readonly documentId: string;
  readonly verdict: RevisionVerdict;
  /** As the report prints it, with its unit. */
  readonly printed: string;
  /** As it should be; null unless it is corrected. */
  readonly corrected: string | null;
  /** Who answers for it, why, and on which day (`2026-11-30`). */
  readonly author: string;
  readonly reason: string;
  readonly date: string;
}

/** What a reader of a row is told of its revision. */
export function revisionOnWire({ verdict, printed, author, reason, date }: RevisedFigure) {
  return { verdict, printed, author, reason, date };
}
