import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Held } from "#mcp/held.ts";
import { mcpHttpHandler } from "#mcp/http-handler.ts";
import { LIMITS } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import {
  documentDetailSchema,
  documentSummarySchema,
  type IndicatorQuery,
  indicatorRecordSchema,
  searchHitSchema,
} from "#protocol/library.ts";
import { beginAnswer } from "#serve/begin-answer.ts";
import { clientAddress } from "#serve/guard/client-address.ts";
import { limit } from "#serve/guard/limits.ts";
import { originOf } from "#serve/guard/origin-of.ts";
import { ProblemError, problemFor } from "#serve/problem.ts";
import type { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";
import type { ServeSettings } from "#serve/settings.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * `/mcp`: the tools and reports for assistants. A page of another site that has its name resolved to this machine (DNS
 * rebinding) is told by its Host, a page that calls from elsewhere by its Origin; both are refused.
 */
export function mcpRoutes(services: Services, running: RunningAnswers): Hono {
  const app = new Hono();
  app.all("/mcp", (c) => {
    assertKnown(c, services.settings);
    const held = heldFor(c, services, running);
    const handle = mcpHttpHandler(() => ({ held, origin: originOf(c, services.settings) }), {
      maxBytes: LIMITS.bodyBytes,
      onFault: (error) => services.report?.(error, "/mcp"),
    });
    return handle(c.req.raw);
  });
  return app;
}

function assertKnown(c: Context, { mcpHosts, allowedOrigins }: ServeSettings): void {
  const { hostname, host } = new URL(c.req.url);
  if (![...LOOPBACK, ...mcpHosts].includes(hostname)) throw new ProblemError("host_unknown");
  const origin = c.req.header("origin");
  const own = [`http://${host}`, `https://${host}`];
  if (origin !== undefined && ![...own, ...allowedOrigins].includes(origin))
    throw new ProblemError("origin_unknown");
}

/** The reports as the tools see them: asked of the workers, as any other reader would. */
function heldFor(c: Context, services: Services, running: RunningAnswers): Held {
  const asker = { client: clientAddress(c, services.settings.trustedProxies), signal: c.req.raw.signal };
  const get = async <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema> | null> => {
    const response = await services.read(new Request(new URL(path, "http://localhost")), asker);
    if (response.status === 404) return null;
    if (!response.ok) throw new ProblemError("answer_failed");
    return schema.parse(await response.json());
  };
  const list = async <Schema extends z.ZodType>(path: string, item: Schema) =>
    (await get(path, z.array(item))) ?? [];
  return readable(services, {
    async ask(question) {
      const request = { messages: [{ role: "user" as const, content: question }] };
      const errors = chatFaults(request);
      if (errors.length > 0) throw new ProblemError("invalid_request", { errors });
      const answer = await beginAnswer(services, running, {
        request,
        client: asker.client,
        left: asker.signal,
      });
      return answer.response();
    },
    search: (query, limit) =>
      list(`/api/search?${new URLSearchParams({ q: query, limit: String(limit) })}`, searchHitSchema),
    documents: () => list("/api/documents", documentSummarySchema),
    document: (id) => get(`/api/documents/${encodeURIComponent(id)}`, documentDetailSchema),
    indicators: (query) => list(`/api/indicators?${queryString(query)}`, indicatorRecordSchema),
  });
}

/** Seconds. */
const AGAIN = 5;

/**
 * What fails is told in words that a reader may see; the operator hears the rest. One request looks up so much and no more: a
 * batch of a hundred calls would get round the limit of requests.
 */
function readable(services: Services, held: Held): Held {
  let calls = 0;
  const guarded =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      try {
        calls += 1;
        if (calls > limit("mcpCalls")) throw new ProblemError("rate_limited", { retryAfter: AGAIN });
        return await work(...given);
      } catch (error) {
        const { detail, errors = [], status } = problemFor(error, "answer_failed");
        if (!(error instanceof ProblemError) && status !== 503) services.report?.(error, "/mcp");
        throw new Error([detail, ...errors.map(({ path, en }) => `${path}: ${en}`)].join(" "), {
          cause: error,
        });
      }
    };
  return {
    ask: guarded(held.ask),
    search: guarded(held.search),
    documents: guarded(held.documents),
    document: guarded(held.document),
    indicators: guarded(held.indicators),
  };
}

function queryString({
  regions,
  years,
  indicators,
  kinds,
  documents,
  limit,
  offset,
}: IndicatorQuery): string {
  const many = {
    region: regions,
    year: years.map(String),
    indicator: indicators,
    kind: kinds,
    document: documents,
  };
  const pairs = Object.entries(many).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams([...pairs, ["limit", String(limit)], ["offset", String(offset)]]).toString();
}
