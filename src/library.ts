import type { DocumentMetadata, SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { fuzzyNames } from "#indicators/catalogue-fuzzy.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { DocumentDetail, DocumentSummary, IndicatorRecord, Library } from "#protocol/library.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { foldPlain } from "#text/fold.ts";

/** The readable side of an index, in the shapes of the wire contract. */
export function createLibrary(index: IndexReader, retriever: Retriever): Library {
  const printedNames = [...new Set(index.distinctIndicators().map(({ indicator }) => indicator))];
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
      const names = indicators.flatMap((name) => namesMeant(name, printedNames));
      const rows = index.indicators({
        ...(regions.length > 0 ? { regions: regions.flatMap((region) => regionsMeant(region, index)) } : {}),
        ...(years.length > 0 ? { years } : {}),
        ...(indicators.length > 0 ? { indicators: names } : {}),
        ...(kinds.length > 0 ? { kinds } : {}),
        ...(documents.length > 0 ? { documents } : {}),
        limit,
        offset,
      });
      return rows.map(recordOf);
    },
  };
}

/** Canonical names an alias stands for; a name outside the catalogue is found among the printed ones. */
function namesMeant(written: string, printed: readonly string[]): string[] {
  const { concept: id, indicator, measure } = canonicalName(written);
  const exact = id === null ? undefined : conceptById(id);
  if (exact !== undefined) {
    if (measure === "growth" || exact.growthName === null) return [indicator];
    return written === exact.name ? [exact.name] : [exact.name, exact.growthName];
  }
  if (printed.includes(written)) return [written];
  const folded = foldPlain(written);
  const mention = findMentions(folded).find(({ start, end }) => end - start === folded.length);
  const named = (mention?.concepts ?? []).flatMap((concept) => {
    const found = conceptById(concept);
    return found === undefined ? [] : [found.name, ...(found.growthName === null ? [] : [found.growthName])];
  });
  if (named.length > 0) return named;
  const near = fuzzyNames(written, printed, 3).map(({ name }) => name);
  return near.length > 0 ? near : [written];
}

/** 江北 stands for 江北区 where that is held. */
function regionsMeant(written: string, index: IndexReader): string[] {
  const held = index.metadata().flatMap(({ region }) => (region === null ? [] : [region]));
  const meant = held.filter(
    (region) => region === written || (written.length >= 2 && region.startsWith(written)),
  );
  return meant.length > 0 ? [...new Set(meant)] : [written];
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
    tables: document.tables.map((table) => ({
      ...table,
      columns: table.columns.map(({ levels, title }) => ({ levels: [...levels], title })),
      rows: table.rows.map(({ span, cells, parent }) => ({ span, cells: [...cells], parent })),
      notes: [...table.notes],
    })),
  };
}

function recordOf(row: IndicatorRow): IndicatorRecord {
  const { id, region, year, indicator, name, kind, unit, raw, qualifier } = row;
  const { attribute, status, note, source, confidence, documentId, start, end } = row;
  const value = row.value === null ? null : Number(row.value);
  return {
    ...{ id, region, year, indicator, name, kind, value, unit, raw, qualifier },
    ...{ attribute, status, note, source, confidence, documentId, start, end },
  };
}
