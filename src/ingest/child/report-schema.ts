import { z } from "zod";
import { DOCUMENT_KINDS } from "#domain/document-kind.ts";
import { FILE_FORMATS } from "#domain/file-format.ts";

const offset = z.int().nonnegative();
const spanSchema = z.object({ start: offset, end: offset });
const year = z.int();

const sectionSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(["heading", "lead-in", "box", "glossary", "definition", "table", "note"]),
  level: z.int(),
  title: z.string(),
  heading: spanSchema,
  span: spanSchema,
});

const tableSchema = z.object({
  id: z.string(),
  caption: z.string().nullable(),
  section: z.string().nullable(),
  span: spanSchema,
  columns: z.array(z.object({ levels: z.array(z.string()), title: z.string() })),
  sheetColumns: z.array(z.int().nullable()).exactOptional(),
  header: spanSchema.nullable(),
  rows: z.array(
    z.object({
      span: spanSchema,
      cells: z.array(spanSchema.extend({ text: z.string() })),
      parent: z.int().nullable(),
      indent: z.int().positive().exactOptional(),
    }),
  ),
  notes: z.array(spanSchema),
  unit: z.string().nullable(),
});

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  region: z.string().nullable(),
  parents: z.array(z.string()).exactOptional(),
  years: z.array(year),
  reviewYear: year.nullable(),
  planYear: year.nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  issuer: z.string().nullable(),
  published: z.string().nullable(),
  file: z.string(),
  sourceName: z.string(),
  url: z.string().exactOptional(),
  digest: z.string(),
  original: z.object({ format: z.enum(FILE_FORMATS), pages: z.int().nullable() }),
  text: z.string(),
  sections: z.array(sectionSchema),
  tables: z.array(tableSchema),
  places: z.array(
    spanSchema.extend({
      page: z.int().nullable(),
      sheet: z.string().nullable(),
      row: z.int().nullable(),
    }),
  ),
});

/** What a child that reads a whole report hands back. */
export const readReportSchema = z.object({
  document: documentSchema.nullable(),
  problems: z.array(
    z.object({
      file: z.string(),
      severity: z.enum(["error", "warning"]),
      code: z.string(),
      message: z.string(),
      line: z.int().nullable(),
    }),
  ),
  tableCounts: z.array(
    z.object({ file: z.string(), table: z.string(), rowsIn: z.int(), rowsStored: z.int() }),
  ),
});
