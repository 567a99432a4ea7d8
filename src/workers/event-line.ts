/** What arrives from elsewhere, in order, for one who takes it at his own pace. */
export class EventLine<Event> {
  readonly #arrived: Event[] = [];
  #fault: { readonly error: unknown } | null = null;
  #wake: (() => void) | null = null;

  push(event: Event): void {
    this.#arrived.push(event);
    this.#wake?.();
  }

  /** Nothing comes after what has arrived: `next` throws `error` then. The first fault counts. */
  fail(error: unknown): void {
    this.#fault ??= { error };
    this.#wake?.();
  }

  /** The next event; waits for it. */
  async next(): Promise<Event> {
    for (;;) {
      const event = this.#arrived.shift();
      if (event !== undefined) return event;
      if (this.#fault !== null) throw this.#fault.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
