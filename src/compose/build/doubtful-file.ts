import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type DoubtfulFigure, doubtfulFigureSchema } from "#admin/figures.ts";
import { type IndicatorRow, KIND_WORDS } from "#domain/indicator.ts";
import { type Doubt, doubtfulRows } from "#indicators/doubtful.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

/** Figures of each doubt that are kept for whoever looks at them; what is beyond is only counted. */
const LISTED = 100;

const fileSchema = z.object({
  counts: z.record(z.string(), z.int()),
  figures: z.array(doubtfulFigureSchema),
});
export type DoubtfulFile = z.infer<typeof fileSchema>;

const file = (indexDirectory: string) => path.join(indexDirectory, "doubtful.json");

/** Keeps beside the index which figures somebody should look at; those that an editor has looked at are left out. */
export async function writeDoubtful(
  indexDirectory: string,
  rows: readonly IndicatorRow[],
  looked: ReadonlySet<string>,
): Promise<void> {
  const doubts = doubtfulRows(rows).filter(({ row }) => !looked.has(row.id));
  const counts: Record<string, number> = {};
  const figures = doubts.flatMap((doubt) => {
    const before = counts[doubt.reason] ?? 0;
    counts[doubt.reason] = before + 1;
    return before < LISTED ? [figureOf(doubt)] : [];
  });
  const beside = `${file(indexDirectory)}.${process.pid}`;
  await writeFile(beside, JSON.stringify({ counts, figures }));
  await rename(beside, file(indexDirectory));
}

/** What the last build found doubtful; nothing where there is no such file. */
export async function readDoubtful(indexDirectory: string): Promise<DoubtfulFile> {
  const text = await readFile(file(indexDirectory), "utf8").catch(() => "null");
  const parsed = fileSchema.nullable().safeParse(JSON.parse(text));
  return (parsed.success ? parsed.data : null) ?? { counts: {}, figures: [] };
}

function figureOf({ reason, row, other }: Doubt): DoubtfulFigure {
  const { id, documentId, start, end, region, year, indicator, kind, raw } = row;
  return {
    ...{ doubt: reason, row: id, documentId, start, end, region, year, indicator },
    kind: KIND_WORDS[kind],
    printed: raw,
    told: printedValue(row),
    against: other === null ? null : `${other.year}年${KIND_WORDS[other.kind]}${printedValue(other)}`,
  };
}
