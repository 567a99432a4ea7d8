import Database from "better-sqlite3";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import type { IndexContent } from "./index-content.ts";
import { writeColumns } from "./stored-columns.ts";

/**
 * Positions are the order of the content, from 0; they tie chunks to postings and vectors. What is only read back
 * is kept as JSON: reading a row as one text is six times as fast as reading it column by column.
 */
const SCHEMA = `
CREATE TABLE documents (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, metadata TEXT NOT NULL, body TEXT NOT NULL,
  chars INTEGER NOT NULL, sections INTEGER NOT NULL);
CREATE TABLE chunks (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL,
  digest TEXT NOT NULL, chunk TEXT NOT NULL);
CREATE TABLE indicators (position INTEGER PRIMARY KEY, id TEXT NOT NULL, documentId TEXT NOT NULL, region TEXT,
  scope TEXT NOT NULL, year INTEGER NOT NULL, period TEXT NOT NULL, indicator TEXT NOT NULL, kind TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE revisions (position INTEGER PRIMARY KEY, figure TEXT NOT NULL);
CREATE TABLE indicatorColumns (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE indicatorGroups (indicator TEXT NOT NULL, region TEXT, year INTEGER NOT NULL, kind TEXT NOT NULL, rows INTEGER NOT NULL);
`;

/** After the rows, so that they are written in order; then the counts a good query plan needs. */
const INDEXES = `
CREATE INDEX byIndicator ON indicators (indicator, region, year, kind);
CREATE INDEX byRegion ON indicators (region, year);
CREATE INDEX byYear ON indicators (year);
CREATE INDEX byDocument ON indicators (documentId);
CREATE INDEX byId ON indicators (id);
INSERT INTO indicatorGroups SELECT indicator, region, year, kind, count(*) FROM indicators
  GROUP BY indicator, region, year, kind ORDER BY indicator, region, year, kind;
CREATE INDEX groupByIndicator ON indicatorGroups (indicator, region, year);
CREATE INDEX groupByRegion ON indicatorGroups (region, year);
ANALYZE;
`;

/**
 * Writes the SQLite file of an index. Equal content gives equal bytes.
 * @param digests of the words of each chunk
 */
export function writeDatabase(path: string, content: IndexContent, digests: readonly string[]): void {
  const database = new Database(path);
  try {
    // The file is published by rename after a sync of its own: a journal would only slow the build.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    database.exec(SCHEMA);
    database.transaction(() => {
      insertDocuments(database, content.documents);
      insertChunks(database, content, digests);
      insertIndicators(database, content.indicators);
      insertRevisions(database, content.revisions ?? []);
      writeColumns(database, content.indicators);
      database.exec(INDEXES);
    })();
  } finally {
    database.close();
  }
}

/** Opens the SQLite file of an index for reading only. */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma("query_only = ON");
  database.pragma("mmap_size = 1073741824");
  database.pragma("cache_size = -16384");
  return database;
}

function insertDocuments(database: Database.Database, documents: readonly SourceDocument[]): void {
  const insert = database.prepare("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)");
  for (const [position, { text, sections, tables, ...metadata }] of documents.entries()) {
    const body = JSON.stringify({ text, sections, tables });
    insert.run(position, metadata.id, JSON.stringify(metadata), body, text.length, sections.length);
  }
}

function insertChunks(database: Database.Database, content: IndexContent, digests: readonly string[]): void {
  const insert = database.prepare("INSERT INTO chunks VALUES (?, ?, ?, ?, ?)");
  const owners = new Map(content.documents.map((document, position) => [document.id, position]));
  for (const [position, chunk] of content.chunks.entries()) {
    insert.run(position, chunk.id, owners.get(chunk.documentId), digests[position], JSON.stringify(chunk));
  }
}

function insertIndicators(database: Database.Database, rows: readonly IndicatorRow[]): void {
  const insert = database.prepare("INSERT INTO indicators VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const [position, row] of rows.entries()) {
    const { id, documentId, region, scope, year, period, indicator, kind } = row;
    const columns = [id, documentId, region, scope, year, period, indicator, kind];
    insert.run(position, ...columns, JSON.stringify(row));
  }
}

function insertRevisions(database: Database.Database, figures: readonly RevisedFigure[]): void {
  const insert = database.prepare("INSERT INTO revisions VALUES (?, ?)");
  for (const [position, figure] of figures.entries()) insert.run(position, JSON.stringify(figure));
}
