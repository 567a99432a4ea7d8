import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Services } from "#serve/services.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

/** Tells of each request how it was replied to, by its route and never by its address: whoever makes up addresses makes no names. */
export function observed({
  observe,
}: {
  readonly observe?: Services["observe"] | undefined;
}): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const route = matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.endsWith("*"));
    const method = METHODS.has(c.req.method) ? c.req.method : "other";
    observe?.({ route: route ?? "other", method, status: c.res.status, ms: performance.now() - began });
  };
}
