import type { SourceLine } from "./source-line.ts";

/** No paragraph of a report comes near; a whole file on one line does. */
const LONGEST = 20_000;

/** Lines longer than any paragraph, parted behind the ends of sentences: what reads a paragraph may look at it again and again. */
export function splitLongLines(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) => {
    if (line.raw.length <= LONGEST || /[\t|]/.test(line.raw)) return [line];
    return parts(line.raw).map((raw) => ({ ...line, raw }));
  });
}

function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > LONGEST) {
    const stop = text.lastIndexOf("。", from + LONGEST);
    if (stop < from) break;
    found.push(text.slice(from, stop + 1));
    from = stop + 1;
  }
  return [...found, text.slice(from)].filter((part) => part.trim() !== "");
}
