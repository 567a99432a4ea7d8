/**
 * A piece of a report on one line: lines that a page broke are joined, and rows of a table stay apart, so that a figure at
 * the end of one and a number at the head of the next are never read as one: `投资 | 17.5⏎3 | 产值` is `投资 | 17.5；3 | 产值`.
 */
export function oneLine(text: string): string {
  return text.includes(" | ") ? text.trim().replace(/\n+/g, "；") : text.replaceAll("\n", "");
}
