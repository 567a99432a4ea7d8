/** Names with what each stands for, found in a text in one pass: the work at each place is the longest name at most. */
export class NameTrie<T> {
  readonly #root: Node<T> = { next: new Map(), held: [] };

  add(name: string, value: T): void {
    let node = this.#root;
    for (const character of name) {
      const known = node.next.get(character);
      const next = known ?? { next: new Map(), held: [] };
      if (known === undefined) node.next.set(character, next);
      node = next;
    }
    node.held.push(value);
  }

  /** What is written exactly so. */
  get(name: string): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    for (const character of name) node = node?.next.get(character);
    return node?.held ?? [];
  }

  /** All names that begin at `start`, the longest first, each with its end. */
  at(text: string, start: number): { readonly end: number; readonly held: readonly T[] }[] {
    const found: { end: number; held: readonly T[] }[] = [];
    let node: Node<T> | undefined = this.#root.next.get(text[start] ?? "");
    for (let end = start + 1; node !== undefined; end++) {
      if (node.held.length > 0) found.unshift({ end, held: node.held });
      node = node.next.get(text[end] ?? "");
    }
    return found;
  }
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly held: T[];
}
