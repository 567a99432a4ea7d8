import type { SectionKind } from "#domain/document.ts";

/** That a block opens a section, and how far the section reaches. */
export interface Opening {
  readonly kind: SectionKind;
  readonly rank: number;
  /** The title inside the block's text. */
  readonly start: number;
  readonly end: number;
  /** `open`: until a heading of the same or a higher rank; `paragraph`: the block and the tables right behind it. */
  readonly reach: "open" | "paragraph";
}
