import { type Estimate, estimate, share } from "./estimate.ts";
import { type Grade, grade } from "./grade.ts";
import { groupBy } from "./group.ts";
import type { Question } from "./question-set.ts";
import { type AnswerRecord, finalResponse, type Run } from "./run-record.ts";

/** A question with what was recorded for it. */
export interface Item {
  readonly question: Question;
  readonly record: AnswerRecord;
  /** Null when the set grades no answers. */
  readonly grade: Grade | null;
}

/** The outside result of a group of questions. */
export interface Outcome {
  /** Mean of points: 1 right and cited, half when right without a supporting citation. */
  readonly points: Estimate;
  readonly right: Estimate;
  readonly rightAndCited: Estimate;
}

export interface Scores {
  readonly set: string;
  readonly asked: number;
  readonly unasked: number;
  readonly overall: Outcome;
  readonly categories: Readonly<Record<string, Outcome>>;
}

/** Scores a run from what it recorded; asks nothing. */
export function score(run: Run): Scores {
  const items = pair(run);
  return {
    set: run.manifest.set.name,
    asked: items.length,
    unasked: run.questions.length - items.length,
    overall: outcome(items),
    categories: Object.fromEntries(
      [...groupBy(items, ({ question }) => question.category)].map(([name, group]) => [name, outcome(group)]),
    ),
  };
}

/** Each asked question with its record, in the order of the set. */
export function pair(run: Run): Item[] {
  const recordOf = new Map(run.records.map((record) => [record.id, record]));
  return run.questions.flatMap((question) => {
    const record = recordOf.get(question.id);
    if (record === undefined) return [];
    return [{ question, record, grade: grade(question, finalResponse(record), run.manifest.documents) }];
  });
}

function outcome(items: readonly Item[]): Outcome {
  const grades = items.flatMap((item) => item.grade ?? []);
  return {
    points: estimate(grades.map(({ points }) => points)),
    right: share(grades.map(({ right }) => right)),
    rightAndCited: share(grades.map(({ points }) => points === 1)),
  };
}
