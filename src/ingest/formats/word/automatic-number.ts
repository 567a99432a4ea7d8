import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed } from "#ingest/formats/package/xml-query.ts";
import type { WordReading } from "./word-reading.ts";

/** The number that Word writes before a paragraph by itself, empty where there is none. */
export function automaticNumber(paragraph: XmlElement, { styles, numbering }: WordReading): string {
  const reference = styles.numbering(childNamed(paragraph, "w:pPr"));
  return reference === null ? "" : numbering.next(reference, reference.style);
}
