const dictionary = new Intl.Segmenter("zh", { granularity: "word" });

export interface Word {
  readonly word: string;
  /** Half-open, in UTF-16 code units of the text cut. */
  readonly start: number;
  readonly end: number;
}

/** The text cut last and its words: a question is cut again for each name in it. */
let last: { readonly text: string; readonly words: readonly Word[] } = { text: "", words: [] };

/** The text cut into words by the run-time's own dictionary (ICU): every character stands in exactly one of them. */
export function wordsIn(text: string): readonly Word[] {
  if (last.text === text) return last.words;
  const words = Array.from(dictionary.segment(text), ({ segment, index }) => ({
    word: segment,
    start: index,
    end: index + segment.length,
  }));
  last = { text, words };
  return words;
}
