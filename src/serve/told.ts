import type { Context } from "hono";
import { errorOf } from "#openai/error.ts";
import type { Problem } from "#protocol/problem.ts";
import { problemPage } from "./pages/problem-page.ts";
import { ProblemError, problemFor, problemHeaders, problemResponse } from "./problem.ts";
import type { ServeSettings } from "./settings.ts";

/** A problem as a page for someone who browses, in OpenAI's shape for its clients, as problem details for everyone else. */
export async function told(c: Context, problem: Problem, settings: ServeSettings): Promise<Response> {
  if (c.req.path.startsWith("/v1/"))
    return Response.json(errorOf(problem), { status: problem.status, headers: problemHeaders(problem) });
  const browses = !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
  if (!browses) return problemResponse(problem);
  const headers = { "Content-Type": "text/html; charset=utf-8", ...problemHeaders(problem) };
  return new Response(String(await problemPage(settings, problem)), { status: problem.status, headers });
}

interface Teller {
  readonly settings: ServeSettings;
  /** Faults no reader may see in full. */
  readonly report?: (error: unknown, where: string) => void;
}

/**
 * What a reader is told of anything thrown; the operator hears of all that is no plain problem, and of nothing from a
 * reader who has left: whoever breaks off connections could fill the log.
 */
export function toldOf(error: unknown, c: Context, { settings, report }: Teller): Promise<Response> {
  const problem = problemFor(
    error,
    ["/api/chat", "/v1/chat/completions"].includes(c.req.path) ? "answer_failed" : "internal",
  );
  const hasLeft = c.req.raw.signal.aborted;
  if (!(error instanceof ProblemError) && problem.status !== 503 && !hasLeft)
    report?.(error, `${c.req.method} ${c.req.path}`);
  return told(c, problem, settings);
}
