import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Ask, type ChatRequest, chatResponseSchema } from "#protocol/chat.ts";
import { documentSummarySchema, type IndicatorQuery, searchHitSchema } from "#protocol/library.ts";
import { recordedRowSchema } from "./report/run-record.ts";
import type { EvaluationSubject } from "./subject.ts";

const ATTEMPTS = 5;
const LONGEST_WAIT_SECONDS = 30;
const TIMEOUT_MILLISECONDS = 120_000;

/** Only what the contract promises; a server of another make may send no more. */
const listedDocumentSchema = documentSummarySchema.partial().extend({ id: z.string() });
const documentTextSchema = z.object({ text: z.string() });
const answeredSchema = chatResponseSchema.extend({
  reason: z.string().default(""),
  blocks: chatResponseSchema.shape.blocks.default([]),
  writtenBy: chatResponseSchema.shape.writtenBy.default("composer"),
  intent: chatResponseSchema.shape.intent.default("report"),
});
const hitSchema = searchHitSchema.extend({ title: z.string().default("") });

/**
 * Any running server over the wire contract. Waits as told on 429 and 503; throws ServerError on any other
 * failure. Its hybrid search is `GET /api/search`; the other modes and the typed reading cannot be seen from outside.
 */
export function serverSubject(baseUrl: string): EvaluationSubject {
  const base = baseUrl.replace(/\/+$/, "");
  const read = async <T>(path: string, schema: z.ZodType<T>) =>
    schema.parse(await fetchJson(`${base}${path}`));
  return {
    ask: serverAsk(base),
    library: {
      documents: () => read("/api/documents", z.array(listedDocumentSchema)),
      indicators: (query) =>
        read(`/api/indicators?${indicatorParameters(query)}`, z.array(recordedRowSchema)),
      document: (id) => read(`/api/documents/${encodeURIComponent(id)}`, documentTextSchema),
    },
    environment: { configuration: { baseUrl: base }, index: null, models: {}, prompts: {} },
    search: {
      hybrid: (query, limit) =>
        read(`/api/search?q=${encodeURIComponent(query)}&limit=${limit}`, z.array(hitSchema)),
    },
  };
}

/** A server that answered with an error status; `status` is the HTTP status. */
export class ServerError extends Error {
  readonly status: number;
  constructor(facts: { url: string; status: number; body: string }, options?: ErrorOptions) {
    super(`${facts.url} answered ${facts.status}: ${facts.body.slice(0, 300)}`, options);
    this.name = "ServerError";
    this.status = facts.status;
  }
}

function indicatorParameters(query: IndicatorQuery): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(query.limit) });
  for (const region of query.regions) parameters.append("region", region);
  for (const year of query.years) parameters.append("year", String(year));
  for (const indicator of query.indicators) parameters.append("indicator", indicator);
  return parameters;
}

function serverAsk(base: string): Ask {
  return async function* ask(request: ChatRequest, signal?: AbortSignal) {
    const body = await fetchJson(`${base}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...request, stream: false }),
      ...(signal === undefined ? {} : { signal }),
    });
    yield { type: "done", response: answeredSchema.parse(body) };
  };
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS), ...init });
    if (response.ok) return response.json();
    const body = await response.text();
    const mayRetry = response.status === 429 || response.status === 503;
    if (!mayRetry || attempt === ATTEMPTS) throw new ServerError({ url, status: response.status, body });
    await sleep(waitSeconds(response.headers.get("retry-after"), attempt) * 1000);
  }
}

function waitSeconds(header: string | null, attempt: number): number {
  const told = Number(header ?? Number.NaN);
  return Math.min(LONGEST_WAIT_SECONDS, Number.isFinite(told) ? told : attempt);
}
