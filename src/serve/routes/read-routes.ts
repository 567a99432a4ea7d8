import { Hono } from "hono";
import { clientAddress } from "#serve/guard/client-address.ts";
import { READING_PATHS } from "#serve/reading-app.ts";
import type { Services } from "#serve/services.ts";

/** Headers that what is read depends on; no other crosses into a worker. */
const HEADERS = ["accept", "if-none-match"];

/** Hands requests for pages and data sets to whoever reads the reports. */
export function readRoutes({ read, settings }: Services): Hono {
  const app = new Hono();
  for (const path of READING_PATHS) {
    app.get(path, (c) => {
      const { raw, url } = c.req;
      const headers = HEADERS.flatMap((name): [string, string][] => {
        const value = raw.headers.get(name);
        return value === null ? [] : [[name, value]];
      });
      const client = clientAddress(c, settings.trustedProxies);
      return read(new Request(url, { method: raw.method, headers }), { client, signal: raw.signal });
    });
  }
  return app;
}
