/** How much the newest interval counts. */
const NEWEST = 0.1;
/** So many may always wait: of fewer the intervals tell too little. */
const FEW = 8;

/** How long a newcomer would wait, by how fast those before it were begun: whoever would wait in vain is told so at once. */
export class ExpectedWait {
  #lastBegun: number | null = null;
  #interval = 0;

  /** One that waited has been begun. @param left how many wait still; @param now in milliseconds */
  begun(left: number, now: number): void {
    if (this.#lastBegun !== null) {
      const interval = now - this.#lastBegun;
      this.#interval =
        this.#interval === 0 ? interval : this.#interval + NEWEST * (interval - this.#interval);
    }
    // Nobody left: the time until the next one comes is not that of work.
    this.#lastBegun = left > 0 ? now : null;
  }

  /** True when whoever comes behind so many waits longer than `patienceMs`. */
  exceeds(patienceMs: number, waiting: number): boolean {
    return waiting >= FEW && waiting * this.#interval > patienceMs;
  }
}
