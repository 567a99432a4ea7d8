import { createHash } from "node:crypto";
import { readers } from "#ingest/formats/readers.ts";
import { reportOfReading } from "#ingest/formats/report-of-reading.ts";
import { tellFormat } from "#ingest/formats/tell-format.ts";
import { readReport } from "#ingest/read-report.ts";
import { type ReadReport, unread } from "#ingest/report-of-blocks.ts";

/** A file of any format as a document, read in this process. The names of the labelled reports tell everything: text has none. */
export async function readAny(file: string, bytes: Uint8Array): Promise<ReadReport> {
  const told = tellFormat(bytes, file);
  if (told.format === null) return unread(file, told.code, told.message);
  if (told.format === "text") return readReport({ file: "untold.txt", bytes, metadata: null });
  const reader = await readers[told.format]?.();
  if (reader === undefined) return unread(file, "unread_format", `${told.format} is not read here`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return reportOfReading({ file, digest, metadata: null }, told.format, await reader(bytes));
}
