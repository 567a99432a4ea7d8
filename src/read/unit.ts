import type { SourceDocument } from "#domain/document.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { contains, overlaps, type Span, sliceOf } from "#domain/span.ts";
import { givesInstruction } from "#text/instructions.ts";
import { sentences } from "#text/sentences.ts";

/**
 * - `sentence`: of running text, with the numbered head of its entry where it has one
 * - `row`: of a table, without the header rows
 * - `definition`: a whole entry of a glossary
 * - `head`: a heading or lead-in that stands in running text (惠企政策直达快享。): names what follows and tells none of it
 */
export type UnitKind = "sentence" | "row" | "definition" | "head";

/** The smallest stretch of a report that can answer a question. */
export interface Unit extends Span {
  readonly documentId: string;
  readonly kind: UnitKind;
  /** The passage it was cut from. */
  readonly passage: RankedPassage;
  /** Place of that passage in the ranking, from 0. */
  readonly rank: number;
  /** Place in the passage, from 0. */
  readonly ordinal: number;
  /** The stretch before it in the passage. */
  readonly before: Span | null;
}

/** The units of ranked passages in their order; a stretch that stands in several passages comes once, and one that tells whoever answers what to say never. */
export function unitsOf(
  passages: readonly RankedPassage[],
  document: (id: string) => SourceDocument | null,
): Unit[] {
  const seen = new Set<string>();
  return passages.flatMap((passage, rank) => {
    const source = document(passage.chunk.documentId);
    if (source === null) return [];
    return stretchesOf(source, passage).flatMap((stretch, ordinal, all): Unit[] => {
      const key = `${source.id} ${stretch.start}`;
      if (seen.has(key)) return [];
      seen.add(key);
      if (givesInstruction(source.text, stretch)) return [];
      const before = all[ordinal - 1] ?? null;
      return [{ ...stretch, documentId: source.id, passage, rank, ordinal, before }];
    });
  });
}

interface Stretch extends Span {
  readonly kind: UnitKind;
}

function stretchesOf(document: SourceDocument, { chunk }: RankedPassage): Stretch[] {
  if (chunk.kind === "definition") return [{ start: chunk.start, end: chunk.end, kind: "definition" }];
  const spans = sentences(document.text, chunk);
  if (chunk.kind === "table") {
    const headers = document.tables.flatMap(({ header }) => header ?? []);
    return spans
      .filter((span) => !headers.some((header) => contains(header, span)))
      .map((span) => ({ ...span, kind: sliceOf(document.text, span).includes(" | ") ? "row" : "sentence" }));
  }
  const headings = document.sections
    .map(({ heading }) => heading)
    .filter((heading) => overlaps(heading, chunk));
  return withEntryHeads(document.text, spans).map((span) => ({
    ...span,
    kind: headings.some((heading) => contains(withStop(heading), span)) ? "head" : "sentence",
  }));
}

/** A heading's own span leaves out the full stop behind it. */
const withStop = ({ start, end }: Span): Span => ({ start, end: end + 1 });

/** 5.金融机构存贷款余额增速。: a numbered head in running text. */
const ENTRY_HEAD = /^(?:\d{1,2}|[（(]\d{1,2}[)）])[.、．]?\s*[^\d，,；;：:]{2,24}。$/u;

/** Sentences, each head of a numbered entry joined with the sentence it heads. */
function withEntryHeads(text: string, spans: readonly Span[]): Span[] {
  const isHead = (span: Span | undefined) => span !== undefined && ENTRY_HEAD.test(sliceOf(text, span));
  return spans.flatMap((span, at): Span[] => {
    const next = spans[at + 1];
    if (isHead(span) && next !== undefined && !isHead(next)) return [{ start: span.start, end: next.end }];
    return isHead(spans[at - 1]) && !isHead(span) ? [] : [span];
  });
}
