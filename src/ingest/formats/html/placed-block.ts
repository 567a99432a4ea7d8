import type { FileBlock } from "#ingest/formats/file-reading.ts";

/** A block of a page, with what tells a text from the furniture around it. */
export interface PlacedBlock {
  readonly block: FileBlock;
  /** Share of its characters that are links, 0 to 1. */
  readonly linked: number;
  /** Whether its links lead to files (the list of attachments). */
  readonly toFiles: boolean;
}
