/** How a line is numbered. A lower rank stands further out. */
export interface Numbering {
  readonly rank: number;
  /** Length of the number with its mark. */
  readonly length: number;
}

export const RANK = {
  part: 10,
  chapter: 20,
  article: 30,
  major: 40,
  minor: 50,
  item: 60,
  plain: 65,
  subitem: 70,
  ordinal: 75,
  dash: 80,
  leadIn: 90,
} as const;

const CHINESE = "[一二三四五六七八九十百零〇]";
const SCHEMES: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [new RegExp(`^第(?:${CHINESE}{1,4}|\\d{1,2})(?:部分|篇|编)[、：:]?`), RANK.part],
  [new RegExp(`^第(?:${CHINESE}{1,4}|\\d{1,2})章[、：:]?`), RANK.chapter],
  [new RegExp(`^第(?:${CHINESE}{1,4}|\\d{1,2})节[、：:]?`), RANK.article],
  [new RegExp(`^(?!${CHINESE}、${CHINESE}[、次])${CHINESE}{1,3}[、．.](?!${CHINESE}产业)`), RANK.major],
  [new RegExp(`^[（(]${CHINESE}{1,3}[)）][、．.]?`), RANK.minor],
  [/^\d{1,2}(?:[、．]|\.(?!\d))/, RANK.item],
  [/^[（(]\d{1,2}[)）][、．.]?/, RANK.subitem],
  [/^[①-⑳]/, RANK.subitem],
  [new RegExp(`^${CHINESE}{1,2}是(?!${CHINESE}|否)`), RANK.ordinal],
  [/^(?:[—―–－]{1,3}|--)(?=[^\d\s—―–－-])/, RANK.dash],
];

/** The numbering a line opens with (第一部分, 一、, （一）, 1., 一是, ——), or null. */
export function numberingOf(text: string): Numbering | null {
  for (const [pattern, rank] of SCHEMES) {
    const found = pattern.exec(text);
    if (found !== null) return { rank, length: found[0].length };
  }
  return null;
}
