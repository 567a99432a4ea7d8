import { withTabs } from "#ingest/tables/cell-lines.ts";
import { withoutMarks } from "#text/clean.ts";
import { withoutHidden, withoutHtml } from "./html-lines.ts";
import type { SourceLine } from "./source-line.ts";

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * The file's lines without invisible characters and HTML; a page break counts as a line break. Cells laid out by gaps,
 * commas or drawn lines are parted by tabs.
 */
export function sourceLines(text: string): SourceLine[] {
  const lines = withoutQuoting(withoutHidden(text).split(BREAKS)).map((raw, at) => ({ number: at + 1, raw }));
  return withTabs(withoutHtml(lines)).map(({ number, raw }) => ({ number, raw: mended(withoutMarks(raw)) }));
}

/** A percent sign that a conversion wrote as `_M_M_`. */
const mended = (line: string): string => line.replace(/(?<=\d)_M_M_/g, "%");

/** A text that was quoted as a whole (`> ` before each line) without those marks. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const quoted = filled.filter((line) => line.startsWith(">")).length;
  return quoted * 2 > filled.length ? lines.map((line) => line.replace(/^>+ ?/, "")) : lines;
}
