import { z } from "zod";
import { kindSchema } from "./figure.ts";

/** Rows of `GET /api/indicators` when no limit is given. */
export const DEFAULT_ROWS = 10_000;
export const MAX_ROWS = 100_000;
export const MAX_HITS = 100;

/** Each parameter with all its values; an empty one (`region=`) counts as absent. */
export function parametersOf(url: URL): Record<string, string[]> {
  const names = new Set(url.searchParams.keys());
  const entries = [...names].map((name): [string, string[]] => {
    const values = url.searchParams.getAll(name).map((value) => value.trim());
    return [name, values.filter((value) => value !== "")];
  });
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

const names = z.array(z.string().max(200)).max(200).default([]);
const years = z.array(wholeNumber(1900, 2100)).max(200).default([]);
const kinds = z.array(kindSchema).default([]);

/** The parameters of `GET /api/indicators`; an unknown one is refused, since ignoring it would answer another question. */
export const indicatorParametersSchema = z.strictObject({
  region: names,
  year: years,
  indicator: names,
  kind: kinds,
  document: names,
  limit: once(wholeNumber(1, MAX_ROWS)).default(DEFAULT_ROWS),
  offset: once(wholeNumber(0, 1_000_000_000)).default(0),
  format: once(z.enum(["json", "csv"])).default("json"),
});

/** The parameters of `GET /api/search`. */
export const searchParametersSchema = z.strictObject({
  q: once(z.string().max(2000)),
  limit: once(wholeNumber(1, MAX_HITS)).default(10),
});

/** The parameters of the data page: the filters, the order and the page. */
export const dataPageParametersSchema = z.object({
  region: names,
  year: years,
  indicator: names,
  kind: kinds,
  document: names,
  sort: once(z.enum(["region", "year", "indicator", "kind", "value"])).default("region"),
  order: once(z.enum(["asc", "desc"])).default("asc"),
  page: once(wholeNumber(1, 1_000_000)).default(1),
});

/** `GET /api/suggest`: names of a column for what has been typed so far. */
export const suggestParametersSchema = z.strictObject({
  field: once(z.enum(["region", "indicator"])),
  q: once(z.string().max(100)),
});

/** The parameters of the list of reports. */
export const documentsPageParametersSchema = z.object({
  q: once(z.string().max(200)).default(""),
  region: names,
  year: years,
  kind: names,
  format: names,
  page: once(wholeNumber(1, 1_000_000)).default(1),
});

/** `GET /documents/{id}`: the span to show. */
export const viewerParametersSchema = z.object({
  start: once(wholeNumber(0, 1_000_000_000)).optional(),
  end: once(wholeNumber(0, 1_000_000_000)).optional(),
});

const flag = z.enum(["true", "false"]).transform((word) => word === "true");

/** `POST /api/admin/reports`: the name of the file in the body, and what is to be done with it. */
export const uploadParametersSchema = z.strictObject({
  name: once(z.string().min(1).max(200)),
  dryRun: once(flag).default(false),
  replace: once(flag).default(false),
});

export type IndicatorParameters = z.infer<typeof indicatorParametersSchema>;
export type DocumentsPageParameters = z.infer<typeof documentsPageParametersSchema>;
export type DataPageParameters = z.infer<typeof dataPageParametersSchema>;

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, { error: "应为整数 a whole number is expected", abort: true })
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}

function once<Schema extends z.ZodType<unknown, string>>(schema: Schema) {
  return z
    .tuple([z.string()], { error: "应当且只能给出一次 must be given exactly once" })
    .transform(([only]) => only)
    .pipe(schema);
}
