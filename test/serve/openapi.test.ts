import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Desk } from "#admin/desk.ts";
import { AdminSessions } from "#admin/sessions.ts";
import { openApiDocument } from "#openapi/document.ts";
import { OPERATIONS } from "#openapi/operations.ts";
import { REPLIES } from "#openapi/schemas.ts";
import { chatResponseSchema } from "#protocol/chat.ts";
import { createApp } from "#serve/app.ts";
import { readingApp } from "#serve/reading-app.ts";
import { DEFAULT_SERVE_SETTINGS } from "#serve/settings.ts";
import { exampleServices, LIBRARY } from "./example.ts";

/** Only its addresses are looked at. */
const NO_DESK: Desk = {
  state: () => ({ generation: null, building: "idle", answering: { on: true, notice: "" } }),
  reports: async () => [],
  readAhead: () => Promise.reject(new Error("not asked")),
  add: () => Promise.reject(new Error("not asked")),
  remove: async () => {},
  figures: async () => ({ counts: {}, doubtful: [], revisions: [], problems: [] }),
  revise: async () => {},
  statistics: async () => ({
    days: [],
    latency: null,
    topics: [],
    regions: [],
    coverage: { documents: 0, regions: 0, years: [] },
  }),
  ownFile: async () => "",
  putOwnFile: async () => {},
  gaps: async () => [],
  feedback: async () => [],
  settings: () => ({}),
  switchAnswering: async () => {},
  acted: () => {},
};
const TOKEN = "t".repeat(40);
const administration = { desk: NO_DESK, sessions: new AdminSessions(TOKEN) };
const app = createApp(exampleServices({ administration }));
const document = openApiDocument("问政");
const settings = DEFAULT_SERVE_SETTINGS;

/** `GET /api/documents/{id}` of each real handler; our own style sheets are no part of the interface. */
const served = [...app.routes, ...readingApp({ library: LIBRARY, settings }).routes]
  .filter(({ method }) => method !== "ALL")
  .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`)
  .filter((route) => !route.startsWith("GET /assets/"));
const told = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);

const reading = readingApp({ library: LIBRARY, settings });
const json = { "content-type": "application/json", authorization: `Bearer ${TOKEN}` };
const messages = [{ role: "user", content: "GDP？" }];
/** What each address needs to be asked with. */
const ASKED: Readonly<Record<string, object>> = {
  "/api/chat": { messages },
  "/v1/chat/completions": { model: "wenzheng", messages },
  "/api/admin/answering": { on: true, notice: "" },
};
const addressOf = (path: string) =>
  `${path.replace("/v1/models/{id}", "/v1/models/wenzheng").replace("{id}", "beichuan-2022")}${path === "/api/search" ? "?q=GDP" : path === "/api/suggest" ? "?field=region&q=a" : ""}`;
const read = /^\/api\/(?:documents|search|coverage|suggest|indicators)/;

describe("the OpenAPI document", () => {
  test("tells every address that is served, and no other", () => {
    // MCP takes every method in one handler.
    expect([...new Set([...served, "POST /mcp"])].sort()).toEqual(told.sort());
  });

  test("is served as it is made, and the page for people passes our own policy", async () => {
    expect(await (await app.request("/openapi.json")).json()).toEqual(JSON.parse(JSON.stringify(document)));
    const page = await app.request("/developers");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    const markup = await page.text();
    expect(markup).not.toMatch(/<script(?![^>]* src=)|\s(?:style|on\w+)=/);
    for (const path of Object.keys(document.paths)) expect(markup).toContain(path);
  });

  test("names no schema that it does not hold", () => {
    const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  test("asks and tells what the schemas ask and tell", () => {
    expect(document.components.schemas["ChatResponse"]).toMatchObject({
      properties: Object.fromEntries(
        Object.keys(chatResponseSchema.shape).map((key) => [key, expect.anything()]),
      ),
    });
    expect(document.paths["/api/search"]?.["get"]).toMatchObject({
      parameters: [
        { name: "q", in: "query", required: true, schema: { type: "string", maxLength: 2000 } },
        {
          name: "limit",
          required: false,
          schema: { type: "integer", minimum: 1, maximum: 100, default: 10 },
        },
      ],
    });
  });

  test.each(
    OPERATIONS.filter(
      ({ reply, body }) =>
        ("json" in reply || "list" in reply) &&
        (body === undefined || ("json" in body && reply.status === undefined)),
    ),
  )("tells truly what $method $path replies", async ({ method, path, reply }) => {
    const asked = ASKED[path];
    const request = new Request(`http://localhost${addressOf(path)}`, {
      method: method.toUpperCase(),
      headers: json,
      ...(asked === undefined ? {} : { body: JSON.stringify(asked) }),
    });
    const response = await (read.test(path) ? reading : app).fetch(request);
    expect(response.status).toBe(200);
    const told: unknown = await response.json();
    const one =
      "list" in reply ? z.array(REPLIES[reply.list]) : "json" in reply ? REPLIES[reply.json] : z.never();
    expect(one.safeParse(told).error).toBeUndefined();
  });

  test("gives every operation a name of its own", () => {
    const ids = [...JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(told.length);
  });
});
