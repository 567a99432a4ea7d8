import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { etag } from "hono/etag";

const FILES = {
  "base.css": "text/css; charset=utf-8",
  "frame.css": "text/css; charset=utf-8",
  "report.css": "text/css; charset=utf-8",
  "data.css": "text/css; charset=utf-8",
  "home.css": "text/css; charset=utf-8",
  "reader.js": "text/javascript; charset=utf-8",
  "data.js": "text/javascript; charset=utf-8",
  "seal.svg": "image/svg+xml",
} as const;

/** The style sheets and the seal of our own pages, read once. */
export function assetRoutes(): Hono {
  const app = new Hono();
  app.use("/assets/*", etag());
  for (const [name, type] of Object.entries(FILES)) {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
    app.get(`/assets/${name}`, (c) =>
      c.body(body, 200, { "Content-Type": type, "Cache-Control": "no-cache" }),
    );
  }
  return app;
}
