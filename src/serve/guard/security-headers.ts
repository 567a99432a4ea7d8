import type { MiddlewareHandler } from "hono";
import type { ServeSettings } from "#serve/settings.ts";

/** A policy under which nothing runs, loads or frames but our own files; the same for pages and for data. */
export function securityHeaders(settings: ServeSettings): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...settings.frameAncestors].join(" ")}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const permissions = `camera=(), geolocation=(), microphone=(${settings.voiceInput ? "self" : ""})`;
  return async (c, next) => {
    await next();
    // A file that we only pass on comes with a stricter one.
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "strict-origin-when-cross-origin");
    c.header("Permissions-Policy", permissions);
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    if (settings.frameAncestors.length === 0) c.header("X-Frame-Options", "SAMEORIGIN");
  };
}
