export const FILE_FORMATS = [
  "text",
  "html",
  "pdf",
  "docx",
  "doc",
  "rtf",
  "odt",
  "ofd",
  "xlsx",
  "xls",
  "ods",
  "csv",
] as const;

/** What a report's file is by its content: `xls` is also .et, `doc` also .wps, `text` also Markdown. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a file is called on the wire (RFC 6838). */
export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  text: "text/plain; charset=utf-8",
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  rtf: "application/rtf",
  odt: "application/vnd.oasis.opendocument.text",
  ofd: "application/ofd",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xls: "application/vnd.ms-excel",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
};
