import { createParser } from "eventsource-parser";
import { z } from "zod";
import { ModelFailure } from "./model-failure.ts";
import type { ModelSettings } from "./settings.ts";

export interface ModelMessage {
  readonly role: "system" | "user";
  readonly content: string;
}

/** Characters of one answer, thinking included; a model that goes on is cut off. */
const LONGEST = 32_000;
/** Characters of one event. */
const LONGEST_EVENT = 256 * 1024;

const chunkSchema = z.object({
  error: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
});

/**
 * One streamed chat completion, whole: everything the model wrote, once the stream has ended as it should.
 * Source: https://platform.openai.com/docs/api-reference/chat-streaming, as Ollama, vLLM and llama.cpp speak it.
 * @throws ModelFailure, whatever goes wrong; asks once and never again
 */
export async function completeChat(
  settings: ModelSettings,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
): Promise<string> {
  try {
    return await readAnswer(await post(settings, messages, signal));
  } catch (cause) {
    if (cause instanceof ModelFailure) throw cause;
    if (signal.aborted) {
      throw new ModelFailure({ failure: "timeout", detail: `nothing whole after ${settings.timeoutMs} ms` });
    }
    throw new ModelFailure({ failure: "unreachable", detail: codeOf(cause) ?? "the connection failed" });
  }
}

async function post(
  settings: ModelSettings,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const key = settings.apiKey();
  const response = await fetch(`${settings.baseUrl.replace(/\/+$/, "")}/chat/completions`, {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model: settings.model, messages, stream: true, temperature: 0 }),
    // A redirect would carry reports and key to another place than the operator named.
    redirect: "error",
    signal,
  });
  const { status, body } = response;
  if (status === 200 && body !== null && isEventStream(response)) return body;
  await body?.cancel();
  if (status === 429) throw new ModelFailure({ failure: "rate_limited", detail: "status 429" });
  if (status !== 200) throw new ModelFailure({ failure: "http_error", detail: `status ${status}` });
  throw new ModelFailure({ failure: "malformed", detail: "the response is no event stream" });
}

const isEventStream = ({ headers }: Response): boolean =>
  (headers.get("content-type") ?? "").startsWith("text/event-stream");

async function readAnswer(body: ReadableStream<Uint8Array>): Promise<string> {
  const answer = new AnswerText();
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onEvent: ({ data }) => answer.take(data),
    onError: ({ type }) => {
      if (type === "max-buffer-size-exceeded")
        throw new ModelFailure({ failure: "too_long", detail: "one event without end" });
    },
  });
  const decoder = new TextDecoder();
  // Leaving the loop, by return or by throw, cancels the stream and with it the model's work.
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    if (answer.ended) break;
  }
  return answer.whole();
}

/** What has arrived of one answer. */
class AnswerText {
  #text = "";
  #finished = false;
  #done = false;

  /** True after the closing `[DONE]`. */
  get ended(): boolean {
    return this.#done;
  }

  /** Takes the data of one event. */
  take(data: string): void {
    if (this.#done) return;
    if (data.trim() === "[DONE]") {
      this.#done = true;
      return;
    }
    const { error, choices } = chunkOf(data);
    if (error !== undefined && error !== null)
      throw new ModelFailure({ failure: "http_error", detail: "an error came in the stream" });
    const [choice] = choices;
    if (choice === undefined) return;
    if (choice.delta?.refusal || choice.finish_reason === "content_filter")
      throw new ModelFailure({ failure: "refused", detail: "the endpoint says so" });
    this.#text += choice.delta?.content ?? "";
    if (this.#text.length > LONGEST)
      throw new ModelFailure({ failure: "too_long", detail: `more than ${LONGEST} characters` });
    if (typeof choice.finish_reason === "string") this.#finished = true;
  }

  whole(): string {
    if (!this.#done && !this.#finished)
      throw new ModelFailure({ failure: "closed_early", detail: "the stream ended in the middle" });
    return this.#text;
  }
}

function chunkOf(data: string): z.infer<typeof chunkSchema> {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw new ModelFailure({ failure: "malformed", detail: "an event is not JSON" });
  }
  const parsed = chunkSchema.safeParse(value);
  if (!parsed.success)
    throw new ModelFailure({ failure: "malformed", detail: "an event is no completion chunk" });
  return parsed.data;
}

/** `ECONNREFUSED` and its like; never the message, which may quote a header. */
function codeOf(cause: unknown): string | null {
  const inner = cause instanceof Error ? cause.cause : undefined;
  if (typeof inner !== "object" || inner === null || !("code" in inner)) return null;
  return typeof inner.code === "string" ? inner.code : null;
}
