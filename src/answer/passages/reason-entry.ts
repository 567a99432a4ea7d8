import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { sentences } from "#text/sentences.ts";

/** Longest reason given word for word. */
const LONGEST = 400;

/**
 * The entry of a numbered list of reasons that is headed by the indicator asked about (2.固定资产投资增速。主要由于…).
 * Null when no report of the region and year has one.
 */
export function reasonEntryDraft(desk: Desk): Draft | null {
  const { question, sources } = desk;
  const names = question.indicators.flatMap(({ concepts }) =>
    concepts.flatMap((id) => {
      const concept = conceptById(id);
      return concept === undefined ? [] : [concept.name, ...concept.aliases];
    }),
  );
  if (names.length === 0) return null;
  const head = new RegExp(
    `\\d+[.、．]\\s*(?:全区|全市|环境)?(?:${names.map(escaped).join("|")})(?:增速)?[。：:]`,
  );
  for (const { id, region, reviewYear } of sources.outline.documents) {
    if (question.regions.length > 0 && (region === null || !question.regions.includes(region))) continue;
    if (question.years.length > 0 && (reviewYear === null || !question.years.includes(reviewYear))) continue;
    const document = sources.document(id);
    const span = document === null ? null : entryIn(document, head);
    if (document === null || span === null) continue;
    const text = document.text.slice(span.start, span.end);
    return desk.draft("reason", [{ type: "paragraph", text: `${text}[${desk.book.cite(id, span)}]` }]);
  }
  return null;
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** From the head to where the next numbered entry begins, or the line ends. */
function entryIn({ text }: SourceDocument, head: RegExp): Span | null {
  const found = head.exec(text);
  if (found === null) return null;
  const lineEnd = text.indexOf("\n", found.index);
  const line = { start: found.index, end: lineEnd === -1 ? text.length : lineEnd };
  const [first, ...rest] = sentences(text, line);
  if (first === undefined) return null;
  let { end } = first;
  for (const sentence of rest) {
    if (
      /^\d+[.、．]/.test(text.slice(sentence.start, sentence.start + 4)) ||
      sentence.end - first.start > LONGEST
    )
      break;
    end = sentence.end;
  }
  return end > first.end ? { start: first.start, end } : null;
}
