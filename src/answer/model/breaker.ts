/** So many failures in a row, and the model is not asked for so many milliseconds. */
const FAILURES = 3;
const PAUSE_MS = 30_000;

/**
 * Keeps answers from waiting for a language model that does not answer. After three failures in a row it is open: the
 * composer's words stand at once. After half a minute one question tries the model again: when that succeeds the breaker
 * closes, else it stays open as long again.
 */
export class Breaker {
  #failures = 0;
  #openUntil = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the model may be asked now; a trial at half-open is given to one alone. */
  admits(): boolean {
    if (this.#failures < FAILURES) return true;
    if (this.#now() < this.#openUntil) return false;
    this.#openUntil = this.#now() + PAUSE_MS;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** Returns true when this failure opened it. */
  failed(): boolean {
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.#openUntil = this.#now() + PAUSE_MS;
    return this.#failures === FAILURES;
  }
}
