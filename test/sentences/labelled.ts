import { readFileSync } from "node:fs";
import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { sentenceRows } from "#indicators/sentences/sentence-rows.ts";
import { sentences } from "#text/sentences.ts";

/** A figure that a reader found in the sentence. `may`: right when read, no fault when left out. */
const labelSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(["target", "actual"]),
  year: z.int(),
  value: z.string(),
  unit: z.string(),
  may: z.boolean().optional(),
});

/** A sentence of a report, by file and first words, with what a reader found in it. */
const labelledSchema = z.strictObject({
  document: z.string(),
  opening: z.string(),
  rows: z.array(labelSchema),
});

export type Label = z.infer<typeof labelSchema>;
export type Labelled = z.infer<typeof labelledSchema>;

export function readLabels(file: string): Labelled[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => labelledSchema.parse(JSON.parse(line)));
}

/** How the rows read from one sentence agree with its labels. */
export interface Agreement {
  readonly right: number;
  readonly wrong: readonly IndicatorRow[];
  readonly missed: readonly Label[];
}

const growth = (name: string) => canonicalName(name).indicator.replace(/增长$|下降$/u, "增速");

const isPrinted = (row: IndicatorRow) => canonicalName(row.indicator).concept === null;

/** Names outside the catalogue agree when one holds the other: 建成乡镇文化站, 乡镇文化站. */
function alike(printed: string, name: string): boolean {
  const short = printed.length < name.length ? printed : name;
  return short.length >= 4 && (printed.includes(name) || name.includes(printed));
}

function agrees(row: IndicatorRow, label: Label, document: SourceDocument): boolean {
  const name = growth(label.name);
  return (
    row.value === label.value &&
    row.unit === label.unit &&
    // The labels tell what is expected (预计) from what was reached in no case.
    (row.kind === label.kind || (row.kind === "estimate" && label.kind === "actual")) &&
    row.year === label.year &&
    row.region === document.region &&
    (row.indicator === name || growth(row.name) === name || (isPrinted(row) && alike(growth(row.name), name)))
  );
}

/** Reads the labelled sentence of `document` and compares; null when the sentence is not found. */
export function agreement(document: SourceDocument, labelled: Labelled): Agreement | null {
  const bare = (text: string) => text.replace(/\s/gu, "");
  const opening = bare(labelled.opening);
  const span = sentences(document.text).find(({ start, end }) =>
    bare(document.text.slice(start, end)).startsWith(opening),
  );
  if (span === undefined) return null;
  // What is told of several years together is of no year, and the labels tell of years.
  const rows = sentenceRows(document).filter(
    (row) => row.context.start === span.start && !/^\d{4}\/\d{4}$/u.test(row.period),
  );
  const open = [...labelled.rows];
  const wrong: IndicatorRow[] = [];
  for (const row of rows) {
    const at = open.findIndex((label) => agrees(row, label, document));
    if (at < 0) wrong.push(row);
    else open.splice(at, 1);
  }
  return { right: rows.length - wrong.length, wrong, missed: open.filter((label) => label.may !== true) };
}
