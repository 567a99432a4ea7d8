import { Hono } from "hono";
import { type ChatRequest, chatRequestSchema, LIMITS } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { beginAnswer } from "#serve/begin-answer.ts";
import { clientAddress } from "#serve/guard/client-address.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";
import { readJson } from "#serve/read-json.ts";
import type { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";

/** `POST /api/chat`: one answer, as JSON or as server-sent events. */
export function chatRoutes(services: Services, running: RunningAnswers): Hono {
  const app = new Hono();
  app.post("/api/chat", async (c) => {
    const request = await readChatRequest(c.req.raw);
    const client = clientAddress(c, services.settings.trustedProxies);
    const answer = await beginAnswer(services, running, { request, client, left: c.req.raw.signal });
    if (request.stream !== true) return c.json(await answer.response());
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
