import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { sectionAt } from "#domain/document.ts";
import type { PassageFilter } from "#domain/evidence.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { foldPlain } from "#text/fold.ts";
import { type Candidate, candidatesOf, type Wanted } from "./choose.ts";
import { expectationOf } from "./expectation.ts";
import { listSpan } from "./list-span.ts";
import { quoted } from "./quoted.ts";
import { termsOf } from "./terms.ts";

/** Least share of the question's weight a passage must hold before it may answer. */
export const ENOUGH = 0.5;
/** …and the least that the quoted words themselves must hold. */
const ENOUGH_DIRECT = 0.3;
const PASSAGES = 12;

/** The best candidates for the question in one region (or anywhere), best first. */
export async function findCandidates(desk: Desk, region: string | null): Promise<Candidate[]> {
  const { question, sources } = desk;
  const wanted = wantedBy(desk);
  const filter = filterFor(desk, region);
  if (filter === null) return [];
  const query = [
    question.topic || question.asked,
    ...question.indicators.flatMap(({ names }) => names.slice(0, 1)),
  ].join(" ");
  const passages = await sources.search(query, { limit: PASSAGES, filter });
  return candidatesOf(sources, passages, wanted);
}

function wantedBy({ question, sources }: Desk): Wanted {
  return {
    terms: termsOf(sources, question.topic || question.asked),
    expectation:
      question.operation === "list"
        ? { number: false, date: false, classifier: null }
        : expectationOf(foldPlain(question.asked)),
    cause: question.operation === "reason",
  };
}

/** Documents of the region and, when a year is named, those that cover it; null when there are none. */
function filterFor({ question, sources }: Desk, region: string | null): PassageFilter | null {
  const documents = sources.outline.documents.filter(
    (document) =>
      (region === null || document.region === region) &&
      (question.years.length === 0 || document.years.some((year) => question.years.includes(year))),
  );
  if (documents.length === 0) return null;
  return documents.length === sources.outline.documents.length
    ? {}
    : { documents: documents.map(({ id }) => id) };
}

/** True when a candidate is good enough to be given as the answer. */
export function answers({ covered, direct, fit }: Candidate): boolean {
  return covered >= ENOUGH && direct >= ENOUGH_DIRECT && fit > 0;
}

/**
 * One to three sentences of a report that hold what was asked, for each region named. Null when nothing holds
 * enough of the question: the caller refuses.
 */
export async function passageDraft(desk: Desk, ending: Ending): Promise<Draft | null> {
  const { question } = desk;
  const scopes = question.regions.length > 0 ? question.regions : [null];
  const blocks: Block[] = [];
  for (const region of scopes) {
    const best = (await findCandidates(desk, region))[0];
    if (best === undefined || !answers(best)) continue;
    blocks.push(...told(desk, best, ending));
  }
  if (blocks.length === 0 || (scopes.length > 1 && desk.book.citations.length < scopes.length)) return null;
  const lead = desk.say("passage.lead");
  return desk.draft(ending, lead === "" ? blocks : [{ type: "paragraph", text: lead }, ...blocks]);
}

function told(desk: Desk, best: Candidate, ending: Ending): Block[] {
  const document = desk.sources.document(best.documentId);
  if (document === null) return [];
  const span: Span = ending === "list" ? listSpan(document, best) : best.window;
  const marker = `[${desk.book.cite(best.documentId, span)}]`;
  const section = sectionAt(document, span.start);
  return quoted(sliceOf(document.text, span), {
    marker,
    terms: wantedBy(desk).terms,
    heading: section?.title ?? "",
  });
}
