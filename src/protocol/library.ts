import { z } from "zod";
import { type Kind, kindSchema, periodSchema, revisionOnWireSchema, scopeSchema } from "./figure.ts";
import { MAX_ROWS } from "./query-string.ts";

export const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  region: z.string().nullable(),
  years: z.array(z.int()),
  kind: z.string(),
  issuer: z.string().nullable(),
  published: z.string().nullable(),
  sourceName: z.string(),
  /** What the original file is: `pdf`, `xlsx`, `text` … */
  format: z.string(),
  /** Address of the original file. */
  original: z.string(),
  /** Address at which the issuer published it, where that is known. */
  url: z.string().exactOptional(),
  /** Number of its pages, where it has them. */
  pages: z.int().nullable(),
  chars: z.int(),
  sections: z.int(),
  indicators: z.int(),
});

const spanSchema = z.object({ start: z.int(), end: z.int() });

export const sectionSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  kind: z.string(),
  level: z.int(),
  title: z.string(),
  heading: spanSchema,
  span: spanSchema,
});

export const tableSchema = z.object({
  id: z.string(),
  caption: z.string().nullable(),
  section: z.string().nullable(),
  span: spanSchema,
  columns: z.array(z.object({ levels: z.array(z.string()), title: z.string() })),
  /** For each column its number in its sheet, from 1; left out where the original has no sheets. */
  sheetColumns: z.array(z.int().nullable()).exactOptional(),
  header: spanSchema.nullable(),
  rows: z.array(
    z.object({
      span: spanSchema,
      cells: z.array(spanSchema.extend({ text: z.string() })),
      parent: z.int().nullable(),
    }),
  ),
  notes: z.array(spanSchema),
  unit: z.string().nullable(),
});

/** `GET /api/documents/{id}`. */
export const documentDetailSchema = documentSummarySchema.extend({
  text: z.string(),
  sectionTree: z.array(sectionSchema),
  tables: z.array(tableSchema),
  /** Where stretches of the text stand in the original, ascending; empty for plain text. */
  places: z.array(
    spanSchema.extend({ page: z.int().nullable(), sheet: z.string().nullable(), row: z.int().nullable() }),
  ),
});

/** One result of `GET /api/search`. */
export const searchHitSchema = z.object({
  documentId: z.string(),
  title: z.string(),
  section: z.array(z.string()),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  score: z.number(),
});

/** One row of `GET /api/indicators`. */
export const indicatorRecordSchema = z.object({
  id: z.string(),
  region: z.string().nullable(),
  year: z.int(),
  indicator: z.string(),
  name: z.string(),
  kind: kindSchema,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  raw: z.string(),
  qualifier: z.string().nullable(),
  attribute: z.string().nullable(),
  status: z.string().nullable(),
  note: z.string().nullable(),
  source: z.enum(["table", "sentence"]),
  confidence: z.number(),
  documentId: z.string(),
  start: z.int(),
  end: z.int(),
  period: periodSchema,
  scope: scopeSchema,
  /** Left out where no editor looked at it. */
  revision: revisionOnWireSchema.exactOptional(),
});

/** `GET /api/coverage`: regions with their years, those with most reports first, and the kinds of papers. */
export const coverageSchema = z.object({
  documents: z.int(),
  regions: z.array(z.object({ region: z.string(), years: z.array(z.int()) })),
  kinds: z.array(z.string()),
});

export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export type DocumentDetail = z.infer<typeof documentDetailSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type SearchHit = z.infer<typeof searchHitSchema>;
export type IndicatorRecord = z.infer<typeof indicatorRecordSchema>;

/** Query of `GET /api/indicators` after parsing; `indicators` are names or aliases as typed. */
export interface IndicatorQuery {
  readonly regions: readonly string[];
  readonly years: readonly number[];
  readonly indicators: readonly string[];
  readonly kinds: readonly Kind[];
  readonly documents: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

/** Nothing narrowed: as many rows as one answer may hold. */
export const EVERY_ROW: IndicatorQuery = {
  regions: [],
  years: [],
  indicators: [],
  kinds: [],
  documents: [],
  limit: MAX_ROWS,
  offset: 0,
};

/** The columns that rows can be narrowed by, and by which they can stand in order. */
export type IndicatorColumn = "region" | "indicator" | "document" | "year" | "kind";
export type IndicatorSort = "region" | "year" | "indicator" | "kind" | "value";

/** One page of the rows that pass, in the reader's order. */
export interface IndicatorPageQuery extends IndicatorQuery {
  readonly sort: IndicatorSort;
  readonly order: "asc" | "desc";
}

/** A value of a column, and how many rows have it. */
export interface Facet {
  readonly value: string;
  readonly rows: number;
}

export interface IndicatorPage {
  readonly rows: readonly IndicatorRecord[];
  /** How many rows pass, on whatever page. */
  readonly total: number;
  /** For each column the most frequent values among the rows that pass all filters but its own. */
  readonly facets: Readonly<Record<IndicatorColumn, readonly Facet[]>>;
}

/** A file as a report was read from it. */
export interface OriginalFile {
  readonly bytes: Uint8Array;
  /** SHA-256, hex. */
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Everything the server can read besides asking; handed to `serve` by the composition. */
export interface Library {
  documents(): readonly DocumentSummary[];
  document(id: string): DocumentDetail | null;
  /** Null when there is no such report, or its file is gone or no longer the one it was read from. */
  original(id: string): Promise<OriginalFile | null>;
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  indicators(query: IndicatorQuery): readonly IndicatorRecord[];
  indicatorPage(query: IndicatorPageQuery): IndicatorPage;
  /** All rows that pass, in the reader's order, some at a time; limit and offset do not count. */
  indicatorBatches(query: IndicatorPageQuery): Iterable<readonly IndicatorRecord[]>;
  /** Held names of a column that contain what is written, or that it stands for; those that begin with it first. */
  suggestions(column: "region" | "indicator", written: string, limit: number): readonly string[];
}
