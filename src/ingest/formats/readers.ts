import type { FileFormat } from "#domain/file-format.ts";
import type { FormatReader } from "./file-reading.ts";

/** The reader of each format, loaded when a file of it is met; plain text is read without one. */
export const readers: Readonly<Partial<Record<FileFormat, () => Promise<FormatReader>>>> = {
  docx: async () => (await import("./word/read-docx.ts")).readDocx,
  doc: async () => (await import("./office/read-office.ts")).readOffice,
  rtf: async () => (await import("./office/read-office.ts")).readOffice,
  odt: async () => (await import("./office/read-office.ts")).readOffice,
  html: async () => (await import("./html/read-html.ts")).readHtml,
  ofd: async () => (await import("./ofd/read-ofd.ts")).readOfd,
  pdf: async () => (await import("./pdf/read-pdf.ts")).readPdf,
  xlsx: async () => (await import("./sheets/read-sheets.ts")).readSheets,
  xls: async () => (await import("./sheets/read-sheets.ts")).readSheets,
  ods: async () => (await import("./sheets/read-sheets.ts")).readSheets,
  csv: async () => (await import("./sheets/read-sheets.ts")).readCsv,
};
