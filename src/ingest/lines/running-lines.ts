import type { SourceLine } from "./source-line.ts";

const PAGE_MARK =
  /^(?:[―—–\-－~·]{1,2}\s*\d{1,4}\s*[―—–\-－~·]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s+\d+.*)$/i;
const PARAGRAPH = 45;
const BARE_NUMBER = /^\d{1,4}$/;
const RUNNING_WORDS = /报告|公报|文件|纲要|规划|计划|会议|人民政府|统计局/;
const SENTENCE_END = /[。！？；：，、:;,]$/;

/**
 * Empties the lines that belong to the page and not to the text: page marks, page numbers in sequence, and headers
 * printed on page after page. A header's appearance above the first paragraph stays: there it is the title.
 */
export function withoutRunningLines(lines: readonly SourceLine[]): SourceLine[] {
  const headers = runningHeaders(lines);
  const pages = pageNumbers(lines);
  const seen = new Set<string>();
  const paragraph = lines.findIndex((line) => line.raw.trim().length >= PARAGRAPH);
  const body = paragraph < 0 ? lines.length : paragraph;
  return lines.map((line, at) => {
    const text = line.raw.trim();
    if (line.raw.includes("\t")) return line;
    if (PAGE_MARK.test(text) || pages.has(line.number)) return { ...line, raw: "" };
    const key = text.replaceAll(" ", "");
    if (!headers.has(key)) return line;
    if (seen.has(key) || at > body) return { ...line, raw: "" };
    seen.add(key);
    return line;
  });
}

function runningHeaders(lines: readonly SourceLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.raw.includes("\t") || line.raw.includes("|")) continue;
    const key = line.raw.replaceAll(" ", "");
    if (key.length >= 6 && key.length <= 40 && !SENTENCE_END.test(key) && RUNNING_WORDS.test(key)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

/** Bare numbers alone between blank lines are page numbers when at least three of them rise one by one. */
function pageNumbers(lines: readonly SourceLine[]): Set<number> {
  const bare = lines.filter((line, at) => BARE_NUMBER.test(line.raw) && alone(lines, at));
  const rising = bare.filter((line, at) => {
    const value = Number(line.raw);
    return Number(bare[at - 1]?.raw) === value - 1 || Number(bare[at + 1]?.raw) === value + 1;
  });
  return new Set(rising.length >= 3 ? rising.map((line) => line.number) : []);
}

function alone(lines: readonly SourceLine[], at: number): boolean {
  const blank = (line: SourceLine | undefined) => line === undefined || line.raw.trim() === "";
  return blank(lines[at - 1]) && blank(lines[at + 1]);
}
