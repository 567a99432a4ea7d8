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

const LANGUAGES: Partial<Readonly<Record<Intent, Language>>> = {
  "operation.english": "en",
  "operation.chinese": "zh",
};

/**
 * An operation on the answer before (做成表格, 出处在哪, in English please): that answer, found again and brought to the form
 * asked for. Without one, the reader is asked for a question.
 */
export async function operated(asked: Question, sources: Sources, before: AnswerBefore): Promise<Draft> {
  const language = LANGUAGES[asked.intent] ?? null;
  const last = await before(language);
  if (last === null) {
    const desk = new Desk(asked, sources);
    const examples = examplesFrom(sources, asked.language);
    const text = desk.say("redone.none", { example: examples[0] ?? "" });
    return desk.clarification([{ type: "paragraph", text }], examples);
  }
  if (language !== null || last.draft.status !== "answered") return last.draft;
  return operationDraft(new Desk(last.question, sources), asked.intent, last.draft);
}
