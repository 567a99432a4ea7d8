import { foldPlain } from "#text/fold.ts";

interface Node {
  readonly next: Map<string, Node>;
  /** Where to go on when no further character fits. */
  fallback: Node | null;
  isEnd: boolean;
}

const node = (): Node => ({ next: new Map(), fallback: null, isEnd: false });

/**
 * Finds out whether a text holds any of thousands of words in one pass over it (Aho and Corasick 1975). Width, case, traditional
 * characters and what stands between the letters make no difference: ＡＢ, a b and a.b all hold `ab`.
 */
export class WordMatcher {
  readonly #root = node();

  constructor(words: Iterable<string>) {
    for (const word of words) this.#add(comparable(word));
    this.#link();
  }

  isIn(text: string): boolean {
    let at = this.#root;
    for (const character of comparable(text)) {
      while (at !== this.#root && !at.next.has(character)) at = at.fallback ?? this.#root;
      at = at.next.get(character) ?? this.#root;
      if (at.isEnd) return true;
    }
    return false;
  }

  #add(word: string): void {
    if (word === "") return;
    let at = this.#root;
    for (const character of word) {
      const next = at.next.get(character) ?? node();
      at.next.set(character, next);
      at = next;
    }
    at.isEnd = true;
  }

  /** By length of the beginnings, so that a fallback is linked before it is needed. */
  #link(): void {
    const open: Node[] = [...this.#root.next.values()];
    for (const child of open) child.fallback = this.#root;
    for (let at = 0; at < open.length; at++) {
      const parent = open[at];
      if (parent === undefined) return;
      for (const [character, child] of parent.next) {
        child.fallback = this.#fallbackFor(parent, character);
        child.isEnd ||= child.fallback.isEnd;
        open.push(child);
      }
    }
  }

  #fallbackFor(parent: Node, character: string): Node {
    let at = parent.fallback;
    while (at !== null && !at.next.has(character)) at = at.fallback;
    return at?.next.get(character) ?? this.#root;
  }
}

/** The words of a list, one a line; `#` begins a remark. */
export function parseWords(text: string): string[] {
  return linesOf(text).filter((word) => word !== "");
}

/** `line 3: …` for each word that could be found in no question, or would end nearly every one. */
export function problemsOfWords(text: string): string[] {
  return linesOf(text).flatMap((word, at) => {
    if (word === "") return [];
    const letters = comparable(word);
    if (letters === "") return [`line ${at + 1}: ${word} holds no letter or digit`];
    return letters.length < 2
      ? [`line ${at + 1}: a word has at least 2 letters, or it ends nearly every question`]
      : [];
  });
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, "").trim());

const comparable = (text: string): string => foldPlain(text).replace(/[^\p{L}\p{N}]/gu, "");
