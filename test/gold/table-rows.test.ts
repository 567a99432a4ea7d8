import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { contains } from "#domain/span.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import goldData from "./table-rows.json" with { type: "json" };

/** One printed cell, typed by a reader of the report. */
const goldSchema = z.array(
  z.strictObject({
    document: z.string(),
    table: z.string(),
    row: z.string(),
    name: z.string(),
    kind: z.enum(["target", "actual"]),
    year: z.int(),
    raw: z.string(),
    value: z.string().nullable(),
    unit: z.string().nullable(),
    qualifier: z.string().nullable(),
    attribute: z.enum(["约束性", "预期性"]).nullable(),
    status: z.string().nullable(),
    note: z.string().nullable(),
    /** The table prints no rule for its stars: the attribute may be left out, but must not be the other one. */
    attributeInferred: z.boolean().optional(),
    /** The fact is named by more than one label (row, column, parent row): the name must hold all of these. */
    parts: z.array(z.string()).optional(),
  }),
);
type Gold = z.infer<typeof goldSchema>[number];

const gold = goldSchema.parse(goldData);
const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));
const bare = (text: string) => text.replace(/\s/gu, "");
/** Two qualifiers of one cell may be joined by any mark: 左右（保持全市前列）, 左右、保持全市前列. */
const words = (text: string | null) => (text === null ? null : text.replace(/[\s（）()、，,]/gu, ""));

function names(row: IndicatorRow, cell: Gold): boolean {
  const printed = bare(`${row.name}${row.indicator}`);
  if (cell.parts !== undefined) return cell.parts.every((part) => printed.includes(bare(part)));
  return bare(row.name) === bare(cell.name);
}

/** An indicator row with the printed number of the table it stands in: 表1. */
type TableFact = IndicatorRow & { readonly table: string };

function tableFacts(document: SourceDocument): TableFact[] {
  const rows = extractIndicators(document).rows.filter((row) => row.source === "table");
  return rows.map((row) => {
    const table = document.tables.find((candidate) => contains(candidate.span, row));
    return { ...row, table: /^表\d+/u.exec(bare(table?.caption ?? ""))?.[0] ?? "no table" };
  });
}

function isCell(row: TableFact, cell: Gold): boolean {
  return (
    row.documentId === cell.document &&
    row.table === cell.table &&
    row.kind === cell.kind &&
    row.year === cell.year &&
    bare(row.raw) === bare(cell.raw) &&
    names(row, cell)
  );
}

function facts(row: IndicatorRow) {
  const { value, unit, status, note, attribute } = row;
  return { value, unit, qualifier: words(row.qualifier), attribute, status, note: note && bare(note) };
}

function goldFacts(cell: Gold, row: IndicatorRow | undefined) {
  const { value, unit, status, note } = cell;
  const open = cell.attributeInferred === true && row?.attribute === null;
  const attribute = open ? null : cell.attribute;
  return { value, unit, qualifier: words(cell.qualifier), attribute, status, note: note && bare(note) };
}

describe("the indicator tables of the five reports", () => {
  let rows: TableFact[] = [];
  beforeAll(async () => {
    const { documents } = await readCorpus(corpus);
    rows = documents.flatMap(tableFacts);
  });

  it("are typed as 281 cells", () => {
    expect(gold).toHaveLength(281);
  });

  it.each(gold)("$document $table $name $kind $year", (cell) => {
    const found = rows.filter((row) => isCell(row, cell));
    expect(found, "rows that are this cell").toHaveLength(1);
    const [row] = found;
    expect(row && facts(row)).toEqual(goldFacts(cell, row));
  });

  it("yield no row beyond the printed cells", () => {
    const extra = rows.filter((row) => !gold.some((cell) => isCell(row, cell)));
    expect(
      extra.map((row) => `${row.documentId} ${row.table} ${row.name} ${row.kind} ${row.year} ${row.raw}`),
    ).toEqual([]);
    expect(rows).toHaveLength(gold.length);
  });
});
