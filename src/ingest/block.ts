/** What a piece of a report is, before anything is known of the whole. */
export type TextRole =
  | "front"
  | "body"
  | "heading"
  | "caption"
  | "box"
  | "unit"
  | "note"
  | "figure"
  | "item"
  | "glossary";

export interface TextBlock {
  readonly kind: "text";
  readonly role: TextRole;
  readonly text: string;
  /** Line of the file it starts on, from 1. */
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Number of Markdown `#`, 0 when none. */
  readonly hashes: number;
  /** Length of the bold words it opens with, 0 when none. */
  readonly bold: number;
  /** True when its last sentence was cut and its other half not found, or its beginning is missing. */
  readonly cut: boolean;
}

/** One row as read, cell texts cleaned. */
export interface RawRow {
  readonly cells: readonly string[];
  /** Steps that its name is set in by, where the file says so: a part is set in under its whole. */
  readonly indent?: number;
  readonly line: number;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly RawRow[];
  /** Rows known to be the header (Markdown, HTML), or null when it must be told from the cells. */
  readonly headerRows: number | null;
  /** For each column its number in the sheet it comes from, from 1; left out where the file has no sheets. */
  readonly sheetColumns?: readonly (number | null)[];
  readonly line: number;
  readonly gap: number;
}

export type Block = TextBlock | TableBlock;

const COMPLETE = /[。！？；：…!?;:][”’」』）》)"']*$/;
/** A reference behind the full stop: `…体系。（见第2页）`. */
const REFERENCE = /[。！？；][（(][^（()）。]{1,12}[)）]$/;
/** A sentence ends in few marks; only they are looked at. */
const TAIL = 32;
const ASCII_STOP = /[\u4e00-\u9fff”）)]\.$/;

/** True when the text ends as a sentence or an introduction to a list ends. */
export function isComplete(text: string): boolean {
  const tail = text.slice(-TAIL);
  return COMPLETE.test(tail) || ASCII_STOP.test(tail) || REFERENCE.test(tail);
}

/** True when quotation marks or brackets are opened and not closed, or the other way round. */
export function isUnbalanced(text: string): boolean {
  return (["“”", "（）", "《》", "‘’", "【】"] as const).some(
    (pair) => count(text, pair[0]) !== count(text, pair[1]),
  );
}

function count(text: string, mark: string | undefined): number {
  return mark === undefined ? 0 : text.split(mark).length - 1;
}
