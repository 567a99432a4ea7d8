import { type SourceDocument, sectionAt, sectionPath } from "#domain/document.ts";
import { placeOf } from "#domain/place.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
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
    });
    return marker;
  }
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
