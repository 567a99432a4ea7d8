import type { SourceLine } from "#ingest/lines/source-line.ts";

const TITLE = /^目[\s\u3000]*[录次]$/;
const ENTRY = /(?:\.{2,}|…+|·{2,}|。{3,}|[_\-—]{3,}|(?<!\s)(?:\s\s|\t))\s*[（(]?\d{1,3}[)）]?$/;
const LEADERS = /(?:\.{4,}|…{2,}|·{4,}|_{4,})\s*\d{1,3}$/;
const FARTHEST = 200;
const LONGEST = 60;
/** A page's number and what leads to it stand at the end: looking for them in a line of 80,000 dots would never end. */
const TAIL = 40;

/**
 * Empties a table of contents: 目录 and the lines behind it that end in a page's number or stand again as headings
 * below. Its lines would open sections that hold nothing.
 */
export function withoutContents(lines: readonly SourceLine[]): SourceLine[] {
  const from = lines.slice(0, FARTHEST).findIndex((line) => TITLE.test(line.raw.trim()));
  if (from < 0)
    return lines.map((line) => (LEADERS.test(line.raw.trim().slice(-TAIL)) ? { ...line, raw: "" } : line));
  const entries = new Set([from]);
  for (const [at, line] of lines.slice(from + 1, from + FARTHEST).entries()) {
    const text = line.raw.trim();
    if (text === "") continue;
    if (
      !ENTRY.test(text.slice(-TAIL)) &&
      !(text.length <= LONGEST && standsBelow(text, lines, from + 2 + at))
    )
      break;
    entries.add(from + 1 + at);
  }
  return entries.size < 3
    ? [...lines]
    : lines.map((line, at) => (entries.has(at) ? { ...line, raw: "" } : line));
}

/** The same words open a line further down. */
function standsBelow(text: string, lines: readonly SourceLine[], from: number): boolean {
  const words = text.replace(/\s/g, "");
  return lines.slice(from).some((line) => line.raw.replace(/[\s#*]/g, "") === words);
}
