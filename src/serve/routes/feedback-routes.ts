import { Hono } from "hono";
import { LIMITS } from "#protocol/chat.ts";
import { feedbackSchema } from "#protocol/feedback.ts";
import { textFault } from "#protocol/text-faults.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";
import { readJson } from "#serve/read-json.ts";
import type { Services } from "#serve/services.ts";

/** `POST /api/feedback`: useful or not, with a comment if the reader likes. */
export function feedbackRoutes({ feedback }: Services): Hono {
  const app = new Hono();
  app.post("/api/feedback", async (c) => {
    const given = parse(feedbackSchema, await readJson(c.req.raw, LIMITS.bodyBytes));
    const fault = textFault(given.comment ?? "");
    if (fault !== null)
      throw new ProblemError("invalid_request", { errors: [{ path: "comment", ...fault }] });
    await feedback?.(given);
    return c.body(null, 204);
  });
  return app;
}
