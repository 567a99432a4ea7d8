import type { MiddlewareHandler } from "hono";
import { ProblemError } from "#serve/problem.ts";
import type { ServeSettings } from "#serve/settings.ts";
import { clientAddress } from "./client-address.ts";

const MAX_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A token bucket for each client; the least recently seen clients are forgotten first. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perMs: number;
  readonly #burst: number;

  constructor(rate: { readonly perMinute: number; readonly burst: number }) {
    this.#perMs = rate.perMinute / 60_000;
    this.#burst = rate.burst;
  }

  /** Takes one token: 0 when there was one, else the seconds until there is. `now` in milliseconds. */
  take(client: string, now: number): number {
    const bucket = this.#buckets.get(client) ?? { tokens: this.#burst, filledAt: now };
    bucket.tokens = Math.min(this.#burst, bucket.tokens + (now - bucket.filledAt) * this.#perMs);
    bucket.filledAt = now;
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    this.#forgetOldest();
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.tokens) / this.#perMs / 1000));
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= MAX_CLIENTS) return;
    const oldest = this.#buckets.keys().next();
    if (oldest.done !== true) this.#buckets.delete(oldest.value);
  }
}

/**
 * 429 with Retry-After for a client that asks faster than its bucket fills; `times` as fast where each request is cheap. By
 * a clock that is never set back: a wrong clock of the machine locks nobody out.
 */
export function rateLimit({ rateLimit: rate, trustedProxies }: ServeSettings, times = 1): MiddlewareHandler {
  const buckets =
    rate === null ? null : new TokenBuckets({ perMinute: rate.perMinute * times, burst: rate.burst * times });
  return async (c, next) => {
    const retryAfter = buckets?.take(clientAddress(c, trustedProxies), performance.now()) ?? 0;
    if (retryAfter > 0) throw new ProblemError("rate_limited", { retryAfter });
    await next();
  };
}
