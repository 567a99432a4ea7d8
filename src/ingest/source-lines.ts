import { withoutMarks } from "#text/clean.ts";

/** One line of the file, still with its tabs, Markdown marks and layout spaces. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly raw: string;
}

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The file's lines without invisible characters; a page break counts as a line break. */
export function sourceLines(text: string): SourceLine[] {
  return text.split(BREAKS).map((raw, at) => ({ number: at + 1, raw: withoutMarks(raw) }));
}
