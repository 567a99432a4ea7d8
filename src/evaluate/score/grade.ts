import type { KnownDocument, RecordedResponse } from "#evaluate/report/run-record.ts";
import type { Question } from "#evaluate/sets/question-set.ts";
import { holds, holdsEvidence, withoutMarkers } from "./match.ts";

/** How one answer stands against its gold. */
export interface Grade {
  /** The answer ended in a way the question allows. */
  readonly statusRight: boolean;
  /** Groups of `must` of which the answer holds no alternative. */
  readonly missing: readonly (readonly string[])[];
  /** Strings of `must_not` that the answer holds. */
  readonly forbidden: readonly string[];
  readonly right: boolean;
  /** Null when there is nothing to cite: a refusal, a clarification, or gold without evidence. */
  readonly cited: boolean | null;
  /** 1 right and cited, 0.5 right without a supporting citation, 0 otherwise. */
  readonly points: 0 | 0.5 | 1;
}

/**
 * Right: the status is the expected one, one alternative of every `must` group is there, nothing of `must_not` is.
 * Cited: citations hold the evidence the question asks for. Null for sets that grade no answers (`any`).
 * Source: the grading rules of the question set, `evals/README.md`.
 */
export function grade(
  question: Question,
  response: RecordedResponse | null,
  documents: readonly KnownDocument[],
): Grade | null {
  if (question.expect === "any") return null;
  if (response === null) return failed(question);
  const answer = withoutMarkers(response.answer);
  const mustCount = response.status === "answered";
  const missing = mustCount ? question.must.filter((group) => !group.some((one) => holds(answer, one))) : [];
  const forbidden = question.must_not.filter((one) => holdsAnywhere(answer, one));
  const statusRight = allowedStatuses(question).includes(response.status);
  const right = statusRight && missing.length === 0 && forbidden.length === 0;
  const needsCitation = mustCount && evidenceGroups(question).length > 0;
  const cited = needsCitation ? isCited(question, response, documents) : null;
  return { statusRight, missing, forbidden, right, cited, points: right ? (cited === false ? 0.5 : 1) : 0 };
}

/** Evidence as groups of which each needs one member: all of them, the groups given, or any one of all. */
export function evidenceGroups(question: Question): readonly (readonly string[])[] {
  if (question.evidence_groups.length > 0) return question.evidence_groups;
  if (question.evidence.length === 0) return [];
  return question.evidence_all ? question.evidence.map((one) => [one]) : [question.evidence];
}

/** True when a passage of `documentId` may prove something for this question; unknown names let all through. */
export function fromGoldDocument(
  question: Question,
  documentId: string,
  documents: readonly KnownDocument[],
): boolean {
  const source = documents.find(({ id }) => id === documentId)?.sourceName ?? null;
  return question.doc.length === 0 || source === null || question.doc.includes(source);
}

export function allowedStatuses(question: Question): readonly RecordedResponse["status"][] {
  switch (question.expect) {
    case "answer":
      return ["answered"];
    case "refuse":
      return ["refused"];
    case "clarify":
      return question.must.length > 0 ? ["answered", "clarify"] : ["clarify"];
    case "answer_or_clarify":
      return ["answered", "clarify"];
    case "any":
      return ["answered", "clarify", "refused"];
  }
}

function isCited(
  question: Question,
  response: RecordedResponse,
  documents: readonly KnownDocument[],
): boolean {
  const quotes = response.citations
    .filter(({ documentId }) => fromGoldDocument(question, documentId, documents))
    .map(({ quote }) => quote);
  return evidenceGroups(question).every((group) =>
    group.some((evidence) => quotes.some((quote) => holdsEvidence(quote, evidence))),
  );
}

/** Wrong strings are looked for without regard to figure borders: the stricter reading. */
function holdsAnywhere(answer: string, forbidden: string): boolean {
  return holds(answer, forbidden) || answer.includes(forbidden);
}

function failed(question: Question): Grade {
  const cited = question.expect === "answer" && evidenceGroups(question).length > 0 ? false : null;
  return { statusRight: false, missing: question.must, forbidden: [], right: false, cited, points: 0 };
}
