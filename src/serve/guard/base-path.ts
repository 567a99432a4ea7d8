import { type Context, Hono } from "hono";
import type { ServeSettings } from "#serve/settings.ts";

/** `/assistant`, `/a/b`: segments without anything that could end an attribute or begin another host. */
export const BASE_PATH = /^(?:\/[A-Za-z0-9._~-]+)+$/;

type Placed = Pick<ServeSettings, "basePath" | "trustedProxies">;

/** The path under which visitors see the service, such as `/assistant`; empty for the root. Only a proxy of our own is believed. */
export function basePathOf(c: Pick<Context, "req">, { basePath, trustedProxies }: Placed): string {
  if (basePath !== "" || trustedProxies === 0) return basePath;
  const told = (c.req.header("x-forwarded-prefix") ?? "").replace(/\/$/, "");
  return BASE_PATH.test(told) ? told : "";
}

/**
 * The same app under a base path: what comes with the path loses it, so that a proxy may take it off or leave it on, and
 * every address of our own in a page or a header gets it. Data speak of addresses as they are under the base.
 */
export function underBasePath(app: Hono, settings: Placed): Hono {
  if (settings.basePath === "" && settings.trustedProxies === 0) return app;
  const outer = new Hono();
  outer.all("*", async (c) => {
    const base = basePathOf(c, settings);
    const url = new URL(c.req.url);
    if (base === "") return app.fetch(c.req.raw, c.env);
    if (url.pathname === base) return c.redirect(`${base}/${url.search}`, 308);
    if (!url.pathname.startsWith(`${base}/`)) return rebased(await app.fetch(c.req.raw, c.env), base);
    url.pathname = url.pathname.slice(base.length);
    return rebased(await app.fetch(new Request(url, c.req.raw), c.env), base);
  });
  return outer;
}

/** Addresses stand in attributes alone: within text a quotation mark is written `&quot;`. */
const ADDRESSES = / (href|src|action|endpoint)="\/(?!\/)/g;

async function rebased(response: Response, base: string): Promise<Response> {
  const headers = new Headers(response.headers);
  const [link, location] = [headers.get("Link"), headers.get("Location")];
  if (link !== null) headers.set("Link", link.replaceAll("</", `<${base}/`));
  if (location?.startsWith("/")) headers.set("Location", `${base}${location}`);
  const cookies = headers.getSetCookie();
  headers.delete("Set-Cookie");
  for (const cookie of cookies)
    headers.append("Set-Cookie", cookie.replace(/; Path=\/(?=;|$)/i, `; Path=${base}/`));
  const { status, body } = response;
  const isPage = headers.get("Content-Type")?.startsWith("text/html") === true;
  if (!isPage || body === null) return new Response(body, { status, headers });
  headers.delete("Content-Length");
  const page = (await response.text()).replace(ADDRESSES, (_, name: string) => ` ${name}="${base}/`);
  return new Response(page, { status, headers });
}
