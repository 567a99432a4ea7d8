import { z } from "zod";

const count = z.int().nonnegative();

/** What readers asked, from the log of questions, and what there is to answer from. */
export const statisticsSchema = z.object({
  /** Day in China, the last one first. */
  days: z.array(z.object({ day: z.string(), answered: count, refused: count, clarify: count })),
  /** Milliseconds from question to answer; null where no answer was timed. */
  latency: z.object({ p50: count, p95: count, slowest: count }).nullable(),
  topics: z.array(z.object({ topic: z.string(), questions: count })),
  regions: z.array(z.object({ region: z.string(), questions: count })),
  coverage: z.object({ documents: count, regions: count, years: z.array(z.int()) }),
});

export type Statistics = z.infer<typeof statisticsSchema>;
