import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Wrong tokens after which an address waits, and for how long. */
const FAILURES = 5;
const LOCKED_MS = 15 * 60_000;
const SESSION_MS = 8 * 60 * 60_000;
/** Sessions and addresses that are remembered at most; the oldest goes first. */
const REMEMBERED = 1_000;

export type LogIn =
  | { readonly ok: true; readonly session: string; readonly seconds: number }
  | { readonly ok: false; readonly locked: boolean };

/** Who may look after the service: whoever has the token, or a session that was opened with it. Nothing here is written anywhere. */
export class AdminSessions {
  readonly #token: Uint8Array;
  /** Milliseconds of a clock that is never set back. */
  readonly #now: () => number;
  /** Digest of a session's name → when it ends. */
  readonly #sessions = new Map<string, number>();
  /** Address → wrong tokens, and until when they count. */
  readonly #failures = new Map<string, { count: number; until: number }>();

  constructor(token: string, now: () => number = () => performance.now()) {
    this.#token = digestOf(token);
    this.#now = now;
  }

  /** Opens a session for a right token; five wrong ones of an address lock it for a quarter of an hour, the right one included. */
  logIn(token: string, address: string): LogIn {
    if (!this.isRight(token, address)) return { ok: false, locked: this.isLocked(address) };
    const session = randomBytes(32).toString("base64url");
    remember(this.#sessions, keyOf(session), this.#now() + SESSION_MS);
    return { ok: true, session, seconds: SESSION_MS / 1_000 };
  }

  /** True for the right token, unless the address is locked. Compared in a time that tells nothing of where they differ. */
  isRight(token: string, address: string): boolean {
    if (this.isLocked(address)) return false;
    if (timingSafeEqual(digestOf(token), this.#token)) {
      this.#failures.delete(address);
      return true;
    }
    const count = (this.#failures.get(address)?.count ?? 0) + 1;
    remember(this.#failures, address, { count, until: this.#now() + LOCKED_MS });
    return false;
  }

  isLocked(address: string): boolean {
    const failed = this.#failures.get(address);
    if (failed === undefined) return false;
    if (failed.until > this.#now()) return failed.count >= FAILURES;
    this.#failures.delete(address);
    return false;
  }

  isOpen(session: string): boolean {
    const ends = this.#sessions.get(keyOf(session));
    return ends !== undefined && ends > this.#now();
  }

  logOut(session: string): void {
    this.#sessions.delete(keyOf(session));
  }
}

const digestOf = (words: string): Uint8Array => createHash("sha256").update(words).digest();
const keyOf = (session: string): string => createHash("sha256").update(session).digest("hex");

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}
