import type { MiddlewareHandler } from "hono";

/** Pages of one index that are kept, some 100 KB each, and how long all of them may be together. */
const KEPT = 100;
const CHARACTERS = 20_000_000;

/**
 * Keeps the pages asked for last: an opened index never changes, so a page is made once and as good as new until the index
 * is. Only whole pages are kept, never a fault; one long page asked for with a hundred endings does not fill the memory.
 */
export function rememberedPages(characters: number = CHARACTERS): MiddlewareHandler {
  const pages = new Map<string, { readonly body: string; readonly type: string }>();
  let held = 0;
  const forgetOldest = () => {
    const [oldest] = pages;
    if (oldest === undefined) return;
    pages.delete(oldest[0]);
    held -= oldest[1].body.length;
  };
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
    const body = await c.res.clone().text();
    held += body.length - (pages.get(key)?.body.length ?? 0);
    pages.set(key, { body, type });
    while (pages.size > KEPT || held > characters) forgetOldest();
  };
}
