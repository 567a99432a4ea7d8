import { Hono } from "hono";
import {
  type ChatEvent,
  type ChatRequest,
  type ChatResponse,
  chatRequestSchema,
  LIMITS,
} from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { answerStream } from "./answer-stream.ts";
import { BrokenAnswerError, checkedEvents } from "./checked-events.ts";
import { parse } from "./parse.ts";
import { ProblemError, problemFor } from "./problem.ts";
import { readJson } from "./read-json.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Services } from "./services.ts";

/** `POST /api/chat`: one answer, as JSON or as server-sent events. */
export function chatRoutes(services: Services, running: RunningAnswers): Hono {
  const app = new Hono();
  app.post("/api/chat", async (c) => {
    const request = await readChatRequest(c.req.raw);
    const answer = beginAnswer(services, running, request);
    if (request.stream !== true) {
      c.req.raw.signal.addEventListener("abort", answer.leave, { once: true });
      return c.json(await answer.response());
    }
    return new Response(answer.stream(), {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
      },
    });
  });
  return app;
}

async function readChatRequest(raw: Request): Promise<ChatRequest> {
  const request = parse(chatRequestSchema, await readJson(raw, LIMITS.bodyBytes));
  const errors = chatFaults(request);
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors });
  return request;
}

/** Starts one answer within the limits of the house; `response` or `stream` runs it to its end. */
export function beginAnswer(services: Services, running: RunningAnswers, request: ChatRequest) {
  const { settings, ask, report } = services;
  if (running.size >= settings.runningAnswers) throw new ProblemError("busy", { retryAfter: 2 });
  const { controller, end } = running.begin();
  const timer = setTimeout(
    () => controller.abort(new ProblemError("answer_timeout")),
    settings.answerTimeoutMs,
  );
  const over = () => {
    clearTimeout(timer);
    end();
  };
  const events = checkedEvents(ask, request, controller.signal);
  const problem = (error: unknown) => {
    if (!(error instanceof ProblemError)) report?.(error, "POST /api/chat");
    return problemFor(error, "answer_failed");
  };
  const leave = () => controller.abort(new DOMException("the reader left", "AbortError"));
  return {
    leave,
    stream: () => answerStream(events, { problemFor: problem, left: leave, over }),
    response: () => doneOf(events).finally(over),
  };
}

async function doneOf(events: AsyncIterable<ChatEvent>): Promise<ChatResponse> {
  for await (const event of events) if (event.type === "done") return event.response;
  throw new BrokenAnswerError("the events ended without done");
}
