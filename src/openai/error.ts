import { z } from "zod";
import type { Problem } from "#protocol/problem.ts";

export const completionErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.enum(["server_error", "rate_limit_error", "invalid_request_error"]),
    param: z.string().nullable(),
    code: z.string(),
  }),
});

type CompletionError = z.infer<typeof completionErrorSchema>;

/** A problem in the shape that OpenAI's clients know: their error classes go by the status, their messages by `message`. */
export function errorOf({ status, code, detail, errors = [] }: Problem): CompletionError {
  const [first] = errors;
  const places = errors.map(({ path, zh, en }) => `${path}: ${zh} ${en}`);
  return {
    error: {
      message: [detail, ...places].join(" "),
      type: status >= 500 ? "server_error" : status === 429 ? "rate_limit_error" : "invalid_request_error",
      param: first?.path ?? null,
      code,
    },
  };
}
