import { readFileSync } from "node:fs";
import type { SourceDocument, Table } from "#domain/document.ts";
import { readReport } from "#ingest/read-report.ts";
import type { ReadReport } from "#ingest/report-of-blocks.ts";

/** A file of the corpus read without its metadata, with the problems found. */
export function readCorpusFile(file: string): ReadReport {
  const bytes = readFileSync(new URL(`../../corpus/${file}`, import.meta.url));
  return readReport({ file, bytes, metadata: null });
}

/** A report of the corpus as a document. */
export function readCorpusReport(file: string): SourceDocument {
  const { document } = readCorpusFile(file);
  if (document === null) throw new Error(`${file} was not read`);
  return document;
}

/** Titles of the sections of some levels, in reading order. */
export function titles(document: SourceDocument, levels: readonly number[], kind = "heading"): string[] {
  return document.sections
    .filter((one) => one.kind === kind && levels.includes(one.level))
    .map((one) => one.title);
}

/** Titles right below the section called `title`. */
export function childrenOf(document: SourceDocument, title: string): string[] {
  const parent = document.sections.find((one) => one.title === title);
  return document.sections.filter((one) => one.parent === parent?.id).map((one) => one.title);
}

/** The table counted from 1. */
export function tableOf(document: SourceDocument, number: number): Table {
  const table = document.tables[number - 1];
  if (table === undefined) throw new Error(`no table ${number}`);
  return table;
}

/** The cells of a row, both counted from 1. */
export function cellsOf(document: SourceDocument, table: number, at: number): string[] | undefined {
  return tableOf(document, table).rows[at - 1]?.cells.map((cell) => cell.text);
}
