import { z } from "zod";
import type { Problem, ProblemPlace, Words } from "#protocol/problem.ts";
import catalogue from "./problems.json" with { type: "json" };

export type ProblemCode = keyof typeof catalogue;

/** So many faults of a request are told of; whoever sends more hears of the rest when these are mended. */
export const MOST_FAULTS = 20;

interface ProblemFacts {
  readonly errors?: readonly ProblemPlace[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** Replaces the catalogue's sentence. */
  readonly words?: Words;
}

/** A request that cannot be served, as the reader may know it. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(code, options);
    this.problem = problemOf(code, facts);
  }
}

/** The problem details (RFC 9457) of a code of problems.json. */
export function problemOf(code: ProblemCode, facts: ProblemFacts = {}): Problem {
  const { status, title, zh, en } = catalogue[code];
  const words = facts.words ?? { zh, en };
  return {
    type: "about:blank",
    title,
    status,
    detail: `${words.zh} ${words.en}`,
    code,
    messages: { zh: words.zh, en: words.en },
    ...(facts.errors === undefined ? {} : { errors: facts.errors.slice(0, MOST_FAULTS) }),
    ...(facts.retryAfter === undefined ? {} : { retryAfter: facts.retryAfter }),
  };
}

/** What a reader may know of anything thrown: a problem as it is, an unusable index by name, all else as `fallback`. */
export function problemFor(error: unknown, fallback: ProblemCode): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && "code" in error && error.code === "index_unusable") {
    return problemOf("index_unusable", { retryAfter: 30 });
  }
  const passing = passingSchema.safeParse(error);
  if (passing.success) return problemOf(passing.data.code, { retryAfter: passing.data.retryAfter });
  return problemOf(fallback);
}

/** What passes by itself: whoever meets it may come back. */
const passingSchema = z.object({
  code: z.enum(["busy", "worker_lost", "read_stopped"]),
  retryAfter: z.int().positive(),
});

export function problemHeaders(problem: Problem): Record<string, string> {
  return problem.retryAfter === undefined ? {} : { "Retry-After": String(problem.retryAfter) };
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...problemHeaders(problem),
    },
  });
}
