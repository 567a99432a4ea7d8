import { failedReading } from "#ingest/formats/failed-reading.ts";
import type { FileReading, FormatReader } from "#ingest/formats/file-reading.ts";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { type Conversion, convertToDocx, LIBRE_OFFICE, type OfficeProgram } from "./convert-to-docx.ts";

const ADVICE: Readonly<Record<string, string>> = {
  needs_libreoffice:
    "Install the package libreoffice-writer-nogui (Debian, Ubuntu: apt-get install libreoffice-writer-nogui; elsewhere LibreOffice), or open the file in Word or WPS and save it as .docx.",
  deadline: "Open it in Word or WPS and save it as .docx.",
  damaged: "Open it in Word or WPS and save it as .docx, or get it again from its source.",
};

/**
 * A text of the older office formats (.doc, .wps, .rtf) or of OpenDocument (.odt), by way of .docx: LibreOffice converts it where
 * it is installed; where it is not, the file is named with what to install.
 */
export const readOffice = officeReader(LIBRE_OFFICE);

/** The same with the program told: another place, another deadline. */
export function officeReader(office: OfficeProgram): FormatReader {
  return async (bytes) => readingOf(await convertToDocx(bytes, endingOf(bytes), office));
}

async function readingOf(conversion: Conversion): Promise<FileReading> {
  if (conversion.ok) return await readDocx(conversion.docx);
  const { code, message } = conversion;
  return failedReading(code, `The file is not read: ${message}. ${ADVICE[code]}`);
}

/** The ending under which LibreOffice takes the bytes for what they are. */
function endingOf(bytes: Uint8Array): "doc" | "rtf" | "odt" {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "odt";
  return bytes[0] === 0x7b ? "rtf" : "doc";
}
