import { best, type Hit } from "#store/hit.ts";
import type { LexicalArrays } from "./lexical-file.ts";

export interface LexicalOptions {
  readonly limit: number;
  /** 1 for each chunk that may be returned; absent lets all through. */
  readonly allowed?: Uint8Array | undefined;
  readonly weights?: FieldWeights | undefined;
}

/** BM25F: how much a term counts in each field, and how much a long field is held against a chunk. */
export interface FieldWeights {
  readonly context: number;
  readonly text: number;
  readonly contextLength: number;
  readonly textLength: number;
  /** How soon repeats of a term stop adding. */
  readonly saturation: number;
}

/** Title, region, year and section path say what a passage is about, but they repeat over a whole section. */
export const FIELD_WEIGHTS: FieldWeights = {
  context: 1,
  text: 1,
  contextLength: 0.3,
  textLength: 0.5,
  saturation: 0.6,
};

/** BM25F over typed arrays. Immutable; one search touches only the postings of its terms. */
export class LexicalIndex {
  readonly size: number;
  readonly #arrays: LexicalArrays;
  readonly #scores: Float64Array;

  constructor(arrays: LexicalArrays) {
    this.#arrays = arrays;
    this.size = arrays.contextLengths.length;
    this.#scores = new Float64Array(this.size);
  }

  /** Weight of a term: high when few chunks hold it, highest when none does. */
  idf(term: string): number {
    const at = this.#arrays.vocabulary.get(term);
    const { starts } = this.#arrays;
    const holders = at === undefined ? 0 : (starts[at + 1] ?? 0) - (starts[at] ?? 0);
    return Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5));
  }

  /** The best chunks for a bag of terms, best first; equal scores in the order of the index. */
  search(terms: readonly string[], options: LexicalOptions): Hit[] {
    const touched: number[] = [];
    for (const term of new Set(terms)) this.#addTerm(term, options, touched);
    const hits = touched.map((position) => ({ position, score: this.#scores[position] ?? 0 }));
    for (const position of touched) this.#scores[position] = 0;
    return best(hits, options.limit);
  }

  /**
   * Weighs a bag of terms once, and tells of any chunk the share of their weight (idf) that it holds, 0 to 1: comparable
   * between questions.
   */
  coverage(terms: readonly string[]): (position: number) => number {
    const weights = [...new Set(terms)].map((term) => [term, this.idf(term)] as const);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return (position) => {
      if (total === 0) return 0;
      const held = weights.reduce(
        (sum, [term, weight]) => (this.#holds(term, position) ? sum + weight : sum),
        0,
      );
      return held / total;
    };
  }

  #holds(term: string, position: number): boolean {
    const at = this.#arrays.vocabulary.get(term);
    if (at === undefined) return false;
    const { starts, positions } = this.#arrays;
    let low = starts[at] ?? 0;
    let high = starts[at + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low < (starts[at + 1] ?? 0) && positions[low] === position;
  }

  #addTerm(term: string, options: LexicalOptions, touched: number[]): void {
    const arrays = this.#arrays;
    const at = arrays.vocabulary.get(term);
    if (at === undefined) return;
    const { allowed, weights = FIELD_WEIGHTS } = options;
    const idf = this.idf(term);
    const end = arrays.starts[at + 1] ?? 0;
    for (let posting = arrays.starts[at] ?? 0; posting < end; posting += 1) {
      const position = arrays.positions[posting] ?? 0;
      if (allowed !== undefined && allowed[position] !== 1) continue;
      const inContext = arrays.contextCounts[posting] ?? 0;
      const inText = arrays.textCounts[posting] ?? 0;
      const contextNorm =
        1 + weights.contextLength * ((arrays.contextLengths[position] ?? 0) / arrays.contextAverage - 1);
      const textNorm =
        1 + weights.textLength * ((arrays.textLengths[position] ?? 0) / arrays.textAverage - 1);
      const frequency = (weights.context * inContext) / contextNorm + (weights.text * inText) / textNorm;
      if (this.#scores[position] === 0) touched.push(position);
      this.#scores[position] =
        (this.#scores[position] ?? 0) +
        (idf * frequency * (weights.saturation + 1)) / (frequency + weights.saturation);
    }
  }
}
