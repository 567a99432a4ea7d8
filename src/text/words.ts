const dictionary = new Intl.Segmenter("zh", { granularity: "word" });

export interface Word {
  readonly word: string;
  /** Half-open, in UTF-16 code units of the text cut. */
  readonly start: number;
  readonly end: number;
}

/** The text cut into words by the run-time's own dictionary (ICU): every character stands in exactly one of them. */
export function wordsIn(text: string): Word[] {
  return Array.from(dictionary.segment(text), ({ segment, index }) => ({
    word: segment,
    start: index,
    end: index + segment.length,
  }));
}
