import type { Block } from "#protocol/chat.ts";
import { clauses } from "#text/sentences.ts";
import { heldTerms, type QuestionTerms, shareOf } from "./terms.ts";

/** Longest answer given word for word; a longer stretch is trimmed to the clauses that count. */
const LONGEST = 180;

interface Quoting {
  readonly marker: string;
  readonly terms: QuestionTerms;
  readonly heading: string;
}

/** A stretch of report as blocks: lines become a list, long sentences are trimmed at clause ends. */
export function quoted(words: string, { marker, terms, heading }: Quoting): Block[] {
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > 1) {
    const items = lines.filter((line) => line !== heading).map((line) => `${line}${marker}`);
    return [{ type: "list", ordered: false, items }];
  }
  return [{ type: "paragraph", text: `${trimmed(words.trim(), terms)}${marker}` }];
}

/** The shortest run of clauses that holds as much of the question as the whole does. */
function trimmed(words: string, terms: QuestionTerms): string {
  if (words.length <= LONGEST) return words;
  const parts = clauses(words);
  const all = shareOf(terms, heldTerms(terms, words));
  let best = { start: 0, end: words.length };
  for (const [i, from] of parts.entries()) {
    for (const to of parts.slice(i)) {
      if (to.end - from.start >= best.end - best.start) break;
      if (shareOf(terms, heldTerms(terms, words.slice(from.start, to.end))) >= all)
        best = { start: from.start, end: to.end };
    }
  }
  const before = best.start > 0 ? "……" : "";
  const after = best.end < words.length && !/[。！？]$/.test(words.slice(best.start, best.end)) ? "……" : "";
  return `${before}${words.slice(best.start, best.end)}${after}`;
}
