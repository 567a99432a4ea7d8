import type { FlowPiece, PlacedLine } from "./document-flow.ts";

/** A note at the foot of a page, in whatever number of lines. */
export interface Footnote {
  readonly kind: "note";
  readonly lines: PlacedLine[];
  readonly page: number;
}

/** A note is set smaller than the text by at least this much. */
const small = 0.88;

/**
 * Sets the notes at the foot of a page apart, so that a paragraph that goes on over the page is not cut by them. A note
 * begins with a raised mark in a smaller font and goes on in that font. `sizeOf` tells the font of the text of a page.
 */
export function withFootnotes(
  flow: readonly FlowPiece[],
  sizeOf: (frame: string) => number,
): (FlowPiece | Footnote)[] {
  const pieces: (FlowPiece | Footnote)[] = [];
  for (const piece of flow) {
    const last = pieces.at(-1);
    const isSmall = piece.kind === "line" && piece.line.size <= small * sizeOf(piece.frame);
    if (piece.kind === "line" && isSmall && beginsRaised(piece))
      pieces.push({ kind: "note", lines: [piece], page: piece.page });
    else if (
      piece.kind === "line" &&
      isSmall &&
      last?.kind === "note" &&
      last.lines[0]?.frame === piece.frame
    )
      last.lines.push(piece);
    else pieces.push(piece);
  }
  return pieces;
}

const beginsRaised = ({ line }: PlacedLine) => line.glyphs.find(({ text }) => text !== " ")?.raised === true;
