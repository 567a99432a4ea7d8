import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import { examplesFrom } from "#answer/suggest.ts";
import type { Intent } from "#question/intent/intent.ts";
import type { Language, Question } from "#question/question.ts";
import { operationDraft } from "./operation-draft.ts";

/** Answers a conversation that ends with a turn of its own; `language` overrides that of the turn. */
export type AnswerBefore = (
  language: Language | null,
) => Promise<{ question: Question; draft: Draft } | null>;

/** The answers to the turns of one enquiry, oldest first: the last and what it leant on (GDP of 2020, and 2022, and 2023). */
export type AnswersOfEnquiry = () => Promise<readonly Draft[]>;

/** What may be done to the figures of several turns at once. */
const OVER_ENQUIRY: ReadonlySet<Intent> = new Set([
  "operation.table",
  "operation.chart",
  "operation.numbers",
]);

const LANGUAGES: Partial<Readonly<Record<Intent, Language>>> = {
  "operation.english": "en",
  "operation.chinese": "zh",
};

/**
 * An operation on the answer before (做成表格, 出处在哪, in English please): that answer, found again and brought to the form
 * asked for. Without one, the reader is asked for a question.
 */
export async function operated(
  asked: Question,
  sources: Sources,
  { before, enquiry }: { readonly before: AnswerBefore; readonly enquiry: AnswersOfEnquiry },
): Promise<Draft> {
  const language = LANGUAGES[asked.intent] ?? null;
  const last = await before(language);
  if (last === null) {
    const desk = new Desk(asked, sources);
    const examples = examplesFrom(sources, asked.language);
    const text = desk.say("redone.none", { example: examples[0] ?? "" });
    return desk.clarification([{ type: "paragraph", text }], examples);
  }
  if (language !== null || last.draft.status !== "answered") return last.draft;
  const desk = new Desk(last.question, sources);
  const told = OVER_ENQUIRY.has(asked.intent) ? await enquiry() : [];
  return operationDraft(desk, asked.intent, told.length > 1 ? together(desk, told, last.draft) : last.draft);
}

/** The figures of several answers as those of one, each once; the answer before itself where only it told figures. */
function together(desk: Desk, told: readonly Draft[], last: Draft): Draft {
  const telling = told.filter(({ used }) => used.length > 0);
  if (telling.length < 2 || last.used.length === 0) return last;
  for (const { used } of telling) for (const { row } of used) desk.mark(row);
  return { ...desk.draft("operation", last.blocks), suggestions: last.suggestions };
}
