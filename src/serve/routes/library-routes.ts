import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import {
  type IndicatorQuery,
  type IndicatorRecord,
  indicatorRecordSchema,
  type Library,
} from "#protocol/library.ts";
import {
  type IndicatorParameters,
  indicatorParametersSchema,
  parametersOf,
  searchParametersSchema,
  suggestParametersSchema,
} from "#protocol/query-string.ts";
import { csvOf } from "#serve/download/csv.ts";
import { coverageOf } from "#serve/pages/coverage-line.ts";
import { revisionWords } from "#serve/pages/revision-words.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";

/** Names offered while one types. */
const SUGGESTED = 12;
const COLUMNS = indicatorRecordSchema.omit({ revision: true }).keyof().options;

/** What can be read besides asking: documents, passages, indicators. */
export function libraryRoutes(library: Library): Hono {
  const app = new Hono();
  app.use("/api/documents", etag());
  app.use("/api/documents/*", etag());
  app.get("/api/documents", (c) => cached(c).json(library.documents()));
  app.get("/api/documents/:id", (c) => {
    const document = library.document(c.req.param("id"));
    if (document === null) throw new ProblemError("document_not_found");
    return cached(c).json(document);
  });
  app.get("/api/search", async (c) => {
    const { q, limit } = parse(searchParametersSchema, parametersOf(new URL(c.req.url)));
    return c.json(await library.search(q, limit));
  });
  app.get("/api/coverage", (c) => cached(c).json(coverageOf(library.documents())));
  app.get("/api/suggest", (c) => {
    const { field, q } = parse(suggestParametersSchema, parametersOf(new URL(c.req.url)));
    return cached(c).json(library.suggestions(field, q, SUGGESTED));
  });
  app.get("/api/indicators", (c) => {
    const url = new URL(c.req.url);
    const parameters = parse(indicatorParametersSchema, parametersOf(url));
    const rows = library.indicators(indicatorQueryOf(parameters));
    if (rows.length === parameters.limit) c.header("Link", `<${nextPage(url, parameters)}>; rel="next"`);
    return parameters.format === "csv" ? csvResponse(c, rows) : c.json(rows);
  });
  return app;
}

/** The filter a query string stands for. */
export function indicatorQueryOf(parameters: Omit<IndicatorParameters, "format">): IndicatorQuery {
  return {
    regions: parameters.region,
    years: parameters.year,
    indicators: parameters.indicator,
    kinds: parameters.kind,
    documents: parameters.document,
    limit: parameters.limit,
    offset: parameters.offset,
  };
}

function cached(c: Context): Context {
  c.header("Cache-Control", "no-cache");
  return c;
}

function nextPage(url: URL, { limit, offset }: IndicatorParameters): string {
  const next = new URL(url);
  next.searchParams.set("offset", String(offset + limit));
  return `${next.pathname}${next.search}`;
}

function csvResponse(c: Context, rows: readonly IndicatorRecord[]): Response {
  const csv = csvOf(
    [...COLUMNS, "revision"],
    rows.map((row) => [...COLUMNS.map((column) => row[column]), revisionWords(row)]),
  );
  return c.body(csv, 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="indicators.csv"',
  });
}
