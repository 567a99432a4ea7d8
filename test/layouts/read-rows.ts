import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readers } from "#ingest/formats/readers.ts";
import { reportOfReading } from "#ingest/formats/report-of-reading.ts";
import { tellFormat } from "#ingest/formats/tell-format.ts";
import { readReport } from "#ingest/read-report.ts";
import type { Layout } from "./layout.ts";
import { type PrintedReport, printReport } from "./print-report.ts";
import type { Facts } from "./report-facts.ts";
import { writeFile } from "./write-file.ts";
import { type TextFormat, writeText } from "./write-text.ts";

/** The ending of a file in each format. */
const ENDINGS: Readonly<Record<Layout["format"], string>> = {
  pipe: "md",
  tab: "txt",
  "cell-lines": "txt",
  stacked: "txt",
  gaps: "txt",
  commas: "txt",
  "html-in-text": "md",
  html: "html",
  docx: "docx",
  pdf: "pdf",
  xlsx: "xlsx",
  xls: "xls",
  csv: "csv",
  ofd: "ofd",
};

/** What became of a made report: what it was to tell, and what it was read as. */
export interface ReadBack {
  readonly printed: PrintedReport;
  /** Null for a report that is not read. */
  readonly document: SourceDocument | null;
  readonly rows: readonly IndicatorRow[];
  readonly problems: readonly string[];
}

/** Writes the report, reads it by the line that reads a file of the corpus (in this process), and gives its rows. */
export async function readBack(facts: Facts, layout: Layout): Promise<ReadBack> {
  const printed = printReport(facts, layout);
  const file = `report.${ENDINGS[layout.format]}`;
  const text = ["md", "txt"].includes(ENDINGS[layout.format]);
  const bytes = text
    ? writeText(printed.pieces, layout.format as TextFormat)
    : await writeFile(printed.pieces, layout.format as Exclude<Layout["format"], TextFormat>);
  const { document, problems } = await readBytes(file, bytes);
  const found = document === null ? { rows: [], problems: [] } : extractIndicators(document);
  return {
    printed,
    document,
    rows: found.rows,
    problems: [...problems, ...found.problems].map(({ code, message }) => `${code}: ${message}`),
  };
}

export async function readBytes(file: string, bytes: Uint8Array) {
  const told = tellFormat(bytes, file);
  if (told.format === null) return { document: null, problems: [{ code: told.code, message: told.message }] };
  if (told.format === "text") return readReport({ file, bytes, metadata: null });
  const load = readers[told.format];
  if (load === undefined) throw new RangeError(`no reader for ${told.format}`);
  const reader = await load();
  return reportOfReading({ file, digest: "", metadata: null }, told.format, await reader(bytes));
}
