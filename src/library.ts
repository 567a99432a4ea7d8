import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import { type IndicatorRow, scopeOnWire } from "#domain/indicator.ts";
import type { DocumentDetail, DocumentSummary, IndicatorRecord, Library } from "#protocol/library.ts";
import { originalAddress } from "#protocol/original-address.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { heldIndicators } from "./held-indicators.ts";
import type { RegionsMeant } from "./held-regions.ts";

interface LibraryParts {
  readonly index: IndexReader;
  readonly retriever: Retriever;
  readonly regionsMeant: RegionsMeant;
  readonly original: Library["original"];
}

/** The readable side of an index, in the shapes of the wire contract. */
export function createLibrary({ index, retriever, regionsMeant, original }: LibraryParts): Library {
  const indicatorsMeant = heldIndicators(index);
  // An opened index never changes, so the listing is made once.
  let summaries: readonly DocumentSummary[] | null = null;
  return {
    documents() {
      summaries ??= index.metadata().map((document) => summaryOf(document, index));
      return summaries;
    },
    document(id) {
      const document = index.document(id);
      return document === null ? null : detailOf(document, index);
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
  };
}

function summaryOf(document: DocumentMetadata, index: IndexReader): DocumentSummary {
  const full = index.document(document.id);
  return {
    id: document.id,
    title: document.title,
    region: document.region,
    years: [...document.years],
    kind: document.kind,
    issuer: document.issuer,
    published: document.published,
    sourceName: document.sourceName,
    format: full?.original.format ?? "text",
    original: originalAddress(document.id),
    ...(document.url === undefined ? {} : { url: document.url }),
    pages: full?.original.pages ?? null,
    chars: full?.text.length ?? 0,
    sections: full?.sections.length ?? 0,
    indicators: index.countIndicators({ documents: [document.id] }),
  };
}

function detailOf(document: SourceDocument, index: IndexReader): DocumentDetail {
  return {
    ...summaryOf(document, index),
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

function recordOf(row: IndicatorRow): IndicatorRecord {
  const { id, region, year, indicator, name, kind, unit, raw, qualifier } = row;
  const { attribute, status, note, source, confidence, documentId, start, end } = row;
  const value = row.value === null ? null : Number(row.value);
  const scope = scopeOnWire(row);
  return {
    ...{ id, region, year, period: row.period, scope, indicator, name, kind, value, unit, raw, qualifier },
    ...{ attribute, status, note, source, confidence, documentId, start, end },
  };
}
