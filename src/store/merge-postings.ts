import { GONE } from "./kept-chunks.ts";
import type { LexicalArrays } from "./lexical/lexical-file.ts";

/** The postings of an inverted index, without the lengths of its chunks. */
export type Postings = Pick<
  LexicalArrays,
  "vocabulary" | "starts" | "positions" | "contextCounts" | "textCounts"
>;

interface Before {
  readonly arrays: Postings;
  /** Of each chunk of before, its position now, or `GONE`. */
  readonly now: Uint32Array;
}

/**
 * The postings that stay and the new ones as one index. Both stand by term and chunk, so each array is written from its beginning to its
 * end: sorting them all again would take longer than everything else that one new report costs.
 */
export function mergedPostings({ arrays: old, now }: Before, fresh: Postings): Postings {
  const size = old.positions.length + fresh.positions.length;
  const merge = new Merge(size, { old, now, fresh });
  const [oldTerms, freshTerms] = [[...old.vocabulary.keys()], [...fresh.vocabulary.keys()]];
  let [at, next] = [0, 0];
  while (at < oldTerms.length || next < freshTerms.length) {
    const [one, other] = [oldTerms[at], freshTerms[next]];
    const isOld = one !== undefined && (other === undefined || one <= other);
    const isFresh = other !== undefined && (one === undefined || other <= one);
    merge.term((isOld ? one : other) ?? "", isOld ? at : null, isFresh ? next : null);
    if (isOld) at += 1;
    if (isFresh) next += 1;
  }
  return merge.postings();
}

/** Writes one term after the other. */
class Merge {
  readonly #from: Before & { readonly fresh: Postings; readonly old: Postings };
  readonly #terms: string[] = [];
  readonly #starts: number[] = [0];
  readonly #positions: Uint32Array;
  readonly #contextCounts: Uint8Array;
  readonly #textCounts: Uint8Array;
  #size = 0;

  constructor(
    size: number,
    { old, now, fresh }: { readonly old: Postings; readonly now: Uint32Array; readonly fresh: Postings },
  ) {
    this.#from = { arrays: old, old, now, fresh };
    this.#positions = new Uint32Array(size);
    this.#contextCounts = new Uint8Array(size);
    this.#textCounts = new Uint8Array(size);
  }

  /** Writes the postings of a term by its numbers in the two indexes; null where one does not have it. */
  term(name: string, inOld: number | null, inFresh: number | null): void {
    const begin = this.#size;
    const { old, now, fresh } = this.#from;
    if (inOld !== null) this.#copy(old, inOld, (position) => now[position] ?? GONE);
    if (inFresh !== null) this.#copy(fresh, inFresh, (position) => position);
    if (this.#size === begin) return;
    this.#inOrder(begin);
    this.#terms.push(name);
    this.#starts.push(this.#size);
  }

  postings(): Postings {
    return {
      vocabulary: new Map(this.#terms.map((term, at) => [term, at])),
      starts: Uint32Array.from(this.#starts),
      positions: this.#positions.slice(0, this.#size),
      contextCounts: this.#contextCounts.slice(0, this.#size),
      textCounts: this.#textCounts.slice(0, this.#size),
    };
  }

  #copy(from: Postings, term: number, place: (position: number) => number): void {
    const end = from.starts[term + 1] ?? 0;
    for (let at = from.starts[term] ?? 0; at < end; at += 1) {
      const position = place(from.positions[at] ?? 0);
      if (position === GONE) continue;
      this.#positions[this.#size] = position;
      this.#contextCounts[this.#size] = from.contextCounts[at] ?? 0;
      this.#textCounts[this.#size] = from.textCounts[at] ?? 0;
      this.#size += 1;
    }
  }

  /** Puts the postings from `begin` on in the order of their chunks, where they are not. */
  #inOrder(begin: number): void {
    let isInOrder = true;
    for (let at = begin + 1; at < this.#size && isInOrder; at += 1)
      isInOrder = (this.#positions[at - 1] ?? 0) < (this.#positions[at] ?? 0);
    if (isInOrder) return;
    const [positions, inContext, inText] = [this.#positions, this.#contextCounts, this.#textCounts].map(
      (column) => column.slice(begin, this.#size),
    );
    const order = Uint32Array.from({ length: this.#size - begin }, (_, at) => at).sort(
      (a, b) => (positions?.[a] ?? 0) - (positions?.[b] ?? 0),
    );
    for (const [at, from] of order.entries()) {
      this.#positions[begin + at] = positions?.[from] ?? 0;
      this.#contextCounts[begin + at] = inContext?.[from] ?? 0;
      this.#textCounts[begin + at] = inText?.[from] ?? 0;
    }
  }
}
