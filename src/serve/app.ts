import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { Problem } from "#protocol/problem.ts";
import { chatRoutes } from "./chat-routes.ts";
import { crossOrigin } from "./cross-origin.ts";
import { feedbackRoutes } from "./feedback-routes.ts";
import { libraryRoutes } from "./library-routes.ts";
import { methodRoutes } from "./method-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { problemPage } from "./pages/problem-page.ts";
import { ProblemError, problemFor, problemHeaders, problemOf, problemResponse } from "./problem.ts";
import { rateLimit } from "./rate-limit.ts";
import { RunningAnswers } from "./running-answers.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";
import type { ServeSettings } from "./settings.ts";

/**
 * The whole of the wire contract as an app that can be called with a `Request`, without a port.
 * Hand the same `running` to `startServer`, so that a stop ends the answers under way.
 */
export function createApp(services: Services, running: RunningAnswers = new RunningAnswers()): Hono {
  const { settings } = services;
  const app = new Hono();
  app.use(securityHeaders(settings));
  app.get("/healthz", (c) => {
    assertServing(services, running);
    return c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" });
  });
  app.use("/api/*", crossOrigin(settings));
  app.use(whenServing(services, running));
  const limit = rateLimit(settings);
  app.use("/api/*", limit);
  app.use("/", (c, next) => (c.req.query("q") === undefined ? next() : limit(c, next)));
  app.route("/", chatRoutes(services, running));
  app.route("/", libraryRoutes(services));
  app.route("/", feedbackRoutes(services));
  app.route("/", pageRoutes(services, running));
  app.route("/", methodRoutes());
  app.notFound((c) => told(c, problemOf("not_found"), settings));
  app.onError((error, c) => {
    const problem = problemFor(error, c.req.path === "/api/chat" ? "answer_failed" : "internal");
    if (!(error instanceof ProblemError)) services.report?.(error, `${c.req.method} ${c.req.path}`);
    return told(c, problem, settings);
  });
  return app;
}

/** A problem as a page for someone who browses, as problem details for everyone else. */
async function told(c: Context, problem: Problem, settings: ServeSettings): Promise<Response> {
  const browses = !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
  if (!browses) return problemResponse(problem);
  const headers = { "Content-Type": "text/html; charset=utf-8", ...problemHeaders(problem) };
  return new Response(String(await problemPage(settings, problem)), { status: problem.status, headers });
}

function whenServing(services: Services, running: RunningAnswers): MiddlewareHandler {
  return async (_, next) => {
    assertServing(services, running);
    await next();
  };
}

function assertServing(services: Services, running: RunningAnswers): void {
  const state = running.draining ? "draining" : services.health();
  if (state !== "ok") throw new ProblemError(state, { retryAfter: state === "starting" ? 2 : 5 });
}
