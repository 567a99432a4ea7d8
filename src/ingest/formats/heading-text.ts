const LEVELS: readonly (readonly [pattern: RegExp, level: number])[] = [
  [/^第[一二三四五六七八九十百\d]+(?:部分|章|篇|编)/u, 1],
  [/^[一二三四五六七八九十]+[、.．]/u, 2],
  [/^[(（][一二三四五六七八九十]+[)）]/u, 3],
  [/^\d{1,2}[、.．](?!\d)/u, 4],
];
const LONGEST = 40;

/** The level a short numbered line without a stop would have as a heading (一、 2, （一） 3), null where it looks like none. */
export function looksLikeHeading(text: string): number | null {
  if (text.length > LONGEST || /[。；，：,;:]/u.test(text)) return null;
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
