import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, describe, expect, test } from "vitest";
import { type Ask, LIMITS } from "#protocol/chat.ts";
import { createApp } from "#serve/app.ts";
import { limit } from "#serve/guard/limits.ts";
import { ProblemError } from "#serve/problem.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import type { ServeSettings } from "#serve/settings.ts";
import { type RunningServer, startServer } from "#serve/start-server.ts";
import { ANSWER, ANSWER_EVENTS, type Changes, DOCUMENT, exampleServices, TEXT } from "./example.ts";

let server: RunningServer | null = null;
const client = new Client({ name: "test", version: "1" });
afterEach(async () => {
  await client.close();
  await server?.stop(0);
  server = null;
});

async function serving(changes: Changes = {}, settings: Partial<ServeSettings> = {}): Promise<string> {
  const running = new RunningAnswers();
  server = await startServer(createApp(exampleServices(changes, settings), running), {
    host: "127.0.0.1",
    port: 0,
    running,
  });
  return `${server.address}/mcp`;
}

async function connected(changes: Changes = {}): Promise<Client> {
  await client.connect(new StreamableHTTPClientTransport(new URL(await serving(changes))));
  return client;
}

const call = async (to: Client, name: string, args: Record<string, unknown>) =>
  to.callTool({ name, arguments: args });

/** The result as a client reads it that knows no structured content. */
function textOf({ content }: Awaited<ReturnType<typeof call>>): string {
  const [first] = content;
  return first?.type === "text" ? first.text : "";
}

describe("an assistant over HTTP", () => {
  test("finds the tools, all of which only read", async () => {
    const { tools } = await (await connected()).listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      "ask",
      "compare",
      "fetch",
      "list_reports",
      "lookup_indicator",
      "search",
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  });

  test("searches and fetches in the shape of deep research, the same as text and as structure", async () => {
    const to = await connected();
    const found = await call(to, "search", { query: "GDP" });
    const [hit] = JSON.parse(textOf(found)).results;
    expect(found.structuredContent).toEqual(JSON.parse(textOf(found)));
    expect(Object.keys(hit).sort()).toEqual(["id", "title", "url"]);
    const fetched = JSON.parse(textOf(await call(to, "fetch", { id: hit.id })));
    expect(Object.keys(fetched).sort()).toEqual(["id", "metadata", "text", "title", "url"]);
    expect(fetched.text).toContain("全年地区生产总值增长3.7%。");
    expect((await fetch(fetched.url)).status).toBe(200);
    expect(JSON.parse(textOf(await call(to, "fetch", { id: DOCUMENT.id }))).text).toBe(TEXT);
  });

  test("asks, compares and looks up; the words name their sources", async () => {
    const to = await connected();
    const asked = await call(to, "ask", { question: "GDP增速？" });
    expect(asked.structuredContent).toEqual(ANSWER);
    expect(textOf(asked)).toContain("来源：");
    const regions = ["北川县", "安州区"];
    expect((await call(to, "compare", { indicator: "GDP", regions, year: 2022 })).isError).not.toBe(true);
    const rows = await call(to, "lookup_indicator", { region: ["北川县"], year: [2023], kind: ["target"] });
    expect(JSON.parse(textOf(rows)).rows).toMatchObject([{ raw: "5.5左右" }, { raw: "—", value: null }]);
  });

  test("reads the reports as resources", async () => {
    const to = await connected();
    const { resources } = await to.listResources();
    expect(resources).toMatchObject([{ uri: "report://wenzheng/beichuan-2022", name: DOCUMENT.title }]);
    const { contents } = await to.readResource({ uri: resources[0]?.uri ?? "" });
    expect(contents).toMatchObject([{ text: TEXT }]);
  });

  test("is told what is wrong in words for a reader, never what broke inside", async () => {
    const to = await connected({ ask: () => Promise.reject(new Error("a secret of the house")) as never });
    const failed = await call(to, "ask", { question: "GDP？" });
    expect(failed.isError).toBe(true);
    expect(textOf(failed)).toContain("作答时出现故障");
    expect(textOf(failed)).not.toContain("secret");
    expect(textOf(await call(to, "fetch", { id: "none" }))).toContain("There is no none");
    expect((await call(to, "compare", { indicator: "GDP", regions: ["one"], year: 2022 })).isError).toBe(
      true,
    );
  });

  test("is told to come back when no worker is free", async () => {
    const busy = new ProblemError("busy", { retryAfter: 3 });
    const to = await connected({ ask: () => Promise.reject(busy) as never });
    expect(textOf(await call(to, "ask", { question: "GDP？" }))).toMatch(/稍后|busy|again/i);
  });
});

test("a batch of a hundred calls in one request looks up no more than one request may", async () => {
  let asked = 0;
  const ask: Ask = async function* count() {
    asked += 1;
    yield* ANSWER_EVENTS;
  };
  const at = await serving({ ask });
  const one = {
    jsonrpc: "2.0",
    method: "tools/call",
    params: { name: "ask", arguments: { question: "GDP？" } },
  };
  const batch = Array.from({ length: 100 }, (_, id) => ({ ...one, id }));
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const reply = await fetch(at, { method: "POST", headers, body: JSON.stringify(batch) });
  expect(reply.status).toBe(200);
  expect(await reply.text()).toMatch(/请求太快|too (?:fast|many)/i);
  expect(asked).toBe(limit("mcpCalls"));
});

describe("a page in a browser", () => {
  const initialise = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });
  const status = (at: string, headers: Record<string, string>, body = initialise) =>
    new Promise<number>((resolve, reject) => {
      const sent = {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      };
      const outgoing = request(at, { method: "POST", headers: sent }, (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  test("whose name was bound to this machine is refused by its Host", async () => {
    const at = await serving();
    expect(await status(at, { host: "evil.example" })).toBe(403);
    expect(await status(at, {})).toBe(200);
    await server?.stop(0);
    expect(await status(await serving({}, { mcpHosts: ["evil.example"] }), { host: "evil.example" })).toBe(
      200,
    );
  });

  test("of another site is refused by its Origin, unless the site is allowed", async () => {
    const at = await serving({}, { allowedOrigins: ["https://www.example.gov.cn"] });
    expect(await status(at, { origin: "https://evil.example" })).toBe(403);
    expect(await status(at, { origin: "null" })).toBe(403);
    expect(await status(at, { origin: "https://www.example.gov.cn" })).toBe(200);
  });

  test("leaves no line in the log with what is no message", async () => {
    const faults: string[] = [];
    const at = await serving({ report: (error) => faults.push(String(error)) });
    for (const body of ["[1,2,3]", "{}", "nonsense", '{"jsonrpc":"1.0"}'])
      expect(await status(at, {}, body)).toBe(400);
    expect(faults).toEqual([]);
  });

  test("cannot send more than a question needs", async () => {
    expect(await status(await serving(), {}, `{"a":"${"x".repeat(LIMITS.bodyBytes)}"}`)).toBe(413);
  });
});

test("an assistant on the same machine asks over standard input and output", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mcp-"));
  mkdirSync(join(folder, "corpus"));
  copyFileSync("corpus/dadukou-2022-plan-report.txt", join(folder, "corpus", "dadukou-2022-plan-report.txt"));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", "src/cli.ts", "mcp"],
    env: {
      PATH: process.env["PATH"] ?? "",
      CORPUS_DIR: join(folder, "corpus"),
      INDEX_DIR: join(folder, "index"),
    },
    stderr: "ignore",
  });
  const local = new Client({ name: "test", version: "1" });
  try {
    await local.connect(transport);
    const { structuredContent } = await call(local, "list_reports", {});
    expect(structuredContent).toMatchObject({ reports: [{ region: "大渡口区" }] });
    const answered = await call(local, "ask", { question: "大渡口区2022年地区生产总值增速是多少？" });
    expect(answered.isError).not.toBe(true);
    expect(answered.structuredContent).toMatchObject({ intent: "report", generation: expect.any(String) });
  } finally {
    await local.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);
