import { z } from "zod";

/** One sentence in the two languages every problem speaks. */
export const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** RFC 9457 problem details, `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Chinese sentence, then English sentence. */
  detail: z.string(),
  /** Stable, for programs. */
  code: z.string(),
  messages: wordsSchema,
  /** What is wrong and where, e.g. `messages[0].content`; for 400 only. */
  errors: z.array(wordsSchema.extend({ path: z.string() })).optional(),
  /** Seconds, the same as the Retry-After header. */
  retryAfter: z.int().optional(),
});

export type Words = z.infer<typeof wordsSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type ProblemPlace = NonNullable<Problem["errors"]>[number];
