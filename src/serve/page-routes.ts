import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { ChatResponse } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { dataPageParametersSchema, parametersOf, viewerParametersSchema } from "#protocol/query-string.ts";
import { assetRoutes } from "./assets.ts";
import { beginAnswer } from "./begin-answer.ts";
import { documentPage } from "./pages/document-page.ts";
import { documentsPage } from "./pages/documents-page.ts";
import { exampleQuestions } from "./pages/example-questions.ts";
import { homePage } from "./pages/home-page.ts";
import { indicatorsPage } from "./pages/indicators-page.ts";
import { parse } from "./parse.ts";
import { ProblemError } from "./problem.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Services } from "./services.ts";
import type { ServeSettings } from "./settings.ts";

/** What people read in a browser: the demo page, the reports, the data, and the widget's file. */
export function pageRoutes(services: Services, running: RunningAnswers): Hono {
  const { library, settings, widget } = services;
  const app = new Hono();
  app.route("/", assetRoutes());
  for (const path of ["/documents", "/documents/*", "/indicators", "/widget.js"])
    app.use(path, etag(), revalidated);
  app.get("/", async (c) => {
    const question = (c.req.query("q") ?? "").trim();
    const asked =
      question === "" ? null : { question, response: await answerTo(question, services, running) };
    const documents = library.documents();
    const examples = exampleQuestions(library, documents);
    return c.html(
      homePage(settings, { documents: documents.length, examples, origin: originOf(c, settings), asked }),
    );
  });
  app.get("/documents", (c) => c.html(documentsPage(settings, library.documents())));
  app.get("/documents/:id", (c) => {
    const document = library.document(c.req.param("id"));
    if (document === null) throw new ProblemError("document_not_found");
    return c.html(documentPage(settings, document, askedSpan(c)));
  });
  app.get("/indicators", (c) => {
    const parameters = parse(dataPageParametersSchema, parametersOf(new URL(c.req.url)));
    return c.html(indicatorsPage(settings, library, parameters));
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

async function revalidated(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  c.header("Cache-Control", "no-cache");
}

function askedSpan(c: Context): { start: number; end: number } | null {
  const { start, end } = parse(viewerParametersSchema, parametersOf(new URL(c.req.url)));
  return start === undefined || end === undefined ? null : { start, end };
}

/** The server's address as its visitors see it; only a proxy of our own is believed about the scheme. */
function originOf(c: Context, { trustedProxies }: ServeSettings): string {
  const { protocol, host } = new URL(c.req.url);
  const isSecure = trustedProxies > 0 && c.req.header("x-forwarded-proto") === "https";
  return `${isSecure ? "https:" : protocol}//${host}`;
}

async function answerTo(
  question: string,
  services: Services,
  running: RunningAnswers,
): Promise<ChatResponse> {
  const request = { messages: [{ role: "user" as const, content: question }] };
  const errors = chatFaults(request);
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors });
  return await beginAnswer(services, running, request).response();
}
