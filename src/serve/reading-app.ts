import { Hono } from "hono";
import type { Library } from "#protocol/library.ts";
import { downloadRoutes } from "./download/download-routes.ts";
import { problemOf } from "./problem.ts";
import { libraryRoutes } from "./routes/library-routes.ts";
import { pageRoutes } from "./routes/page-routes.ts";
import type { ServeSettings } from "./settings.ts";
import { told, toldOf } from "./told.ts";

interface Reading {
  readonly library: Library;
  readonly settings: ServeSettings;
  readonly report?: (error: unknown, where: string) => void;
}

/** The addresses of what is made from the reports. */
export const READING_PATHS = [
  "/api/documents",
  "/api/documents/:id",
  "/api/search",
  "/api/indicators",
  "/documents",
  "/documents/:id",
  "/documents/:id/original",
  "/indicators",
  "/indicators.csv",
  "/indicators.xlsx",
  "/api/suggest",
  "/api/coverage",
] as const;

/**
 * Every page and data set that is made from the reports, as an app that is called with a `Request`. A page of 55,000 rows
 * takes a second to make, so it runs in a worker, never in the process that serves.
 */
export function readingApp({ library, settings, report }: Reading): Hono {
  const app = new Hono();
  app.route("/", libraryRoutes(library));
  app.route("/", downloadRoutes(library));
  app.route("/", pageRoutes(library, settings));
  app.notFound((c) => told(c, problemOf("not_found"), settings));
  app.onError((error, c) => toldOf(error, c, { settings, ...(report === undefined ? {} : { report }) }));
  return app;
}
