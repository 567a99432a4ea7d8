/** Shorter stretches of words stand in any text by chance. */
const LEAST = 2;
/** Characters that may be missing on either side: 汽车类 and 汽车, 产值 and 总产值, 产量 and 产量数. */
const LOOSE = /[类数额量值总的年末本中为和与及共有每个件其]/u;

/** The stretches of `words` that stand in `text`, longest first from the left, as one mark for each character. */
function marked(words: string, text: string): boolean[] {
  const found = Array.from(words, () => false);
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && text.includes(words.slice(at, end + 1))) end++;
    if (end - at >= LEAST || (end - at === words.length && words.length > 0)) {
      found.fill(true, at, end);
      at = end;
    } else at++;
  }
  return found;
}

/** How many characters of `words` that say something do not stand in `text`. */
export function missingIn(words: string, text: string): number {
  const found = marked(words, text);
  return [...words].filter((char, at) => found[at] !== true && !LOOSE.test(char)).length;
}

/** True where all that `words` say stands in `text`, but for a character that says little. */
export function covers(text: string, words: string): boolean {
  return missingIn(words, text) === 0;
}
