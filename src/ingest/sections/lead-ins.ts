import { z } from "zod";
import wordsFile from "./lead-in-words.json" with { type: "json" };

const words = z
  .object({
    about: z.string(),
    endings: z.array(z.string().length(2)),
    notOpening: z.array(z.string().min(1)),
  })
  .parse(wordsFile);

const endings = new Set(words.endings);
const notOpening = new RegExp(`^(?:${words.notOpening.join("|")})`);

const LONGEST_TITLE = 45;
const LONGEST_LEAD_IN = 28;
const SHORTEST_BODY = 30;
const LONG_PARAGRAPH = 300;
const SHORTEST_PART = 100;

/** End of the title that opens a numbered paragraph (its first sentence), or null when the sentence is too long for one. */
export function inlineTitleEnd(text: string, numberLength: number, longest = LONGEST_TITLE): number | null {
  const end = text.slice(numberLength).search(/[。！？]/);
  if (end < 2 || end > longest) return null;
  return numberLength + end;
}

/** End of a bold or colon label that names a paragraph (`工业：`, `**核心计划指标执行情况**：`), or null. */
export function labelEnd(text: string, bold: number): number | null {
  if (bold >= 2 && bold <= LONGEST_TITLE && text.length - bold > 1) {
    return /[。：:]$/.test(text.slice(0, bold)) ? bold - 1 : bold;
  }
  const colon = /^([\u4e00-\u9fff“”—“”·A-Za-z]{2,12})[：:](?=.)/.exec(text);
  const label = colon?.[1];
  if (label === undefined || text.length - label.length < SHORTEST_BODY) return null;
  return /(?:如下|以下|[是为有]|指出|表示|强调|认为|即|其中|例如)$/.test(label) || notOpening.test(label)
    ? null
    : label.length;
}

/** End of a short opening sentence that could name its paragraph (`强化保障，全区经济经受住考验。`), or null. */
export function leadInEnd(text: string): number | null {
  const end = text.search(/[。！？；：]/);
  if (end < 4 || end > LONGEST_LEAD_IN || text[end] !== "。" || text.length - end < SHORTEST_BODY)
    return null;
  const sentence = text.slice(0, end);
  return /\d{2}|[%％年《》]/.test(sentence) || notOpening.test(sentence) ? null : end;
}

/** One named stretch of a long paragraph: `[start, end)` of the lead-in sentence without its full stop. */
export interface InnerLeadIn {
  readonly start: number;
  readonly end: number;
}

/**
 * Lead-ins inside a long paragraph whose body starts at `from`: short sentences of one clause that end as lead-ins do,
 * each with a long stretch of its own. Fewer than two, or none at the very start, is not reliable: none are returned.
 */
export function innerLeadIns(text: string, from: number): InnerLeadIn[] {
  if (text.length - from < LONG_PARAGRAPH) return [];
  const found: InnerLeadIn[] = [];
  let start = from;
  for (const match of text.slice(from).matchAll(/[。！？]/g)) {
    const end = from + match.index;
    const last = found.at(-1);
    const far = last === undefined || start - last.end >= SHORTEST_PART;
    if (far && text.length - end >= SHORTEST_PART / 2 && namesPart(text.slice(start, end)))
      found.push({ start, end });
    start = end + 1;
  }
  return found.length >= 2 && found[0]?.start === from ? found : [];
}

function namesPart(sentence: string): boolean {
  if (sentence.length < 5 || sentence.length > 20 || /[，、；：\d]/.test(sentence)) return false;
  return endings.has(sentence.slice(-2)) && !notOpening.test(sentence);
}
