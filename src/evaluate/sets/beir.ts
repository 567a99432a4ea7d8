import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  describeIssues,
  formatQuestionSet,
  makeQuestionSet,
  QuestionSetError,
  questionSchema,
  type RowProblem,
} from "./question-set.ts";

const documentSchema = z.object({ _id: z.string().min(1), title: z.string().default(""), text: z.string() });
const querySchema = z.object({ _id: z.string().min(1), text: z.string().min(1) });
const judgementSchema = z.tuple([z.string().min(1), z.string().min(1), z.coerce.number()]);

export interface BeirImport {
  readonly documents: number;
  readonly questions: number;
  /** Queries that no document is relevant to. */
  readonly skipped: number;
}

/**
 * Reads a retrieval set in the BEIR layout (`corpus.jsonl`, `queries.jsonl`, `qrels/<split>.tsv`) and writes it to
 * `out`: `corpus/` with one text file a document, to build an index from, and `questions.jsonl`, whose questions measure
 * retrieval alone by graded documents. Throws QuestionSetError with the bad rows of the first file that has any.
 * Source: Thakur et al., BEIR, NeurIPS 2021; https://github.com/beir-cellar/beir/wiki/Load-your-custom-dataset
 */
export async function importBeir(folder: string, out: string, split = "test"): Promise<BeirImport> {
  const documents = parseJsonLines("corpus.jsonl", await read(folder, "corpus.jsonl"), documentSchema);
  const queries = parseJsonLines("queries.jsonl", await read(folder, "queries.jsonl"), querySchema);
  const judgements = parseJudgements(`${split}.tsv`, await read(folder, "qrels", `${split}.tsv`));
  const questions = queries.flatMap(({ row, value: { _id: id, text } }) => {
    const relevant = judgements.get(id);
    if (relevant === undefined) return [];
    return [
      {
        row,
        question: questionSchema.parse({
          id,
          category: "beir",
          split,
          turns: [text],
          expect: "any",
          relevant,
        }),
      },
    ];
  });
  await mkdir(join(out, "corpus"), { recursive: true });
  for (const { value } of documents) {
    const text = value.title === "" ? value.text : `${value.title}\n\n${value.text}`;
    await writeFile(join(out, "corpus", fileName(value._id)), `${text}\n`);
  }
  const set = makeQuestionSet("queries.jsonl", questions);
  await writeFile(join(out, "questions.jsonl"), formatQuestionSet(set));
  return {
    documents: documents.length,
    questions: questions.length,
    skipped: queries.length - questions.length,
  };
}

/** Safe on every file system, and different for different ids. */
function fileName(id: string): string {
  return `${encodeURIComponent(id).replaceAll("*", "%2A")}.txt`;
}

function read(...path: string[]): Promise<string> {
  return readFile(join(...path), "utf8");
}

function parseJsonLines<T>(name: string, text: string, schema: z.ZodType<T>): { row: number; value: T }[] {
  return parseRows(name, text, (line) => schema.safeParse(parseJson(line)));
}

/** Documents with a grade above 0 by query, under the names of their files. */
function parseJudgements(name: string, text: string): Map<string, Record<string, number>> {
  const body = text.replace(/^query-id\t.*\r?\n/, "\n");
  const rows = parseRows(name, body, (line) => judgementSchema.safeParse(line.split("\t")));
  const byQuery = new Map<string, Record<string, number>>();
  for (const { value } of rows) {
    const [query, document, grade] = value;
    if (grade > 0) byQuery.set(query, { ...byQuery.get(query), [fileName(document)]: grade });
  }
  return byQuery;
}

function parseRows<T>(name: string, text: string, parse: (line: string) => z.ZodSafeParseResult<T>) {
  const rows: { row: number; value: T }[] = [];
  const problems: RowProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const parsed = parse(line);
    if (parsed.success) rows.push({ row: index + 1, value: parsed.data });
    else problems.push({ row: index + 1, problem: describeIssues(parsed.error) });
  }
  if (problems.length > 0) throw new QuestionSetError({ name, problems });
  return rows;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
