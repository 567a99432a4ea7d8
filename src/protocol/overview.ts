import { z } from "zod";

/** What the home page says of the reports that are held. */
export const overviewSchema = z.object({
  documents: z.int().nonnegative(),
  /** Which regions and years they are of, in one line. */
  coverage: z.string(),
  /** Questions that the reports can answer. */
  examples: z.array(z.string()),
});

export type Overview = z.infer<typeof overviewSchema>;
