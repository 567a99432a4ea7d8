import type { Postings } from "#store/merge-postings.ts";

const MOST = 255;
const NONE = 0xffff_ffff;

/** Postings in the order they are met: columns of numbers, since millions of objects would fill the memory. */
export class PostingTable {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  /** Of each term, the posting that was met last. */
  #last = new Uint32Array(1024).fill(NONE);
  #size = 0;
  #terms = new Uint32Array(1024);
  #positions = new Uint32Array(1024);
  #contextCounts = new Uint8Array(1024);
  #textCounts = new Uint8Array(1024);

  /** Counts the words of one field of a chunk; both fields of a chunk are counted before the next chunk. Returns how many there are. */
  count(position: number, field: "context" | "text", words: readonly string[]): number {
    for (const word of words) {
      const term = this.#ids.get(word) ?? this.#named(word);
      let posting = this.#last[term] ?? NONE;
      if (posting === NONE || this.#positions[posting] !== position) {
        posting = this.#size;
        this.#add(term, position);
      }
      const counts = field === "context" ? this.#contextCounts : this.#textCounts;
      counts[posting] = Math.min(MOST, (counts[posting] ?? 0) + 1);
    }
    return words.length;
  }

  #add(term: number, position: number): void {
    if (this.#size === this.#terms.length) this.#grow();
    this.#terms[this.#size] = term;
    this.#positions[this.#size] = position;
    this.#last[term] = this.#size;
    this.#size += 1;
  }

  /** The postings by term, terms in the order of their letters, then by chunk. */
  inOrder(chunks: number): Postings {
    const held = this.#names.filter((_, term) => (this.#last[term] ?? NONE) !== NONE).sort();
    const rank = new Uint32Array(this.#names.length);
    for (const [at, name] of held.entries()) rank[this.#ids.get(name) ?? 0] = at;
    const terms = this.#terms.subarray(0, this.#size).map((term) => rank[term] ?? 0);
    const positions = this.#positions.subarray(0, this.#size);
    const byChunk = sorted(identity(this.#size), positions, chunks);
    const order = sorted(byChunk, terms, held.length);
    return {
      vocabulary: new Map(held.map((name, at) => [name, at])),
      starts: startsOf(terms, held.length),
      positions: order.map((posting) => positions[posting] ?? 0),
      contextCounts: Uint8Array.from(order, (posting) => this.#contextCounts[posting] ?? 0),
      textCounts: Uint8Array.from(order, (posting) => this.#textCounts[posting] ?? 0),
    };
  }

  #named(word: string): number {
    const term = this.#names.length;
    this.#names.push(word);
    this.#ids.set(word, term);
    if (term === this.#last.length) {
      const wider = new Uint32Array(term * 2).fill(NONE);
      wider.set(this.#last);
      this.#last = wider;
    }
    return term;
  }

  #grow(): void {
    const length = this.#terms.length * 2;
    const wide = (from: Uint32Array) => {
      const to = new Uint32Array(length);
      to.set(from);
      return to;
    };
    const narrow = (from: Uint8Array) => {
      const to = new Uint8Array(length);
      to.set(from);
      return to;
    };
    this.#terms = wide(this.#terms);
    this.#positions = wide(this.#positions);
    this.#contextCounts = narrow(this.#contextCounts);
    this.#textCounts = narrow(this.#textCounts);
  }
}

const identity = (size: number): Uint32Array => new Uint32Array(size).map((_, at) => at);

/** Where the entries of each key begin, and where the last ends. */
function startsOf(keys: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < size; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  return starts;
}

/** The entries by their keys; those of one key keep their order. */
function sorted(entries: Uint32Array, keys: Uint32Array, size: number): Uint32Array {
  const next = startsOf(keys, size);
  const order = new Uint32Array(entries.length);
  for (const entry of entries) {
    const key = keys[entry] ?? 0;
    const to = next[key] ?? 0;
    order[to] = entry;
    next[key] = to + 1;
  }
  return order;
}
