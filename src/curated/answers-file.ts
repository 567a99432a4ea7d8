import { z } from "zod";
import { foldPlain } from "#text/fold.ts";

const day = z.iso.date();

/** One line of `corpus/answers.jsonl`: what no report says, in the words of whoever answers for it. */
export const curatedAnswerSchema = z.strictObject({
  /** The question in every wording that surely means it. */
  questions: z.array(z.string().min(2).max(200)).min(1).max(50),
  answer: z.string().min(1).max(5_000),
  link: z.url({ protocol: /^https?$/ }).optional(),
  /** First and last day on which it is true. */
  from: day.optional(),
  to: day.optional(),
  /** Who answers for it. */
  owner: z.string().min(1).max(200),
});

export type CuratedAnswer = z.infer<typeof curatedAnswerSchema>;

export interface CuratedFile {
  /** By the comparable form of each wording. */
  readonly answers: ReadonlyMap<string, CuratedAnswer>;
  /** `line 3: …`; a bad line is left out, the others count. */
  readonly problems: readonly string[];
}

/** Reads the lines; empty ones and those that begin with `//` are passed over. */
export function parseAnswers(text: string): CuratedFile {
  const answers = new Map<string, CuratedAnswer>();
  const problems: string[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "" || line.startsWith("//")) continue;
    const entry = curatedAnswerSchema.safeParse(parsedJson(line));
    if (!entry.success) {
      problems.push(`line ${at + 1}: ${z.prettifyError(entry.error).replaceAll(/\s*\n\s*/g, " ")}`);
      continue;
    }
    const { from, to } = entry.data;
    if (from !== undefined && to !== undefined && from > to)
      problems.push(`line ${at + 1}: it ends before it begins`);
    for (const question of entry.data.questions) {
      const key = comparable(question);
      if (key === "") problems.push(`line ${at + 1}: ${question} holds no word`);
      else if (answers.has(key))
        problems.push(`line ${at + 1}: ${question} is asked by an earlier line, which counts`);
      else answers.set(key, entry.data);
    }
  }
  return { answers, problems };
}

/** The answer to a question that is one of its wordings, whatever its punctuation, width and case, if it is true on that day. */
export function curatedAnswer(
  { answers }: CuratedFile,
  question: string,
  today: string,
): CuratedAnswer | null {
  const found = answers.get(comparable(question));
  if (found === undefined) return null;
  const { from = today, to = today } = found;
  return from <= today && today <= to ? found : null;
}

const comparable = (text: string): string => foldPlain(text).replace(/[^\p{L}\p{N}]/gu, "");

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return "no JSON";
  }
}
