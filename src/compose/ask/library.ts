import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { DocumentDetail, DocumentSummary, Library } from "#protocol/library.ts";
import { originalAddress } from "#protocol/original-address.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import type { DocumentExtent, IndexReader } from "#store/index-reader.ts";
import { browseRows } from "./browse-rows.ts";
import { heldIndicators } from "./held-indicators.ts";
import type { RegionsMeant } from "./held-regions.ts";
import { recordsOf } from "./indicator-record.ts";

interface LibraryParts {
  readonly index: IndexReader;
  readonly retriever: Retriever;
  readonly regionsMeant: RegionsMeant;
  readonly original: Library["original"];
}

/** The readable side of an index, in the shapes of the wire contract. */
export function createLibrary({ index, retriever, regionsMeant, original }: LibraryParts): Library {
  const indicatorsMeant = heldIndicators(index);
  const recordOf = recordsOf(index.revisions());
  // An opened index never changes, so the listing is made once.
  let summaries: readonly DocumentSummary[] | null = null;
  return {
    documents() {
      summaries ??= listing(index);
      return summaries;
    },
    document(id) {
      const document = index.document(id);
      const extent = index.extents().get(id);
      return document === null || extent === undefined ? null : detailOf(document, extent);
    },
    original,
    async search(query, limit) {
      const passages = await retriever.search(query, { limit });
      return passages.map(({ chunk, score }) => ({
        documentId: chunk.documentId,
        title: index.document(chunk.documentId)?.title ?? "",
        section: [...chunk.section],
        text: chunk.text,
        start: chunk.start,
        end: chunk.end,
        score,
      }));
    },
    indicators({ regions, years, indicators, kinds, documents, limit, offset }) {
      const rows = index.indicators({
        ...(regions.length > 0 ? { regions: regions.flatMap(regionsMeant) } : {}),
        ...(years.length > 0 ? { years } : {}),
        ...(indicators.length > 0 ? { indicators: indicators.flatMap(indicatorsMeant) } : {}),
        ...(kinds.length > 0 ? { kinds } : {}),
        ...(documents.length > 0 ? { documents } : {}),
        limit,
        offset,
      });
      return rows.map(recordOf);
    },
    ...browseRows(index, { regionsMeant, indicatorsMeant }),
  };
}

function listing(index: IndexReader): DocumentSummary[] {
  const extents = index.extents();
  return index.metadata().flatMap((document) => {
    const extent = extents.get(document.id);
    return extent === undefined ? [] : [summaryOf(document, extent)];
  });
}

function summaryOf(document: DocumentMetadata, extent: DocumentExtent): DocumentSummary {
  return {
    id: document.id,
    title: document.title,
    region: document.region,
    years: [...document.years],
    kind: document.kind,
    issuer: document.issuer,
    published: document.published,
    sourceName: document.sourceName,
    format: extent.original.format,
    original: originalAddress(document.id),
    ...(document.url === undefined ? {} : { url: document.url }),
    pages: extent.original.pages,
    chars: extent.chars,
    sections: extent.sections,
    indicators: extent.indicators,
  };
}

function detailOf(document: SourceDocument, extent: DocumentExtent): DocumentDetail {
  return {
    ...summaryOf(document, extent),
    text: document.text,
    sectionTree: [...document.sections],
    tables: document.tables.map(({ sheetColumns, ...table }) => ({
      ...table,
      ...(sheetColumns === undefined ? {} : { sheetColumns: [...sheetColumns] }),
      columns: table.columns.map(({ levels, title }) => ({ levels: [...levels], title })),
      rows: table.rows.map(({ span, cells, parent }) => ({ span, cells: [...cells], parent })),
      notes: [...table.notes],
    })),
    places: [...document.places],
  };
}
