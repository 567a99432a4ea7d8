const ENDED = /[。！？；：:;!?…”"）)》】]$/u;
const BEGINS_ANEW =
  /^(?:第?[一二三四五六七八九十百]+[、.．章节条]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．)）]|[①-⑳]|[图表]\s*\d|附[件表录]|注[:：\d]|单位|资料来源|数据来源)/u;
const CAPTION = /^[图表]\s*\d/u;
const PAGE_MARK = /^[-—–－―]\s*\d{1,4}\s*[-—–－―]$/u;
/** A shorter line is a title, a name or a date, not a line broken by the width of the page. */
const FULL_LINE = 20;

export interface SetLine {
  readonly text: string;
  /** How far the line is set in, in characters. */
  readonly indent: number;
}

/**
 * Whether a paragraph is the rest of the one before it, as files converted from printed pages break them: a full line without a
 * stop, then one less set in that begins no heading, caption or note (…氨氮为0.09毫克 / 升、总磷…).
 */
export function isRestOf(before: SetLine, next: SetLine): boolean {
  return (
    before.text.length >= FULL_LINE &&
    !ENDED.test(before.text) &&
    !CAPTION.test(before.text) &&
    next.indent < before.indent &&
    !BEGINS_ANEW.test(next.text)
  );
}

/** Whether a paragraph is only a printed page number (—3—). */
export function isPageMark(text: string): boolean {
  return PAGE_MARK.test(text);
}
