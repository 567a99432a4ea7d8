import type { ChatEvent, ChatRequest, ChatResponse } from "#protocol/chat.ts";
import { answerStream, CONTRACT_FORM, type StreamForm } from "./answer-stream.ts";
import { BrokenAnswerError, checkedEvents } from "./checked-events.ts";
import { limit } from "./guard/limits.ts";
import { ProblemError, problemFor } from "./problem.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Services } from "./services.ts";

/** One question, and who asks it. */
export interface Asked {
  readonly request: ChatRequest;
  readonly client: string;
  /** Aborts when the reader leaves before the answer has begun. */
  readonly left: AbortSignal;
}

/**
 * Starts one answer within the limits of the house; `response` or `stream` runs it to its end.
 * @throws what a reader is told when nobody can work at it now
 */
export async function beginAnswer(
  services: Services,
  running: RunningAnswers,
  { request, client, left }: Asked,
) {
  const { settings, ask, report } = services;
  const notice = services.notice?.() ?? null;
  if (notice !== null) throw switchedOff(notice);
  const isFull = running.size >= settings.runningAnswers;
  const hasMany = settings.rateLimit !== null && running.of(client) >= limit("runningPerClient");
  if (isFull || hasMany) throw new ProblemError("busy", { retryAfter: retryAfter() });
  const { controller, end } = running.begin(client);
  const timer = setTimeout(
    () => controller.abort(new ProblemError("answer_timeout")),
    settings.answerTimeoutMs,
  );
  const leave = () => controller.abort(new DOMException("the reader left", "AbortError"));
  left.addEventListener("abort", leave, { once: true });
  const over = () => {
    clearTimeout(timer);
    left.removeEventListener("abort", leave);
    end();
  };
  const { signal } = controller;
  const begun = await ask(request, { client, signal }).catch((error: unknown) => {
    over();
    throw error;
  });
  const events = checkedEvents(begun, signal);
  const problem = (error: unknown) => {
    if (!(error instanceof ProblemError)) report?.(error, "answering");
    return problemFor(error, "answer_failed");
  };
  return {
    stream: (form: StreamForm = CONTRACT_FORM) =>
      answerStream(events, { form, problemFor: problem, left: leave, over }),
    response: () => doneOf(events).finally(over),
  };
}

function switchedOff(notice: string): ProblemError {
  const words = { zh: notice || "答问服务暂停。", en: "Answering is switched off for now." };
  return new ProblemError("switched_off", { words, retryAfter: 60 });
}

/** Seconds, spread so that those sent away do not come back all at once. */
const retryAfter = (): number => 2 + Math.floor(Math.random() * 4);

async function doneOf(events: AsyncIterable<ChatEvent>): Promise<ChatResponse> {
  for await (const event of events) if (event.type === "done") return event.response;
  throw new BrokenAnswerError("the events ended without done");
}
