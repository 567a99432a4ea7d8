import type { KnownDocument } from "#evaluate/report/run-record.ts";
import type { Item } from "#evaluate/sets/item.ts";
import type { Question } from "#evaluate/sets/question-set.ts";
import { evidenceGroups, fromGoldDocument } from "./grade.ts";
import { groupBy } from "./group.ts";
import { holdsEvidence } from "./match.ts";

/** A question as the reader judged it: whether it can be answered, how likely the best stretch does, where the first evidence stands. */
export interface Judged {
  readonly answerable: boolean;
  /** Of the best stretch, 0 to 1; 0 where nothing was read. */
  readonly probability: number;
  /** Place of the first evidence among the stretches, from 0; −1 where none is. */
  readonly evidence: number;
  /** The best stretch is evidence. */
  readonly right: boolean;
}

/** What a share of answerable questions refused would cost and bring. */
export interface AtOverRefusal {
  readonly overRefusal: number;
  /** Refused is what is less likely than this. */
  readonly threshold: number;
  /** Share of the questions without an answer that would be refused; null where there are none. */
  readonly refused: number | null;
}

export interface ReadingScores {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Of the answerable: the evidence is among what was read, is the best, is among the best three. */
  readonly held: number | null;
  readonly first: number | null;
  readonly inThree: number | null;
  /** Area under the curve of telling answerable questions from others by the best stretch. */
  readonly auc: number | null;
  readonly refusal: readonly AtOverRefusal[];
  /** Mean square of what is left between probability and outcome (Brier 1950). */
  readonly brier: number | null;
  /** Of the best stretches in each tenth of probability, how many there are and which share is evidence. */
  readonly calibration: readonly {
    readonly from: number;
    readonly n: number;
    readonly right: number | null;
  }[];
}

const OVER_REFUSALS = [0.02, 0.05, 0.1] as const;
const BINS = 10;

/**
 * The reader by itself, whatever the answer made of it. Source: risk and coverage after Geifman and El-Yaniv, Selective
 * Classification for Deep Neural Networks, 2017; calibration after Guo et al., 2017.
 */
export function measureReading(judged: readonly Judged[]): ReadingScores {
  const can = judged.filter(({ answerable }) => answerable);
  const cannot = judged.filter(({ answerable }) => !answerable);
  const likely = can.map(({ probability }) => probability);
  return {
    answerable: can.length,
    unanswerable: cannot.length,
    held: share(can.map(({ evidence }) => evidence >= 0)),
    first: share(can.map(({ evidence }) => evidence === 0)),
    inThree: share(can.map(({ evidence }) => evidence >= 0 && evidence < 3)),
    auc: auc(
      likely,
      cannot.map(({ probability }) => probability),
    ),
    refusal: OVER_REFUSALS.map((overRefusal) => {
      const threshold = thresholdAt(likely, overRefusal);
      const refused = share(cannot.map(({ probability }) => probability < threshold));
      return { overRefusal, threshold, refused };
    }),
    brier: mean(judged.map(({ probability, right }) => (probability - Number(right)) ** 2)),
    calibration: Array.from({ length: BINS }, (_, bin) => {
      const inBin = judged.filter(
        ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
      );
      return { from: bin / BINS, n: inBin.length, right: share(inBin.map(({ right }) => right)) };
    }),
  };
}

/** The probability below which a share of the answerable questions lies. */
export function thresholdAt(answerable: readonly number[], overRefusal: number): number {
  const sorted = [...answerable].sort((one, other) => one - other);
  return sorted[Math.floor(overRefusal * sorted.length)] ?? 0;
}

/** How often one of the first is more than one of the others, ties counted half (Mann and Whitney 1947). */
export function auc(yes: readonly number[], no: readonly number[]): number | null {
  if (yes.length === 0 || no.length === 0) return null;
  let sum = 0;
  for (const one of yes) for (const other of no) sum += one > other ? 1 : one === other ? 0.5 : 0;
  return sum / (yes.length * no.length);
}

/** The reader's scores of a run, by category and of all; null where the run did not record what was read. */
export function scoreReading(items: readonly Item[]): Readonly<Record<string, ReadingScores>> | null {
  const judged = items.flatMap((item) => {
    const one = judgedIn(item);
    return one === null ? [] : [{ category: item.question.category, judged: one }];
  });
  if (judged.length === 0) return null;
  const categories = [...groupBy(judged, ({ category }) => category)];
  return Object.fromEntries(
    [...categories, ["all", judged] as const].map(([name, group]) => [
      name,
      measureReading(group.map((each) => each.judged)),
    ]),
  );
}

function judgedIn({ question, record, documents }: Item): Judged | null {
  const { units } = record;
  if (units === null || !["answer", "refuse"].includes(question.expect)) return null;
  const groups = evidenceGroups(question);
  // What is proved by a cell alone is no matter of reading.
  if (question.expect === "answer" && groups.length === 0) return null;
  const evidence = units.findIndex((unit) => isEvidenceIn(unit, question, documents));
  return {
    answerable: question.expect === "answer",
    probability: units[0]?.probability ?? 0,
    evidence,
    right: question.expect === "answer" && evidence === 0,
  };
}

/** A slice of evidence stands in the stretch, or the stretch in one of them. */
export const isEvidenceIn = (
  { documentId, text }: { readonly documentId: string; readonly text: string },
  question: Question,
  documents: readonly KnownDocument[],
): boolean =>
  fromGoldDocument(question, documentId, documents) &&
  evidenceGroups(question)
    .flat()
    .some(
      (slice) => holdsEvidence(text, slice) || (text.length >= SHORTEST_PIECE && holdsEvidence(slice, text)),
    );

const SHORTEST_PIECE = 12;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const share = (values: readonly boolean[]): number | null => mean(values.map(Number));

/** The reader's scores as a table, header first. */
export function readingTable(scores: Readonly<Record<string, ReadingScores>>): string[][] {
  const percent = (value: number | null) => (value === null ? "–" : `${(100 * value).toFixed(1)}%`);
  const header = [
    "reader",
    "answerable",
    "not",
    "held",
    "first",
    "in three",
    "AUC",
    ...OVER_REFUSALS.map((share) => `refused at ${share * 100}%`),
    "Brier",
  ];
  const rows = Object.entries(scores).map(([name, score]) => [
    name,
    String(score.answerable),
    String(score.unanswerable),
    percent(score.held),
    percent(score.first),
    percent(score.inThree),
    score.auc?.toFixed(3) ?? "–",
    ...score.refusal.map(({ refused, threshold }) =>
      refused === null ? "–" : `${percent(refused)} (<${threshold.toFixed(2)})`,
    ),
    score.brier?.toFixed(3) ?? "–",
  ]);
  return [header, ...rows];
}

/** Each tenth of probability against how often the best stretch was evidence, in one line. */
export function calibrationLine({ calibration }: ReadingScores): string {
  const bins = calibration.filter(({ n }) => n > 0);
  return `calibration, probability: share that is evidence (n)  ${bins
    .map(({ from, n, right }) => `${from.toFixed(1)}: ${(right ?? 0).toFixed(2)} (${n})`)
    .join("  ")}`;
}
