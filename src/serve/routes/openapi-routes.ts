import { Hono } from "hono";
import { etag } from "hono/etag";
import { openApiDocument } from "#openapi/document.ts";
import { developersPage } from "#serve/pages/developers-page.ts";
import { revalidated } from "#serve/revalidated.ts";
import type { ServeSettings } from "#serve/settings.ts";

/** `GET /openapi.json`, and the same for people. */
export function openApiRoutes(settings: ServeSettings): Hono {
  const app = new Hono();
  const document = JSON.stringify(openApiDocument(settings.siteName));
  app.use("/openapi.json", etag(), revalidated);
  app.get("/openapi.json", (c) => c.body(document, 200, { "Content-Type": "application/json" }));
  app.get("/developers", (c) => c.html(developersPage(settings)));
  return app;
}
