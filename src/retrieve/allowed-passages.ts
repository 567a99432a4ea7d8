import type { DocumentMetadata } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import type { IndexReader } from "#store/index-reader.ts";

/** A mask over the passages, 1 where the document passes the filter; undefined when nothing is filtered. */
export function allowedPassages(
  index: IndexReader,
  filter: PassageFilter | undefined,
): Uint8Array | undefined {
  if (filter === undefined || Object.values(filter).every((list) => list === undefined)) return undefined;
  const passes = index.metadata().map((document) => (passesFilter(document, filter) ? 1 : 0));
  return Uint8Array.from(index.owners(), (owner) => passes[owner] ?? 0);
}

function passesFilter(document: DocumentMetadata, { regions, years, documents }: PassageFilter): boolean {
  if (regions !== undefined && (document.region === null || !regions.includes(document.region))) return false;
  if (years !== undefined && !document.years.some((year) => years.includes(year))) return false;
  return documents === undefined || documents.includes(document.id);
}
