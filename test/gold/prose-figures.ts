import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Span } from "#domain/span.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import data from "./prose-figures.json" with { type: "json" };

const figureSchema = z.strictObject({
  document: z.string(),
  /** Words of the report around the figure, typed by a reader. */
  quote: z.string(),
  indicator: z.string(),
  kind: z.enum(["target", "actual"]),
  year: z.int(),
  region: z.string().nullable(),
  value: z.string(),
  unit: z.string().nullable(),
  qualifier: z.string().nullable(),
});

const negativeSchema = z.strictObject({
  document: z.string(),
  quote: z.string(),
  value: z.string(),
  unit: z.string().nullable(),
  why: z.string(),
});

/** Figures of the five reports' prose, and numbers in it that are no indicator of the district. */
export const gold = z
  .strictObject({ figures: z.array(figureSchema), negatives: z.array(negativeSchema) })
  .parse(data);
export type GoldFigure = z.infer<typeof figureSchema>;

/** Where words typed by a reader stand in the text, white space aside; null where they don't. */
export function quoted(document: SourceDocument, quote: string): Span | null {
  const pattern = [...quote.replace(/\s/gu, "")]
    .map((character) => character.replace(/[\\^$.*+?()[\]{}|]/u, "\\$&"))
    .join("\\s*");
  const match = new RegExp(pattern, "u").exec(document.text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

const plain = (name: string) =>
  canonicalName(name)
    .indicator.replace(/增长$|下降$/u, "增速")
    .replace(/[（(][^）)]*[）)]|[“”]/gu, "");

/** True when the row names the figure's indicator: in the catalogue, or as printed, with or without the verb. */
export function sameName(row: IndicatorRow, name: string): boolean {
  const wanted = plain(name);
  const verb = row.name.endsWith(name) ? row.name.slice(0, -name.length) : "";
  if (/^(?!新)[\p{Script=Han}]{2}$/u.test(verb)) return true;
  return [row.indicator, row.name].some((own) => plain(own) === wanted);
}

/** True when the row tells the figure: the same place, value, unit, year, kind and region. */
export function tells(row: IndicatorRow, figure: GoldFigure, place: Span): boolean {
  return (
    row.documentId === figure.document &&
    row.start >= place.start &&
    row.end <= place.end + 2 &&
    row.value === figure.value &&
    row.unit === figure.unit &&
    row.year === figure.year &&
    row.kind === figure.kind &&
    row.region === figure.region
  );
}
