import {
  type AnswerRecord,
  finalResponse,
  type KnownDocument,
  type RecordedResponse,
  type Run,
} from "#evaluate/report/run-record.ts";
import { type Grade, grade } from "#evaluate/score/grade.ts";
import type { Question } from "./question-set.ts";

/** A question with all that a run holds on it: what every metric is computed from. */
export interface Item {
  readonly question: Question;
  readonly record: AnswerRecord;
  /** The response to the graded turn; null when asking failed. */
  readonly response: RecordedResponse | null;
  /** Null when the set grades no answers. */
  readonly grade: Grade | null;
  readonly documents: readonly KnownDocument[];
}

/** Each asked question with its record, in the order of the set. */
export function itemsOf(run: Run): Item[] {
  const { documents } = run.manifest;
  const recordOf = new Map(run.records.map((record) => [record.id, record]));
  return run.questions.flatMap((question) => {
    const record = recordOf.get(question.id);
    if (record === undefined) return [];
    const response = finalResponse(record);
    return [{ question, record, response, grade: grade(question, response, documents), documents }];
  });
}
