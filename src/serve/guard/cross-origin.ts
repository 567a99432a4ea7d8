import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { ServeSettings } from "#serve/settings.ts";

/** Pages of the allowed origins may call the API; a page of any other origin gets no permission. */
export function crossOrigin(settings: ServeSettings): MiddlewareHandler {
  return cors({
    origin: (origin) => (settings.allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Content-Type", "Accept"],
    exposeHeaders: ["Retry-After", "Link"],
    maxAge: 600,
  });
}
