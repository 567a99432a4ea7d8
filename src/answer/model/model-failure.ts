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
