import type { ChatMessage, ChatResponse } from "#protocol/chat.ts";
import { sourceList } from "#protocol/source-list.ts";
import { annotationsOf, usageOf } from "./content.ts";
import { MODEL } from "./request.ts";

/** What an answer needs besides itself to become a completion. */
export interface CompletionParts {
  readonly messages: readonly ChatMessage[];
  /** `https://host` before the addresses of citations. */
  readonly origin: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** The whole of an answer as one `chat.completion`. The answer as this service has it travels in `wenzheng`. */
export function completionOf(response: ChatResponse, { messages, origin, created }: CompletionParts) {
  const content = response.answer + sourceList(response, origin);
  return {
    ...envelopeOf(response.id, created),
    object: "chat.completion" as const,
    system_fingerprint: response.generation ?? null,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant" as const,
          content,
          refusal: null,
          annotations: annotationsOf(response, origin),
        },
        logprobs: null,
        finish_reason: "stop" as const,
      },
    ],
    usage: usageOf(messages, content),
    wenzheng: response,
  };
}

/** A completion of words that no report stands behind. */
export function plainCompletion(content: string, { messages, created }: CompletionParts) {
  return {
    ...envelopeOf("task", created),
    object: "chat.completion" as const,
    choices: [
      {
        index: 0,
        message: { role: "assistant" as const, content, refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: "stop" as const,
      },
    ],
    usage: usageOf(messages, content),
  };
}

export const envelopeOf = (id: string, created: number) => ({ id: `chatcmpl-${id}`, created, model: MODEL });

/** `GET /v1/models`. */
export const MODEL_LIST = {
  object: "list",
  data: [{ id: MODEL, object: "model", created: 0, owned_by: "wenzheng" }],
} as const;
