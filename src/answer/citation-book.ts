import { type SourceDocument, sectionAt, sectionPath } from "#domain/document.ts";
import { placeOf } from "#domain/place.ts";
import { contains, overlaps, type Span, sliceOf } from "#domain/span.ts";
import type { Citation } from "#protocol/chat.ts";
import { originalAddress } from "#protocol/original-address.ts";
import type { Sources } from "./sources.ts";

/**
 * Numbers the passages an answer leans on, in order of first use. A quote is always cut from the document's
 * text here, so it equals its slice.
 */
export class CitationBook {
  readonly #sources: Sources;
  readonly #citations: Citation[] = [];

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /**
   * The marker of a span, `1` upwards; a span inside one already cited shares its marker.
   * @throws RangeError for a document the corpus does not hold, or an empty span
   */
  cite(documentId: string, span: Span): number {
    const known = this.#citations.find(
      (citation) => citation.documentId === documentId && contains(citation, span),
    );
    if (known !== undefined) return known.marker;
    const document = this.#sources.document(documentId);
    if (document === null || span.end <= span.start)
      throw new RangeError(`cannot cite ${documentId} ${span.start}-${span.end}`);
    const marker = this.#citations.length + 1;
    this.#citations.push({
      marker,
      documentId,
      title: document.title,
      section: sectionPath(document, sectionAt(document, span.start)?.id ?? null),
      quote: sliceOf(document.text, span),
      start: span.start,
      end: span.end,
      url: `/documents/${encodeURIComponent(documentId)}?start=${span.start}&end=${span.end}#cite`,
      ...placeInOriginal(document, span),
      ...knownOf(document),
      ...quotedRows(document, span),
    });
    return marker;
  }
}

function knownOf({ years, published, url }: SourceDocument): Partial<Citation> {
  return {
    ...(years.length === 0 ? {} : { years: [...years] }),
    ...(published === null ? {} : { published }),
    ...(url === undefined ? {} : { publishedAt: url }),
  };
}

/** Quotes of more rows than this read better as they stand. */
const ROWS = 6;

/** The rows of a table that a quote holds, under the table's heads; nothing for a quote that is not rows alone. */
function quotedRows({ tables }: SourceDocument, span: Span): Partial<Citation> {
  const table = tables.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const rows = table?.rows.filter((row) => overlaps(row.span, span)) ?? [];
  const [first, last] = [rows[0], rows.at(-1)];
  if (table === undefined || first === undefined || last === undefined || rows.length > ROWS) return {};
  if (span.start < first.span.start || span.end > last.span.end) return {};
  return {
    table: {
      columns: table.columns.map(({ title }) => title),
      rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
    },
  };
}

/** What is known of the place, and where the file is; a text is its own original. */
function placeInOriginal(document: SourceDocument, span: Span): Partial<Citation> {
  if (document.original.format === "text") return {};
  const place = placeOf(document, span);
  return {
    ...(place?.page == null ? {} : { page: place.page }),
    ...(place?.sheet == null ? {} : { sheet: place.sheet }),
    ...(place?.row == null ? {} : { row: place.row }),
    ...(place?.cell == null ? {} : { cell: place.cell }),
    original: originalAddress(document.id, place?.page ?? null),
  };
}
