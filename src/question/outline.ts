import type { DocumentMetadata } from "#domain/document.ts";
import { findRegions } from "#text/regions.ts";

/** What the corpus holds, as far as understanding a question needs it. */
export interface CorpusOutline {
  readonly documents: readonly DocumentMetadata[];
  /** Held regions by official name. */
  readonly regions: readonly string[];
  /** Provinces and cities the held regions lie in, as the reports' titles name them. */
  readonly parents: readonly string[];
}

/** Summarises the documents; parents are read from titles and issuers (重庆市江北区 → 重庆市). */
export function outlineOf(documents: readonly DocumentMetadata[]): CorpusOutline {
  const regions = [...new Set(documents.flatMap(({ region }) => (region === null ? [] : [region])))];
  const parents = new Set<string>();
  for (const { title, issuer } of documents) {
    for (const { region } of findRegions(`${title} ${issuer ?? ""}`)) {
      if (region.level === "province" || region.level === "city") parents.add(region.name);
    }
  }
  return { documents, regions, parents: [...parents] };
}

/** The newest report of each region, by the year it looks back on, in one pass. */
export function newestReports({ documents }: CorpusOutline): ReadonlyMap<string, DocumentMetadata> {
  const newest = new Map<string, DocumentMetadata>();
  for (const document of documents) {
    if (document.region === null) continue;
    const held = newest.get(document.region)?.reviewYear ?? 0;
    if ((document.reviewYear ?? 0) > held) newest.set(document.region, document);
  }
  return newest;
}

/** The newest report of the given regions (of all when none), by the year it looks back on. */
export function newestReport(outline: CorpusOutline, regions: readonly string[]): DocumentMetadata | null {
  const held = outline.documents.filter(
    ({ region }) => regions.length === 0 || (region !== null && regions.includes(region)),
  );
  return held.reduce<DocumentMetadata | null>(
    (newest, document) => ((document.reviewYear ?? 0) > (newest?.reviewYear ?? 0) ? document : newest),
    null,
  );
}
