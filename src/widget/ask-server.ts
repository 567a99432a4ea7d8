import { createParser } from "eventsource-parser";
import type { ChatMessage, ChatResponse } from "#protocol/chat.ts";
import { fieldsOf, readProblem, readResponse, text } from "./read-wire.ts";

export type Stage = "understanding" | "searching" | "writing";

/** What happens while an answer comes in. */
export interface AnswerListener {
  readonly stage: (stage: Stage) => void;
  readonly delta: (text: string) => void;
}

/** An answer that did not come, in the reader's words; `message` is empty when only the connection is to blame. */
export class AnswerFailure extends Error {
  override readonly name = "AnswerFailure";
  readonly retryAfter: number | null;
  constructor(message: string, retryAfter: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}

interface Question {
  readonly endpoint: URL;
  readonly messages: readonly ChatMessage[];
  readonly language: string;
  readonly signal: AbortSignal;
}

/** Asks and listens until `done`; throws AnswerFailure for every other end, and the abort reason when stopped. */
export async function askServer(question: Question, listener: AnswerListener): Promise<ChatResponse> {
  try {
    const response = await fetch(new URL("api/chat", question.endpoint), {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify({ messages: question.messages, stream: true }),
      credentials: "omit",
      signal: question.signal,
    });
    if (!response.ok || response.body === null) throw await refusal(response, question.language);
    return await lastWord(response.body, question.language, listener);
  } catch (error) {
    question.signal.throwIfAborted();
    throw error instanceof AnswerFailure ? error : new AnswerFailure("", null, { cause: error });
  }
}

async function refusal(response: Response, language: string): Promise<AnswerFailure> {
  const problem = readProblem(await response.json().catch(() => null), language);
  return new AnswerFailure(problem?.message ?? "", problem?.retryAfter ?? null);
}

async function lastWord(
  body: ReadableStream<Uint8Array>,
  language: string,
  listener: AnswerListener,
): Promise<ChatResponse> {
  let done: ChatResponse | null = null;
  let failure: AnswerFailure | null = null;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const payload = parsed(data);
      if (event === "status") tellStage(fieldsOf(payload).stage, listener);
      if (event === "delta") listener.delta(text(fieldsOf(payload).text));
      if (event === "done") done = readResponse(payload);
      if (event === "error") {
        const problem = readProblem(payload, language);
        failure = new AnswerFailure(problem?.message ?? "", problem?.retryAfter ?? null);
      }
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parser.feed(decoder.decode(part.value, { stream: true }));
  }
  if (done === null) throw failure ?? new AnswerFailure("");
  return done;
}

function tellStage(stage: unknown, listener: AnswerListener): void {
  if (stage === "understanding" || stage === "searching" || stage === "writing") listener.stage(stage);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
