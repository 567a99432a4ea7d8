import type { Span } from "./span.ts";

export type ChunkKind = "prose" | "table" | "definition" | "box";

/** The unit of retrieval: a stretch of one section. */
export interface Chunk extends Span {
  /** Digest of document id, section path and text: the same words in the same place keep their id. */
  readonly id: string;
  readonly documentId: string;
  /** Position in the document, from 0. */
  readonly ordinal: number;
  readonly kind: ChunkKind;
  /** Titles from the outermost section down. */
  readonly section: readonly string[];
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** Put before `text` for indexing: document title, region, years, section path; for a table its caption and header. */
  readonly context: string;
}
