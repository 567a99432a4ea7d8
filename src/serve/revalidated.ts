import type { Context } from "hono";

/** A copy may be kept, but is asked about each time: a page is as new as the reports. */
export async function revalidated(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  c.header("Cache-Control", "no-cache");
}
