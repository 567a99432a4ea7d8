import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { Library } from "#protocol/library.ts";
import {
  dataPageParametersSchema,
  documentsPageParametersSchema,
  parametersOf,
  viewerParametersSchema,
} from "#protocol/query-string.ts";
import { originalResponse } from "#serve/original-response.ts";
import { documentPage } from "#serve/pages/document-page.ts";
import { documentsPage } from "#serve/pages/documents-page.ts";
import { indicatorsPage } from "#serve/pages/indicators-page.ts";
import { rememberedPages } from "#serve/pages/remembered-pages.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";
import { revalidated } from "#serve/revalidated.ts";
import type { ServeSettings } from "#serve/settings.ts";

/** What people read in a browser: the reports and the data. */
export function pageRoutes(library: Library, settings: ServeSettings): Hono {
  const app = new Hono();
  for (const path of ["/documents", "/documents/*", "/indicators"]) app.use(path, etag(), revalidated);
  const remembered = rememberedPages();
  app.get("/documents", remembered, (c) => {
    const parameters = parse(documentsPageParametersSchema, parametersOf(new URL(c.req.url)));
    return c.html(documentsPage(settings, library.documents(), parameters));
  });
  app.get("/documents/:id", (c) => {
    const document = library.document(c.req.param("id"));
    if (document === null) throw new ProblemError("document_not_found");
    return c.html(documentPage(settings, document, askedSpan(c)));
  });
  app.get("/documents/:id/original", async (c) => {
    const original = await library.original(c.req.param("id"));
    if (original === null) throw new ProblemError("original_not_found");
    return originalResponse(original);
  });
  app.get("/indicators", remembered, (c) => {
    const parameters = parse(dataPageParametersSchema, parametersOf(new URL(c.req.url)));
    return c.html(indicatorsPage(settings, library, parameters));
  });
  return app;
}

function askedSpan(c: Context): { start: number; end: number } | null {
  const { start, end } = parse(viewerParametersSchema, parametersOf(new URL(c.req.url)));
  return start === undefined || end === undefined ? null : { start, end };
}
