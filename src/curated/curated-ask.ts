import { createHash } from "node:crypto";
import type { Ask, ChatEvent, ChatRequest, ChatResponse } from "#protocol/chat.ts";
import { type CuratedFile, curatedAnswer } from "./answers-file.ts";
import { inFullWords, type Synonyms } from "./synonyms-file.ts";
import type { WordMatcher } from "./word-matcher.ts";

export interface CuratedParts {
  /** Answers that go first. */
  readonly answers: () => CuratedFile;
  /** Words that end an answer. */
  readonly sensitive: () => WordMatcher;
  /** The site's own words, asked as what they stand for. */
  readonly synonyms: () => Synonyms;
  /** What is said where a word ended it. */
  readonly refusal: string;
  readonly generation: string;
  readonly now?: () => Date;
}

/**
 * Asks as before, after two looks at the last question: a word of the operator's list ends it, and a question that is surely one of
 * the operator's own gets the operator's answer. The reports are asked in full words: 江开区 as the 江北经济开发区 that it stands for.
 */
export function curatedAsk(
  ask: Ask,
  { answers, sensitive, synonyms, refusal, generation, now = () => new Date() }: CuratedParts,
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
    const [held, day] = [answers(), dayIn(now())];
    const full = inFullWords(synonyms(), question);
    const found = curatedAnswer(held, question, day) ?? curatedAnswer(held, full, day);
    if (found === null) return ask(askedInFull(request, synonyms()), signal);
    const answer = found.link === undefined ? found.answer : `${found.answer}\n\n${found.link}`;
    return told(request, { status: "answered", reason: "curated", intent: "handover", answer, generation });
  };
}

function askedInFull(request: ChatRequest, synonyms: Synonyms): ChatRequest {
  if (synonyms.entries.size === 0) return request;
  const messages = request.messages.map((message) =>
    message.role === "user" ? { ...message, content: inFullWords(synonyms, message.content) } : message,
  );
  return { ...request, messages };
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
