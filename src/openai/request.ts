import { z } from "zod";
import { type ChatMessage, LIMITS } from "#protocol/chat.ts";

/** The one model of this service. */
export const MODEL = "wenzheng";

const partSchema = z.object({ type: z.literal("text"), text: z.string() });
/** More parts than any client sends; a million bytes hold hundreds of thousands. */
const MOST_PARTS = 256;

/** Only the first part that is none is told of: to name each of hundreds of thousands held the serving thread for seconds. */
const partsSchema = z
  .array(z.unknown())
  .max(MOST_PARTS, { abort: true })
  .superRefine((parts, context) => {
    const at = parts.findIndex((part) => !partSchema.safeParse(part).success);
    if (at >= 0)
      context.addIssue({ code: "custom", path: [at], message: 'a part is {"type": "text", "text": "…"}' });
  });
const contentSchema = z.union([z.string(), partsSchema]).nullish();

/**
 * `POST /v1/chat/completions`, as far as it means something here. What shapes the words of a language model (temperature, seed,
 * penalties …) is taken and has no effect; what would be broken by an answer in prose is refused.
 */
export const completionRequestSchema = z.looseObject({
  model: z.string(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]),
        content: contentSchema,
      }),
    )
    .min(1)
    .max(LIMITS.messages),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1, { error: "n: 1 is the only number of answers" }).nullish(),
  response_format: z
    .looseObject({ type: z.literal("text", { error: "answers are text; there is no JSON mode" }) })
    .nullish(),
  tool_choice: z
    .union([z.literal("auto"), z.literal("none")], { error: "no tool is ever called; leave tool_choice out" })
    .nullish(),
});

export type CompletionRequest = z.infer<typeof completionRequestSchema>;

/**
 * The conversation as this service knows it: the turns of user and assistant. Instructions (`system`) change nothing about what
 * a report says and are left out; of a long conversation the last turns count.
 */
export function conversationOf({ messages }: Pick<CompletionRequest, "messages">): ChatMessage[] {
  const turns = messages.flatMap(({ role, content }): ChatMessage[] => {
    const words = wordsOf(content);
    return (role === "user" || role === "assistant") && words !== "" ? [{ role, content: words }] : [];
  });
  return turns.slice(-LIMITS.messages);
}

function wordsOf(content: CompletionRequest["messages"][number]["content"]): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  return content.map((part) => partSchema.parse(part).text).join("\n");
}
