import type { Span } from "#domain/span.ts";

const QUOTATION = /[“"「《][^”"」》]*[”"」》]/gu;

/** What stands in quotation marks or title marks, the marks included. */
export const quotationsIn = (text: string): Span[] =>
  [...text.matchAll(QUOTATION)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** True for a stretch that is only a part of what is quoted: 工业 in “工业倍增”行动, 首尔 in “重庆小首尔”. */
export function isPartOfQuotation(text: string, { start, end }: Span): boolean {
  const around = quotationsIn(text).find((quoted) => quoted.start < start && end < quoted.end);
  return around !== undefined && end - start < around.end - around.start - MARKS;
}

const MARKS = 2;
