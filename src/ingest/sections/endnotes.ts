import type { PlacedLine } from "#ingest/lines/layout.ts";
import { isGlossaryHeading } from "#ingest/lines/line-role.ts";
import { numberingOf, RANK } from "./numbering.ts";

const ENTRY =
  /^(?:注\s*[:：]\s*)?(?:[[〔【［]\^?(\d{1,3})[\]〕】］][.、．:：]?|([①-⑳])|[（(]?(\d{1,3})[)）.．、])\s*(?=\S)/;
const TERM = /^[^，。；：:]{1,40}?(?:[:：]|——|是指|指的是|，?指|，是)/;
const QUOTED = /^[“"「《][^”"」》]{1,40}[”"」》]\s*(?:[:：]|——|，?是?指|，?即|，?是)/;

/**
 * The line where notes begin that explain terms under no heading of their own: numbered from one to the end of the
 * text, their terms in quotation marks or their marks printed in the text before. Null when there are none.
 */
export function endnotesStart(lines: readonly PlacedLine[]): PlacedLine | null {
  const at = lines.findLastIndex((line) => numberOf(line.text) === 1);
  const first = lines[at];
  if (first === undefined || at * 2 < lines.length) return null;
  const rest = lines.slice(at);
  if (rest.some((line) => isGlossaryHeading(line.text) || isOuterHeading(line.text))) return null;
  let count = 0;
  for (const line of rest) if (numberOf(line.text) === count + 1) count++;
  return count >= 2 && (QUOTED.test(restOf(first.text)) || isReferredTo(lines.slice(0, at))) ? first : null;
}

function numberOf(text: string): number | null {
  const found = ENTRY.exec(text);
  if (found === null) return null;
  const [mark, bracketed, circled, plain] = found;
  const rest = text.slice(mark.length);
  if (plain !== undefined) return QUOTED.test(rest) || mark.startsWith("注") ? Number(plain) : null;
  if (!TERM.test(rest) && !QUOTED.test(rest)) return null;
  return circled === undefined ? Number(bracketed) : (circled.codePointAt(0) ?? 0) - 0x245f;
}

function restOf(text: string): string {
  return text.slice(ENTRY.exec(text)?.[0].length ?? 0);
}

function isReferredTo(before: readonly PlacedLine[]): boolean {
  return before.some((line) => /[①]|[[〔［]\^?1[\]〕］]/.test(line.text.slice(1)));
}

function isOuterHeading(text: string): boolean {
  const numbering = numberingOf(text);
  return numbering !== null && numbering.rank <= RANK.minor;
}
