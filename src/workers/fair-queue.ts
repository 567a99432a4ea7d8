/** How many may wait in all, and how many of one client. */
export interface QueueLimits {
  readonly places: number;
  readonly perClient: number;
}

/**
 * First come, first served within a client, and one of each client in turn: whoever sends a hundred questions
 * waits behind nobody but himself. a, a, a, b leave as a, b, a, a.
 */
export class FairQueue<Item> {
  readonly #limits: QueueLimits;
  /** Clients in the order of their turns. */
  readonly #lines = new Map<string, Item[]>();
  #size = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#size;
  }

  /** False when there is no place for it. */
  push(client: string, item: Item): boolean {
    const line = this.#lines.get(client) ?? [];
    if (this.#size >= this.#limits.places || line.length >= this.#limits.perClient) return false;
    line.push(item);
    this.#lines.set(client, line);
    this.#size += 1;
    return true;
  }

  /** The next in turn; its client goes to the end. */
  shift(): Item | undefined {
    for (const [client, line] of this.#lines) {
      const item = line.shift();
      this.#lines.delete(client);
      if (line.length > 0) this.#lines.set(client, line);
      if (item === undefined) continue;
      this.#size -= 1;
      return item;
    }
    return undefined;
  }

  /** Takes out one that waits no longer. */
  remove(client: string, item: Item): void {
    const line = this.#lines.get(client) ?? [];
    const at = line.indexOf(item);
    if (at < 0) return;
    line.splice(at, 1);
    this.#size -= 1;
    if (line.length === 0) this.#lines.delete(client);
  }
}
