import { WenzhengError } from "#domain/errors.ts";

/**
 * Why the model's words were not used:
 * - `unreachable`: no connection, or it broke
 * - `timeout`: the deadline passed, before the first word or in the middle
 * - `rate_limited`: 429
 * - `http_error`: another status than 200
 * - `malformed`: not the protocol
 * - `closed_early`: the stream ended without saying so
 * - `too_long`: more text than any answer needs
 * - `empty`: no text
 * - `refused`: the model declined
 * - `unsupported`: too little was left when the sentences that fail the check were dropped
 * - `unexpected`: a fault of ours on the way
 */
export type FailureCode =
  | "unreachable"
  | "timeout"
  | "rate_limited"
  | "http_error"
  | "malformed"
  | "closed_early"
  | "too_long"
  | "empty"
  | "refused"
  | "unsupported"
  | "unexpected";

/**
 * The language model gave nothing that can be used; the composer's answer stands. The message never holds the
 * key, nor what the endpoint sent, which may repeat the key.
 */
export class ModelFailure extends WenzhengError {
  readonly code = "model_failure";
  readonly audience = "operator";
  readonly failure: FailureCode;
  constructor(facts: { failure: FailureCode; detail: string }, options?: ErrorOptions) {
    super(`The language model's answer was not used (${facts.failure}): ${facts.detail}.`, options);
    this.failure = facts.failure;
  }
}

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
