import { Hono, type MiddlewareHandler } from "hono";
import { underBasePath } from "./guard/base-path.ts";
import { crossOrigin } from "./guard/cross-origin.ts";
import { forwardedUnheard } from "./guard/forwarded-unheard.ts";
import { limit } from "./guard/limits.ts";
import { observed } from "./guard/observed.ts";
import { rateLimit } from "./guard/rate-limit.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { ProblemError, problemOf } from "./problem.ts";
import { adminRoutes } from "./routes/admin-routes.ts";
import { chatRoutes } from "./routes/chat-routes.ts";
import { feedbackRoutes } from "./routes/feedback-routes.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { homeRoutes } from "./routes/home-routes.ts";
import { mcpRoutes } from "./routes/mcp-routes.ts";
import { methodRoutes } from "./routes/method-routes.ts";
import { openaiRoutes } from "./routes/openai-routes.ts";
import { openApiRoutes } from "./routes/openapi-routes.ts";
import { readRoutes } from "./routes/read-routes.ts";
import { RunningAnswers } from "./running-answers.ts";
import type { Services } from "./services.ts";
import { told, toldOf } from "./told.ts";

/**
 * The whole of the wire contract as an app that can be called with a `Request`, without a port.
 * Hand the same `running` to `startServer`, so that a stop ends the answers under way.
 */
export function createApp(services: Services, running: RunningAnswers = new RunningAnswers()): Hono {
  const { settings } = services;
  const app = new Hono();
  app.use(securityHeaders(settings));
  app.route(
    "/",
    healthRoutes(services, () => assertServing(services, running)),
  );
  app.use(observed(services));
  app.use(forwardedUnheard(services));
  app.use("/api/*", crossOrigin(settings));
  app.use(whenServing(services, running));
  const asked = rateLimit(settings);
  const paged = rateLimit(settings, limit("pagesPerQuestion"));
  const isAsked = (path: string, question: string | undefined) =>
    /^\/(?:api|v1)\/|^\/mcp$/.test(path) || (path === "/" && question !== undefined);
  app.use((c, next) => (isAsked(c.req.path, c.req.query("q")) ? asked(c, next) : paged(c, next)));
  app.route("/", chatRoutes(services, running));
  app.route("/", readRoutes(services));
  app.route("/", feedbackRoutes(services));
  if (services.administration !== undefined) app.route("/", adminRoutes(services.administration, settings));
  app.route("/", openApiRoutes(settings));
  app.route("/", openaiRoutes(services, running));
  app.route("/", mcpRoutes(services, running));
  app.route("/", homeRoutes(services, running));
  app.route("/", methodRoutes());
  app.notFound((c) => told(c, problemOf("not_found"), settings));
  app.onError((error, c) => toldOf(error, c, services));
  return underBasePath(app, settings);
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
