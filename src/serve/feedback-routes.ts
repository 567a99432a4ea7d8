import { Hono } from "hono";
import { LIMITS } from "#protocol/chat.ts";
import { feedbackSchema } from "#protocol/feedback.ts";
import { textFault } from "#protocol/text-faults.ts";
import { parse } from "./parse.ts";
import { ProblemError } from "./problem.ts";
import { readJson } from "./read-json.ts";
import type { Services } from "./services.ts";

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
