import type { MiddlewareHandler } from "hono";

/** Pages of one index that are kept, some 100 KB each. */
const KEPT = 100;

/**
 * Keeps the pages asked for last: an opened index never changes, so a page is made once and as good as new until the index
 * is. Only whole pages are kept, never a fault.
 */
export function rememberedPages(): MiddlewareHandler {
  const pages = new Map<string, { readonly body: string; readonly type: string }>();
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const key = `${pathname}${search}`;
    const known = pages.get(key);
    if (known !== undefined) {
      pages.delete(key);
      pages.set(key, known);
      c.res = new Response(known.body, { headers: { "Content-Type": known.type } });
      return;
    }
    await next();
    if (c.res.status !== 200) return;
    const type = c.res.headers.get("Content-Type") ?? "";
    pages.set(key, { body: await c.res.clone().text(), type });
    const [oldest] = pages.keys();
    if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
  };
}
