import { createHash } from "node:crypto";
import { z } from "zod";
import { WenzhengError } from "#domain/errors.ts";

/** How a question should end; `any` is not graded (sets that measure retrieval alone). */
export const expectationSchema = z.enum(["answer", "refuse", "clarify", "answer_or_clarify", "any"]);

/** What a question means, in the parts that can be told right from wrong; an absent part is not compared. */
export const readingSchema = z.strictObject({
  regions: z.array(z.string()).optional(),
  years: z.array(z.int()).optional(),
  indicators: z.array(z.string()).optional(),
  kinds: z.array(z.enum(["target", "actual"])).optional(),
  operation: z.string().optional(),
  language: z.string().optional(),
});

/** A gold reading, and words that the stand-alone question must hold. */
export const goldReadingSchema = readingSchema.extend({ mentions: z.array(z.string()).optional() });

/** One cell of the indicator table that a right answer must have used; an absent part is not compared. */
export const goldCellSchema = z.strictObject({
  region: z.string().optional(),
  year: z.int().optional(),
  indicator: z.string().optional(),
  kind: z.enum(["target", "actual"]),
  value: z.number().nullable().optional(),
  raw: z.string().optional(),
});

const strings = z.array(z.string().min(1)).default([]);
const groups = z.array(z.array(z.string().min(1)).min(1)).default([]);

/** One graded conversation. `evals/README.md` says what each field means. */
export const questionSchema = z.strictObject({
  id: z.string().min(1),
  category: z.string().min(1),
  split: z.string().min(1).default("dev"),
  turns: z.array(z.string().min(1)).min(1).max(25),
  /** The one report the question was written from; stands for `doc` where that is absent. */
  report: z.string().min(1).optional(),
  /** File names of the reports the question is asked of, where not of all that are held. */
  corpus: strings,
  doc: strings,
  evidence: strings,
  evidence_cells: groups,
  evidence_groups: groups,
  evidence_all: z.boolean().default(false),
  must: groups,
  must_not: strings,
  expect: expectationSchema,
  computed: z.boolean().default(false),
  reading: goldReadingSchema.optional(),
  cells: z.array(goldCellSchema).default([]),
  /** Graded relevance by source name, for sets whose gold is documents and not passages. */
  relevant: z.record(z.string(), z.number().positive()).optional(),
  notes: z.string().default(""),
});

/** The short form of a question that has a gold reading and nothing else. */
const readingRowSchema = z.strictObject({
  turns: z.array(z.string().min(1)).min(1),
  expect: readingSchema.omit({ kinds: true }).extend({ kind: z.enum(["target", "actual"]).nullable() }),
});

export type Expectation = z.infer<typeof expectationSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type GoldCell = z.infer<typeof goldCellSchema>;
export type Question = z.infer<typeof questionSchema>;

export interface QuestionSet {
  readonly name: string;
  /** SHA-256 of the questions as read, hex: two runs on the same digest can be paired. */
  readonly digest: string;
  readonly questions: readonly Question[];
}

/** One fault of a question set; `row` counts from 1 as an editor or a spreadsheet shows it. */
export interface RowProblem {
  readonly row: number;
  readonly problem: string;
}

/** A question set with rows that do not parse: all of them are told at once. */
export class QuestionSetError extends WenzhengError {
  readonly code = "question_set";
  readonly audience = "operator";
  readonly problems: readonly RowProblem[];
  constructor(facts: { name: string; problems: readonly RowProblem[] }, options?: ErrorOptions) {
    const lines = facts.problems.map(({ row, problem }) => `  row ${row}: ${problem}`);
    super(`${facts.name} is not a question set. Correct these rows:\n${lines.join("\n")}`, options);
    this.problems = facts.problems;
  }
}

/** What is wrong with a value that failed its schema, as one line. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`))
    .join("; ");
}

/** Builds a set from questions with their rows; throws QuestionSetError when an id comes twice or none is left. */
export function makeQuestionSet(
  name: string,
  rows: readonly { readonly row: number; readonly question: Question }[],
  problems: readonly RowProblem[] = [],
): QuestionSet {
  const found = [...problems];
  const rowOf = new Map<string, number>();
  for (const { row, question } of rows) {
    const first = rowOf.get(question.id);
    if (first === undefined) rowOf.set(question.id, row);
    else found.push({ row, problem: `id ${question.id} stands in row ${first} already` });
  }
  if (rows.length === 0 && found.length === 0) found.push({ row: 1, problem: "there is no question" });
  if (found.length > 0) throw new QuestionSetError({ name, problems: found.sort((a, b) => a.row - b.row) });
  const questions = rows.map(({ question }) => question);
  return { name, digest: digestOf(questions), questions };
}

/**
 * Reads a set from JSON Lines, one question a line, or one conversation with its typed reading as `expect`; blank
 * lines are passed over.
 * Throws QuestionSetError with every bad line.
 */
export function parseQuestionSet(name: string, jsonLines: string): QuestionSet {
  const rows: { row: number; question: Question }[] = [];
  const problems: RowProblem[] = [];
  for (const [index, line] of jsonLines.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const parsed = parseRow(parseJson(line), index + 1);
    if (parsed.success) rows.push({ row: index + 1, question: parsed.data });
    else problems.push({ row: index + 1, problem: describeIssues(parsed.error) });
  }
  return makeQuestionSet(name, rows, problems);
}

/** The set as JSON Lines, without the fields that hold their default. */
export function formatQuestionSet(set: QuestionSet): string {
  return set.questions
    .map((question) => Object.fromEntries(Object.entries(question).filter(([, value]) => !isEmpty(value))))
    .map((question) => `${JSON.stringify(question)}\n`)
    .join("");
}

function isEmpty(value: unknown): boolean {
  return value === "" || value === false || (Array.isArray(value) && value.length === 0);
}

/** A row whose `expect` is a reading measures understanding alone; it needs neither id nor category. */
function parseRow(value: unknown, row: number): z.ZodSafeParseResult<Question> {
  const reading = readingRowSchema.safeParse(value);
  if (!reading.success) return questionSchema.safeParse(withDoc(value));
  const { turns, expect } = reading.data;
  const { kind, ...parts } = expect;
  const id = `r${row}`;
  const kinds = kind === null ? [] : [kind];
  return questionSchema.safeParse({
    id,
    category: "understanding",
    turns,
    expect: "any",
    reading: { ...parts, kinds },
  });
}

const namesReport = z.looseObject({ report: z.string(), doc: z.never().optional() });

/** Proof of a question about one report comes from that report. */
function withDoc(value: unknown): unknown {
  const given = namesReport.safeParse(value);
  return given.success ? { ...given.data, doc: [given.data.report] } : value;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function digestOf(questions: readonly Question[]): string {
  return createHash("sha256").update(JSON.stringify(questions)).digest("hex");
}
