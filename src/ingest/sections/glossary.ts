/** Where the term of a glossary entry stands in its line. */
export interface Term {
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  /^(?:注\s*[:：]\s*)?(?:[[【（(［〔]?\^?\d{1,3}[\]】）)］〕][.、．:：]?|\d{1,3}[.、．:：]|[①-⑳㉑-㊿]|[（(][一二三四五六七八九十]{1,3}[）)])\s*/;
const BRACKETED = /^[[【［〔]([^\]】］〕]{2,40})[\]】］〕](?=.)/;
const NO_TERM = /^(?:资料来源|数据来源|附件?\d*|主办单位|责任单位|.*(?:包括|如下))$/;
const COLON = /^([^，。；：:]{1,40}?)(?:[：:]|——)/;
const SPACE = /^([^ ，。；：:]{1,40}) (?=\S)/;
const VERB = /^([^，。；：:]{1,30}?)(?:是指|指的是|就是|，指|，是指|，即|指|即|是)/;

/** The term an entry of a glossary defines, or null when the line goes on with the entry before. */
export function termOf(text: string): Term | null {
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined && !/^\^?\d+$/.test(bracketed)) return { start: 1, end: 1 + bracketed.length };
  const number = NUMBER.exec(text)?.[0].length ?? 0;
  const rest = text.slice(number);
  const found =
    COLON.exec(rest) ?? SPACE.exec(rest) ?? (number > 0 || /^[“《]/.test(rest) ? VERB.exec(rest) : null);
  const term = found?.[1];
  if (term === undefined || term.trim() === "" || NO_TERM.test(term)) return null;
  // Parts of an entry (“双核”指…) repeat its inner quotation marks; only a numbered line may open with one and a verb.
  if (number === 0 && !COLON.test(rest) && !SPACE.test(rest)) return null;
  return unquoted(text, { start: number, end: number + term.trimEnd().length });
}

/** “六稳” → 六稳; “12345”总体思路 stays. */
function unquoted(text: string, { start, end }: Term): Term {
  const whole = /^(?:“[^“”]+”|"[^"]+"|‘[^‘’]+’|「[^「」]+」)$/.test(text.slice(start, end));
  return whole ? { start: start + 1, end: end - 1 } : { start, end };
}
