const dictionary = new Intl.Segmenter("zh", { granularity: "word" });

export interface Word {
  readonly word: string;
  /** Half-open, in UTF-16 code units of the text cut. */
  readonly start: number;
  readonly end: number;
}

/** The texts cut last, the latest at the end: a question is cut again for each name in it, and between the sentences it is compared with. */
const known = new Map<string, readonly Word[]>();
const MOST_KNOWN = 64;

/** The text cut into words by the run-time's own dictionary (ICU): every character stands in exactly one of them. */
export function wordsIn(text: string): readonly Word[] {
  const words = known.get(text) ?? cut(text);
  known.delete(text);
  known.set(text, words);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return words;
}

const cut = (text: string): readonly Word[] =>
  Array.from(dictionary.segment(text), ({ segment, index }) => ({
    word: segment,
    start: index,
    end: index + segment.length,
  }));
