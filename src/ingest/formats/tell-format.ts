import type { FileFormat } from "#domain/file-format.ts";
import { isArchive } from "./html/web-archive.ts";
import { zipEntryNames } from "./zip-directory.ts";

/** What a file is, or why it is none that is read here and what to do about it. */
export type ToldFormat =
  | { readonly format: FileFormat }
  | { readonly format: null; readonly code: string; readonly message: string };

/**
 * Endings of files that somebody may have meant as a report. Others (pictures, programs) are named as well, but their bytes
 * are not looked at.
 */
export const REPORT_ENDING =
  /\.(?:txt|text|md|markdown|html?|xhtml|shtml|mht|mhtml|pdf|docx?|docm|dotx?|wps|wpt|rtf|odt|ofd|xlsx?|xlsm|xlsb|xltx?|et|ett|ods|csv|tsv|tab)$/i;

const TEXT_ENDING = /\.(?:txt|text|md|markdown)$/i;
const SEPARATED_ENDING = /\.(?:csv|tsv|tab)$/i;
const FIRST = 4096;

/** Tells the format by what the file holds, and by its name only where plain text may be several things. */
export function tellFormat(bytes: Uint8Array, file: string): ToldFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (TEXT_ENDING.test(file) && !isPacked(buffer)) return { format: "text" };
  const start = buffer.subarray(0, FIRST).toString("latin1");
  if (start.slice(0, 1024).includes("%PDF-")) return { format: "pdf" };
  const marks = buffer.subarray(0, 8).toString("hex");
  if (PACKED.some((mark) => marks.startsWith(mark))) return packed(buffer);
  if (marks.startsWith(COMPOUND)) return compound(buffer);
  if (/^\s*\{\\rtf/.test(start)) return { format: "rtf" };
  const other = OTHERS.find(([mark]) => marks.startsWith(mark));
  if (other !== undefined) return unread(other[1], other[2]);
  if (bytes.length === 0) return unread("empty_file", "the file has no bytes; get it again from its source");
  if (isArchive(start)) return { format: "html" };
  if (MAIL.test(start)) return unread("unread_format", "it is a saved mail; save the report in it as a file");
  return writtenIn(readable(buffer), file);
}

/** What a file of text is: XML of a spreadsheet, a page, separated values. */
function writtenIn(start: string, file: string): ToldFormat {
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return { format: "xls" };
  if (/<(?:!doctype\s+html|html|head|body|table|meta|div|p)[\s>]/i.test(start)) return { format: "html" };
  if (SEPARATED_ENDING.test(file)) return { format: "csv" };
  if (/\.(?:x?html?|shtml)$/i.test(file)) return { format: "html" };
  if (/\.(?:xls|xlsx|et)$/i.test(file) && /^[^\n]*[\t,][^\n]*\n/.test(start)) return { format: "csv" };
  return unread(
    "unread_format",
    "its content is not what its ending says; open it in the program it was made with and save it again as .docx, .pdf, .xlsx or .txt",
  );
}

const ARCHIVE = "it is an archive; unpack it into the folder";
const PICTURE = "it is a picture; get the report as text or as a PDF with text";
const PACKED = ["504b0304", "504b0506"];
const COMPOUND = "d0cf11e0";
/** By the first bytes, in hexadecimal. */
const OTHERS: readonly (readonly [mark: string, code: string, message: string])[] = [
  ...["1f8b", "52617221", "377abcaf"].map((mark) => [mark, "archive", ARCHIVE] as const),
  ...["89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a"].map(
    (mark) => [mark, "picture", PICTURE] as const,
  ),
];
const MAIL = /^(?:MIME-Version|From|Content-Type):/i;

function packed(buffer: Buffer): ToldFormat {
  const names = zipEntryNames(buffer);
  if (names === null)
    return unread("damaged", "the packed file is cut off or damaged; get it again from its source");
  const has = (name: string) => names.includes(name);
  if (has("OFD.xml")) return { format: "ofd" };
  if (names.some((name) => /^word\/document\d*\.xml$/i.test(name))) return { format: "docx" };
  if (names.some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name))) return { format: "xlsx" };
  if (has("content.xml") && has("mimetype")) {
    const kind = buffer.subarray(0, FIRST).toString("latin1");
    if (kind.includes("opendocument.spreadsheet")) return { format: "ods" };
    if (kind.includes("opendocument.text")) return { format: "odt" };
  }
  if (names.some((name) => name.startsWith("ppt/")))
    return unread("unread_format", "it is a presentation; save it as .pdf");
  return unread("archive", ARCHIVE);
}

/** The old office files (MS-CFB): told by the names of the streams inside. */
function compound(buffer: Buffer): ToldFormat {
  const holds = (name: string) => buffer.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage"))
    return unread("encrypted", "the file is locked with a password; save it without one");
  if (holds("WordDocument")) return { format: "doc" };
  if (holds("Workbook") || holds("Book")) return { format: "xls" };
  if (holds("PowerPoint Document")) return unread("unread_format", "it is a presentation; save it as .pdf");
  return unread("damaged", "the office file holds no document; get it again from its source");
}

/** A file called .txt that is none: a PDF or an office file. */
function isPacked(buffer: Buffer): boolean {
  const marks = buffer.subarray(0, 8).toString("hex");
  return ["25504446", ...PACKED, COMPOUND].some((mark) => marks.startsWith(mark));
}

/** The start of a text as far as its Latin letters tell, UTF-16 included. */
function readable(buffer: Buffer): string {
  const start = buffer.subarray(0, FIRST);
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return start.toString("latin1").replaceAll(wide ? "\u0000" : "\u00ef\u00bb\u00bf", "");
}

function unread(code: string, message: string): ToldFormat {
  return { format: null, code, message };
}
