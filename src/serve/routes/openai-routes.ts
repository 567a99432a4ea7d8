import { type Context, Hono } from "hono";
import { chunkWriter } from "#openai/chunks.ts";
import { completionOf, MODEL_LIST, plainCompletion } from "#openai/completion.ts";
import { type CompletionRequest, completionRequestSchema, conversationOf, MODEL } from "#openai/request.ts";
import { taskAnswer } from "#openai/task-prompts.ts";
import type { ChatMessage } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { beginAnswer } from "#serve/begin-answer.ts";
import { clientAddress } from "#serve/guard/client-address.ts";
import { limit } from "#serve/guard/limits.ts";
import { originOf } from "#serve/guard/origin-of.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";
import { readJson } from "#serve/read-json.ts";
import type { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";

/** `GET /v1/models` and `POST /v1/chat/completions`, for programs that speak to OpenAI. */
export function openaiRoutes(services: Services, running: RunningAnswers): Hono {
  const app = new Hono();
  app.get("/v1/models", (c) => c.json(MODEL_LIST));
  app.get("/v1/models/:id", (c) => {
    assertModel(c.req.param("id"));
    return c.json(MODEL_LIST.data[0]);
  });
  app.post("/v1/chat/completions", async (c) => {
    const request = parse(completionRequestSchema, await readJson(c.req.raw, limit("completionBytes")));
    assertModel(request.model);
    const messages = conversationOf(request);
    return taskResponse(request, messages) ?? answered(c, { request, messages, services, running });
  });
  return app;
}

function assertModel(model: string): void {
  if (model === MODEL) return;
  const words = {
    zh: `没有模型 ${model}；本服务只有 ${MODEL}。`,
    en: `There is no model ${model}; this service has ${MODEL}.`,
  };
  throw new ProblemError("model_not_found", { words });
}

interface Completing {
  readonly request: CompletionRequest;
  readonly messages: readonly ChatMessage[];
  readonly services: Services;
  readonly running: RunningAnswers;
}

async function answered(c: Context, { request, messages, services, running }: Completing): Promise<Response> {
  const asked = { messages: [...messages] };
  const errors = chatFaults(asked);
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors });
  const client = clientAddress(c, services.settings.trustedProxies);
  const answer = await beginAnswer(services, running, { request: asked, client, left: c.req.raw.signal });
  const parts = { messages, origin: originOf(c, services.settings), created: nowSeconds() };
  if (request.stream !== true) return c.json(completionOf(await answer.response(), parts));
  const includeUsage = request.stream_options?.include_usage === true;
  return streamed(answer.stream(chunkWriter({ ...parts, id: crypto.randomUUID(), includeUsage })));
}

function taskResponse(request: CompletionRequest, messages: readonly ChatMessage[]): Response | null {
  const content = taskAnswer(messages);
  if (content === null) return null;
  const parts = { messages, origin: "", created: nowSeconds() };
  if (request.stream !== true) return Response.json(plainCompletion(content, parts));
  const writer = chunkWriter({ ...parts, id: "task", includeUsage: false });
  return streamed(writer.event({ type: "delta", text: content }) + writer.end());
}

function streamed(body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}

const nowSeconds = () => Math.floor(Date.now() / 1_000);
