import type { Context } from "hono";
import type { ServeSettings } from "#serve/settings.ts";
import { basePathOf } from "./base-path.ts";

/**
 * The service's address as its visitors see it, with its base path; only a proxy of our own is believed about scheme and
 * path.
 */
export function originOf(c: Context, settings: ServeSettings): string {
  const { protocol, host } = new URL(c.req.url);
  const isSecure = settings.trustedProxies > 0 && c.req.header("x-forwarded-proto") === "https";
  return `${isSecure ? "https:" : protocol}//${host}${basePathOf(c, settings)}`;
}
