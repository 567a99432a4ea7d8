import { createHash } from "node:crypto";
import type { Ask, ChatEvent, ChatRequest, ChatResponse } from "#protocol/chat.ts";
import { type CuratedFile, curatedAnswer } from "./answers-file.ts";
import type { WordMatcher } from "./word-matcher.ts";

export interface CuratedParts {
  /** Answers that go first. */
  readonly answers: () => CuratedFile;
  /** Words that end an answer. */
  readonly sensitive: () => WordMatcher;
  /** What is said then. */
  readonly refusal: string;
  readonly generation: string;
  readonly now?: () => Date;
}

/**
 * Asks as before, after two looks at the last question: a word of the operator's list ends it, and a question that is surely one of
 * the operator's own gets the operator's answer.
 */
export function curatedAsk(
  ask: Ask,
  { answers, sensitive, refusal, generation, now = () => new Date() }: CuratedParts,
): Ask {
  return (request, signal) => {
    const question = request.messages.at(-1)?.content ?? "";
    if (sensitive().isIn(question))
      return told(request, {
        status: "refused",
        reason: "sensitive_word",
        intent: "sensitive",
        answer: refusal,
        generation,
      });
    const found = curatedAnswer(answers(), question, dayIn(now()));
    if (found === null) return ask(request, signal);
    const answer = found.link === undefined ? found.answer : `${found.answer}\n\n${found.link}`;
    return told(request, { status: "answered", reason: "curated", intent: "handover", answer, generation });
  };
}

type Told = Pick<ChatResponse, "status" | "reason" | "intent" | "answer"> & { readonly generation: string };

async function* told({ messages }: ChatRequest, said: Told): AsyncGenerator<ChatEvent> {
  const blocks = said.answer.split("\n\n").map((text) => ({ type: "paragraph" as const, text }));
  const body = {
    ...said,
    blocks,
    question: messages.at(-1)?.content ?? "",
    citations: [],
    indicators: [],
    suggestions: [],
    writtenBy: "composer" as const,
  };
  const id = createHash("sha256")
    .update(JSON.stringify([messages, body]))
    .digest("hex")
    .slice(0, 24);
  yield { type: "status", stage: "understanding" };
  yield { type: "delta", text: said.answer };
  yield { type: "done", response: { id, ...body } };
}

/** The day in China, as `2026-11-30`. */
const dayIn = (time: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(time);
