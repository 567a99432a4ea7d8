import type { DeskReport } from "#admin/desk-report.ts";
import type { BuildRecord } from "#compose/build/build-record.ts";

/** Each file of the last build with what was read in it; none where there is no record. */
export function deskReports(record: BuildRecord | null): DeskReport[] {
  if (record === null) return [];
  const { documents, report } = record;
  return report.files.map(({ file, format, pages }) => {
    const tables = report.tables.filter((table) => table.file === file);
    const read = documents.filter((document) => document.file === file);
    return {
      file,
      titles: read.map(({ title }) => title),
      documents: read.map(({ id, title }) => ({ id, title })),
      format,
      pages,
      tables: tables.length,
      rowsIn: tables.reduce((sum, { rowsIn }) => sum + rowsIn, 0),
      rowsStored: tables.reduce((sum, { rowsStored }) => sum + rowsStored, 0),
      problems: report.problems
        .filter((problem) => problem.file === file)
        .map(({ severity, code, message }) => ({ severity, code, message })),
    };
  });
}
