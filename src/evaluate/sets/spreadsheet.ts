import { z } from "zod";
import { type CsvRow, parseCsv } from "./csv.ts";
import {
  describeIssues,
  expectationSchema,
  makeQuestionSet,
  type Question,
  type QuestionSet,
  QuestionSetError,
  questionSchema,
  type RowProblem,
} from "./question-set.ts";
import data from "./spreadsheet-columns.json" with { type: "json" };

const COLUMNS = [
  ...["id", "category", "split", "turns", "doc", "evidence", "evidence_all"],
  ...["must", "must_not", "expect", "computed", "notes"],
] as const;

const namesSchema = z.array(z.string());
export const spreadsheetSchema = z.strictObject({
  columns: z.record(z.enum(COLUMNS), namesSchema),
  expectations: z.record(expectationSchema, namesSchema),
  yes: namesSchema,
});

const words = spreadsheetSchema.parse(data);

/**
 * Makes a question set from a spreadsheet saved as CSV. The first row names the columns, in English or Chinese. A cell
 * holds one turn, file, evidence or forbidden string a line; `must` one group a line, its alternatives parted by `|`.
 * A question without an id gets `r` and its row. Throws QuestionSetError with every bad row.
 */
export function questionsFromCsv(name: string, csv: string): QuestionSet {
  const [header, ...body] = parseCsv(csv);
  const columns = readHeader(name, header);
  const rows: { row: number; question: Question }[] = [];
  const problems: RowProblem[] = [];
  for (const { row, cells } of body) {
    const parsed = questionSchema.safeParse(toQuestion(row, cells, columns));
    if (parsed.success) rows.push({ row, question: parsed.data });
    else problems.push({ row, problem: describeIssues(parsed.error) });
  }
  return makeQuestionSet(name, rows, problems);
}

function readHeader(name: string, header: CsvRow | undefined): Map<string, number> {
  const columns = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const [index, title] of (header?.cells ?? []).entries()) {
    const column = keyFor(words.columns, title);
    if (column !== null) columns.set(column, index);
    else if (title.trim() !== "")
      problems.push({ row: header?.row ?? 1, problem: `no column is called ${title}` });
  }
  if (!columns.has("turns"))
    problems.push({ row: header?.row ?? 1, problem: "the column of questions is missing" });
  if (problems.length > 0) throw new QuestionSetError({ name, problems });
  return columns;
}

function toQuestion(row: number, cells: readonly string[], columns: Map<string, number>): object {
  const cell = (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? "";
  const lines = (column: string) => nonEmpty(cell(column).split(/\r\n|\n|\r/));
  const isYes = (column: string) => words.yes.includes(cell(column).toLowerCase());
  return {
    id: cell("id") || `r${row}`,
    category: cell("category") || "uncategorized",
    split: cell("split") || undefined,
    turns: lines("turns"),
    doc: lines("doc"),
    evidence: lines("evidence"),
    evidence_all: isYes("evidence_all"),
    must: lines("must").map((group) => nonEmpty(group.split("|"))),
    must_not: lines("must_not"),
    expect: keyFor(words.expectations, cell("expect")) ?? cell("expect"),
    computed: isYes("computed"),
    notes: cell("notes"),
  };
}

function keyFor(names: Readonly<Record<string, readonly string[]>>, word: string): string | null {
  const wanted = word.trim().toLowerCase();
  return Object.entries(names).find(([, known]) => known.includes(wanted))?.[0] ?? null;
}

function nonEmpty(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
