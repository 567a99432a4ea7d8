import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readReport } from "#ingest/read-report.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** name, kind, year, value, unit, qualifier, and what else the cell's row prints. */
const expectedRow = z.tuple([
  z.string(),
  z.enum(["target", "actual", "estimate", "unknown"]),
  z.int(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z
    .strictObject({
      attribute: z.string(),
      status: z.string(),
      note: z.string(),
      indicator: z.string(),
      printedKind: z.string(),
      region: z.string(),
      /** True for a figure of the region above the report's own. */
      otherRegion: z.boolean(),
    })
    .partial()
    .default({}),
]);
const expectedFile = z.strictObject({ about: z.string(), rows: z.array(expectedRow) });
type Expected = z.infer<typeof expectedRow>;

const bare = (text: string) => text.replace(/\*\*|\s/g, "").replace(/\\\*/g, "*");

/** The row in the form of the expectation, holding only what the expectation speaks of. */
function shown(row: IndicatorRow, expected: Expected | undefined, document: SourceDocument) {
  const more = expected?.[6] ?? {};
  const facts = [bare(row.name), row.kind, row.year, row.value, row.unit, row.qualifier];
  return {
    facts,
    attribute: row.attribute ?? undefined,
    status: row.status ?? undefined,
    note: row.note ?? undefined,
    indicator: more.indicator === undefined ? undefined : row.indicator,
    printedKind: more.printedKind === undefined ? undefined : row.printedKind,
    region: more.region === undefined ? undefined : row.region,
    otherRegion: more.otherRegion === undefined ? undefined : row.region !== document.region,
  };
}

function wanted(expected: Expected) {
  const [name, kind, year, value, unit, qualifier, more] = expected;
  const nothing = { attribute: undefined, status: undefined, note: undefined, indicator: undefined };
  return {
    facts: [bare(name), kind, year, value, unit, qualifier],
    ...nothing,
    printedKind: undefined,
    region: undefined,
    otherRegion: undefined,
    ...more,
  };
}

const files = readdirSync(folder).filter((file) => /\.(?:md|txt)$/.test(file));

describe("tables of many shapes", () => {
  it("are at least 25", () => {
    expect(files.length).toBeGreaterThanOrEqual(25);
  });

  it.each(files)("%s", (file) => {
    const expected = expectedFile.parse(
      JSON.parse(readFileSync(folder + file.replace(/\.\w+$/, ".json"), "utf8")),
    );
    const { document } = readReport({ file, bytes: readFileSync(folder + file), metadata: null });
    if (document === null) throw new Error("not readable");
    const rows = extractIndicators(document).rows.filter((row) => row.source === "table");
    expect(rows.map((row, at) => shown(row, expected.rows[at], document))).toEqual(expected.rows.map(wanted));
    for (const row of rows) expect(document.text.slice(row.start, row.end)).toBe(row.raw);
  });
});
