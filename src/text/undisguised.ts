/** Signs without a shape that split words unseen: format characters (zero width, direction, soft hyphen), joiners, variants. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]|[\u115f\u1160\u3164]/gu;

/** Letters of other scripts by the Latin one that they look like. */
const ALIKE = {
  a: "аɑα",
  b: "ь",
  c: "сϲ",
  d: "ԁ",
  e: "е",
  g: "ɡ",
  h: "һ",
  i: "іι",
  j: "ј",
  k: "кκ",
  n: "ո",
  o: "оοօ",
  p: "рρ",
  q: "ԛ",
  s: "ѕ",
  u: "υս",
  v: "ν",
  w: "ԝ",
  x: "хχ",
  y: "уүγ",
};
const latin = new Map(
  Object.entries(ALIKE).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);
const LETTERS = /\p{L}+/gu;

/** Four or more characters kept apart by one and the same sign: 渝·北·区·书·记. */
const APART = /\p{Script=Han}([ ·.•_|*-])(?:\p{Script=Han}\1){2,}\p{Script=Han}/gu;

/**
 * What a reader sees of a turn: without characters that have no shape, with Latin letters for those that only look like them,
 * and without signs between every two characters. 制\u200b作 is 制作, рrоmрt is prompt.
 */
export function undisguised(text: string): string {
  const seen = text.replace(UNSEEN, "").replace(APART, (run, sign: string) => run.replaceAll(sign, ""));
  return /[a-z]/i.test(seen) ? seen.replace(LETTERS, inLatin) : seen;
}

/** A word whose every letter is a Latin one or looks like one; Russian and Greek words have others as well. */
function inLatin(word: string): string {
  const letters = [...word].map((letter) => latin.get(letter) ?? letter);
  return letters.every((letter) => /[a-z]/i.test(letter)) ? letters.join("") : word;
}
