import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { ChatResponse } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { assetRoutes } from "#serve/assets.ts";
import { beginAnswer } from "#serve/begin-answer.ts";
import { clientAddress } from "#serve/guard/client-address.ts";
import { originOf } from "#serve/guard/origin-of.ts";
import { homePage } from "#serve/pages/home-page.ts";
import { ProblemError } from "#serve/problem.ts";
import { revalidated } from "#serve/revalidated.ts";
import type { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";

/** What needs no report: the page with the question box, its style sheets, and the widget's file. */
export function homeRoutes(services: Services, running: RunningAnswers): Hono {
  const { settings, widget } = services;
  const app = new Hono();
  app.route("/", assetRoutes());
  app.use("/widget.js", etag(), revalidated);
  app.get("/", async (c) => {
    const question = (c.req.query("q") ?? "").trim();
    const asked =
      question === "" ? null : { question, response: await answerTo(question, c, { services, running }) };
    return c.html(homePage(settings, { ...services.overview(), origin: originOf(c, settings), asked }));
  });
  app.get("/widget.js", async (c) => {
    if (widget === undefined) throw new ProblemError("not_found");
    // A module script is always fetched with CORS; the file is public, the API behind it is not.
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
    return c.body(await widget(), 200, { "Content-Type": "text/javascript; charset=utf-8" });
  });
  return app;
}

async function answerTo(
  question: string,
  c: Context,
  { services, running }: { services: Services; running: RunningAnswers },
): Promise<ChatResponse> {
  const request = { messages: [{ role: "user" as const, content: question }] };
  const errors = chatFaults(request);
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors });
  const client = clientAddress(c, services.settings.trustedProxies);
  const answer = await beginAnswer(services, running, { request, client, left: c.req.raw.signal });
  return await answer.response();
}
