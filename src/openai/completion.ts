import { z } from "zod";
import { type ChatMessage, type ChatResponse, chatResponseSchema } from "#protocol/chat.ts";
import { sourceList } from "#protocol/source-list.ts";
import { annotationSchema, annotationsOf, usageOf, usageSchema } from "./content.ts";
import { MODEL } from "./request.ts";

/** `chat.completion` of OpenAI, with this service's own answer beside it where a report was asked. */
export const completionSchema = z.object({
  id: z.string(),
  created: z.int(),
  model: z.literal(MODEL),
  object: z.literal("chat.completion"),
  /** The generation of the index. */
  system_fingerprint: z.string().nullable().exactOptional(),
  choices: z.array(
    z.object({
      index: z.int(),
      message: z.object({
        role: z.literal("assistant"),
        content: z.string(),
        refusal: z.null(),
        annotations: z.array(annotationSchema),
      }),
      logprobs: z.null(),
      finish_reason: z.literal("stop"),
    }),
  ),
  usage: usageSchema,
  wenzheng: chatResponseSchema.exactOptional(),
});

export const modelSchema = z.object({
  id: z.literal(MODEL),
  object: z.literal("model"),
  created: z.int(),
  owned_by: z.string(),
});
export const modelListSchema = z.object({ object: z.literal("list"), data: z.array(modelSchema) });

type Completion = z.infer<typeof completionSchema>;

/** What an answer needs besides itself to become a completion. */
export interface CompletionParts {
  readonly messages: readonly ChatMessage[];
  /** `https://host` before the addresses of citations. */
  readonly origin: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** The whole of an answer as one `chat.completion`. The answer as this service has it travels in `wenzheng`. */
export function completionOf(
  response: ChatResponse,
  { messages, origin, created }: CompletionParts,
): Completion {
  const content = response.answer + sourceList(response, origin);
  return {
    ...envelopeOf(response.id, created),
    object: "chat.completion",
    system_fingerprint: response.generation ?? null,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content,
          refusal: null,
          annotations: annotationsOf(response, origin),
        },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: usageOf(messages, content),
    wenzheng: response,
  };
}

/** A completion of words that no report stands behind. */
export function plainCompletion(content: string, { messages, created }: CompletionParts): Completion {
  return {
    ...envelopeOf("task", created),
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant" as const, content, refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: usageOf(messages, content),
  };
}

export const envelopeOf = (id: string, created: number): Pick<Completion, "id" | "created" | "model"> => ({
  id: `chatcmpl-${id}`,
  created,
  model: MODEL,
});

const OWN: z.infer<typeof modelSchema> = { id: MODEL, object: "model", created: 0, owned_by: "wenzheng" };

/** `GET /v1/models`. */
export const MODEL_LIST: z.infer<typeof modelListSchema> = { object: "list", data: [OWN] };
