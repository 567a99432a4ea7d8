import { z } from "zod";

/** `POST /api/feedback`: no personal data is asked for. */
export const feedbackSchema = z.object({
  answerId: z.string().min(1).max(200),
  verdict: z.enum(["useful", "not_useful"]),
  comment: z.string().max(500).optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;
