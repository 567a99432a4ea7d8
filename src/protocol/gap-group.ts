import { z } from "zod";

/** Questions asked in vain about one thing; a dash where they name none. */
export const gapGroupSchema = z.object({
  region: z.string(),
  year: z.string(),
  topic: z.string(),
  unanswered: z.int(),
  weak: z.int(),
  examples: z.array(z.string()),
});

export type GapGroup = z.infer<typeof gapGroupSchema>;
