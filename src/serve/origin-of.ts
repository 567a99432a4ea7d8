import type { Context } from "hono";
import type { ServeSettings } from "./settings.ts";

/** The server's address as its visitors see it; only a proxy of our own is believed about the scheme. */
export function originOf(c: Context, { trustedProxies }: ServeSettings): string {
  const { protocol, host } = new URL(c.req.url);
  const isSecure = trustedProxies > 0 && c.req.header("x-forwarded-proto") === "https";
  return `${isSecure ? "https:" : protocol}//${host}`;
}
