import type { FormatReader } from "#ingest/formats/file-reading.ts";

/** The readers whose real files have facts written down, by the ending of the file's name; each loaded when it is needed. */
export const readers: Readonly<Record<string, () => Promise<FormatReader>>> = {
  pdf: async () => (await import("#ingest/formats/pdf/read-pdf.ts")).readPdf,
  html: async () => (await import("#ingest/formats/html/read-html.ts")).readHtml,
  docx: async () => (await import("#ingest/formats/word/read-docx.ts")).readDocx,
  xlsx: async () => (await import("#ingest/formats/sheets/read-sheets.ts")).readSheets,
  xls: async () => (await import("#ingest/formats/sheets/read-sheets.ts")).readSheets,
};
