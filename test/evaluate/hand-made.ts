import type {
  AnswerRecord,
  RecordedHit,
  RecordedResponse,
  RecordedRow,
  Run,
} from "#evaluate/report/run-record.ts";
import { type Item, itemsOf } from "#evaluate/sets/item.ts";
import { type Question, questionSchema } from "#evaluate/sets/question-set.ts";

/** A question and what was recorded for it, each given by what matters to one test. */
export interface Case {
  readonly question?: Partial<Question>;
  readonly response?: Partial<RecordedResponse> | null;
  readonly record?: Partial<AnswerRecord>;
  readonly milliseconds?: number;
}

export const DOCUMENTS: Run["manifest"]["documents"] = [
  { id: "d1", title: "甲区2022年报告", region: "甲区", years: [2022], sourceName: "one.txt" },
  { id: "d2", title: "乙区2022年报告", region: "乙区", years: [2022], sourceName: "two.txt" },
];

/** A run of hand-made records; ids are q1, q2, … unless given. */
export function handMadeRun(...cases: readonly Case[]): Run {
  const questions = cases.map(({ question }, index) =>
    questionSchema.parse({
      id: `q${index + 1}`,
      category: "c",
      turns: ["问？"],
      expect: "answer",
      ...question,
    }),
  );
  return {
    folder: "",
    manifest: {
      format: 1,
      set: { name: "hand-made", digest: "0", questions: questions.length },
      started: "2026-01-01T00:00:00.000Z",
      environment: { configuration: {}, index: null, models: {}, prompts: {} },
      documents: DOCUMENTS,
    },
    questions,
    records: cases.map((one, index) => recordOf(one, questions[index]?.id ?? "")),
  };
}

export function handMadeItems(...cases: readonly Case[]): Item[] {
  return itemsOf(handMadeRun(...cases));
}

export function handMadeItem(one: Case): Item {
  const [item] = handMadeItems(one);
  if (item === undefined) throw new Error("no item");
  return item;
}

/** A citation of `d1` whose quote is exact unless the record says otherwise. */
export function cite(quote: string, marker = 1, documentId = "d1"): RecordedResponse["citations"][number] {
  return { marker, documentId, title: "报告", section: [], quote, start: 0, end: quote.length, url: "/" };
}

export function hit(text: string, documentId = "d1"): RecordedHit {
  return { documentId, text, start: 0, end: text.length };
}

/** The cell 甲区 2022 GDP actual 3.7 unless `parts` say otherwise. */
export function row(parts: Partial<RecordedRow> = {}): RecordedRow {
  return { region: "甲区", year: 2022, indicator: "GDP", kind: "actual", value: 3.7, raw: "3.7", ...parts };
}

/** The same as a row that an answer used. */
export function usedRow(parts: Partial<RecordedRow> = {}): RecordedResponse["indicators"][number] {
  return {
    period: "year",
    scope: "own",
    unit: "%",
    qualifier: null,
    documentId: "d1",
    start: 0,
    end: 3,
    marker: 1,
    ...row(parts),
  };
}

function recordOf({ response, record, milliseconds = 1 }: Case, id: string): AnswerRecord {
  const full = response === null ? null : responseOf(response ?? {});
  return {
    id,
    turns: [{ question: "问？", response: full, error: full === null ? "broke" : null, milliseconds }],
    slices: (full?.citations ?? []).map(({ marker, quote }) => ({ marker, text: quote })),
    retrieval: {},
    lookups: [],
    units: null,
    reading: null,
    digest: "a",
    repeatDigest: null,
    ...record,
  };
}

function responseOf(parts: Partial<RecordedResponse>): RecordedResponse {
  return {
    id: "r",
    status: "answered",
    answer: "",
    question: "",
    citations: [],
    indicators: [],
    suggestions: [],
    ...parts,
  };
}
