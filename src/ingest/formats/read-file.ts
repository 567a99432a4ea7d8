import { readReport } from "#ingest/read-report.ts";
import { type ReadReport, type ReportFile, unread } from "#ingest/report-of-blocks.ts";
import { readers } from "./readers.ts";
import { reportOfReading } from "./report-of-reading.ts";
import { tellFormat } from "./tell-format.ts";

/** Any file of the corpus as a document: its format told by its content, then read by the reader of that format. */
export async function readFile(report: ReportFile): Promise<ReadReport> {
  const told = tellFormat(report.bytes, report.file);
  if (told.format === null) return unread(report.file, told.code, told.message);
  if (told.format === "text") return readReport(report);
  const load = readers[told.format];
  if (load === undefined) {
    const message = `${told.format} files are not read; save it as .docx, .pdf, .xlsx or .txt`;
    return unread(report.file, "unread_format", message);
  }
  const reader = await load();
  return reportOfReading(report, told.format, await reader(report.bytes));
}
