import { describe, expect, test, vi } from "vitest";
import type { Ask, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import { chatResponseSchema } from "#protocol/chat.ts";
import { type Problem, problemSchema } from "#protocol/problem.ts";
import { createApp } from "#serve/app.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import { ANSWER, ANSWER_EVENTS, exampleServices, scripted } from "./example.ts";
import { eventsIn } from "./server-sent-events.ts";

const app = createApp(exampleServices());
const question = { messages: [{ role: "user", content: "北川县2022年GDP增速？" }] };

function post(body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) {
  return new Request("http://localhost/api/chat", { method: "POST", headers, body: bodyOf(body) });
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body);
}

async function problemAfter(request: Request, target = app): Promise<Problem & { retry: string | null }> {
  const response = await target.request(request);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(response.status).toBe(problem.status);
  expect(JSON.stringify(problem)).not.toMatch(/at .*\.ts|node_modules/);
  return { ...problem, retry: response.headers.get("retry-after") };
}

describe("an answer as JSON", () => {
  test("is the response of the contract", async () => {
    const response = await app.request(post(question));
    expect(response.status).toBe(200);
    expect(chatResponseSchema.parse(await response.json())).toEqual(ANSWER);
  });

  test("hands the conversation and the filters on", async () => {
    let heard: ChatRequest | null = null;
    const ask: Ask = async function* listen(request) {
      heard = request;
      yield* ANSWER_EVENTS;
    };
    const body = { ...question, filters: { regions: ["北川县"], years: [2022] } };
    await createApp(exampleServices({ ask })).request(post(body));
    expect(heard).toEqual(body);
  });

  test("lets an empty question through: what to say to it is not for HTTP to decide", async () => {
    expect((await app.request(post({ messages: [{ role: "user", content: "" }] }))).status).toBe(200);
  });
});

describe("an answer as a stream", () => {
  test("ends with done, and its deltas joined are the answer", async () => {
    const response = await app.request(post({ ...question, stream: true }));
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const events = eventsIn(await response.text());
    expect(events.map((event) => event.name)).toEqual(["status", "citation", "delta", "delta", "done"]);
    const deltas = events.filter((event) => event.name === "delta").map((event) => event.data.text);
    expect(deltas.join("")).toBe(ANSWER.answer);
    expect(events.at(-1)?.data).toEqual(ANSWER);
  });

  test("sends the rest of the answer when the deltas stop short of it", async () => {
    const done: ChatEvent = { type: "done", response: ANSWER };
    const events = await streamed(scripted([{ type: "delta", text: "北川县" }, done]));
    const deltas = events.filter((event) => event.name === "delta").map((event) => event.data.text);
    expect(deltas.join("")).toBe(ANSWER.answer);
  });

  test.each<[string, Ask, string]>([
    ["throws at once", fails(0), "answer_failed"],
    ["throws half way", fails(2), "answer_failed"],
    ["ends without done", scripted(ANSWER_EVENTS.slice(0, -1)), "answer_failed"],
    [
      "says one thing and is done with another",
      scripted([
        { type: "delta", text: "别的" },
        { type: "done", response: ANSWER },
      ]),
      "answer_failed",
    ],
    ["never ends", hangs(), "answer_timeout"],
  ])("ends with one error when the answer %s", async (_, ask, code) => {
    const events = await streamed(ask);
    expect(events.at(-1)?.name).toBe("error");
    expect(problemSchema.parse(events.at(-1)?.data).code).toBe(code);
    expect(events.filter((event) => event.name === "error" || event.name === "done")).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("secret");
  });

  test("stops the asking when the reader leaves", async () => {
    let stopped = false;
    const ask: Ask = async function* wait(_, signal) {
      signal?.addEventListener("abort", () => {
        stopped = true;
      });
      yield* ANSWER_EVENTS.slice(0, 1);
      await new Promise(() => {});
    };
    const running = new RunningAnswers();
    const response = await createApp(exampleServices({ ask }), running).request(
      post({ ...question, stream: true }),
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(stopped).toBe(true);
    expect(running.size).toBe(0);
  });

  test("a stop lets answers finish, then ends the rest with an error", async () => {
    const running = new RunningAnswers();
    const target = createApp(exampleServices({ ask: hangs() }), running);
    const text = (await target.request(post({ ...question, stream: true }))).text();
    await running.drain(20);
    expect(eventsIn(await text).at(-1)?.data.code).toBe("draining");
    expect(await problemAfter(post(question), target)).toMatchObject({
      status: 503,
      code: "draining",
      retry: "5",
    });
  });
});

describe("a bad request", () => {
  const user = (content: unknown) => ({ messages: [{ role: "user", content }] });
  test.each<[string, unknown, string]>([
    ["no messages", {}, "messages"],
    ["an empty list", { messages: [] }, "messages"],
    ["1001 messages", { messages: Array.from({ length: 1001 }, () => question.messages[0]) }, "messages"],
    ["a role that is none", { messages: [{ role: "system", content: "x" }] }, "messages[0].role"],
    ["content that is no string", user({ text: "x" }), "messages[0].content"],
    ["a list", [], ""],
    ["null", "null", ""],
    ["stream as a string", { ...question, stream: "yes" }, "stream"],
    ["a filter nobody knows", { ...question, filters: { planet: ["Mars"] } }, "filters"],
    ["a year that is no number", { ...question, filters: { years: ["2022"] } }, "filters.years[0]"],
    [
      "an assistant's last word",
      { messages: [...question.messages, { role: "assistant", content: "x" }] },
      "messages[1].role",
    ],
    ["2,001 characters", user("字".repeat(2001)), "messages[0].content"],
    ["a NUL", user("GDP\u0000"), "messages[0].content"],
    ["an escape", user("GDP\u001b[31m"), "messages[0].content"],
    ["a bidi override", user("GDP\u202e"), "messages[0].content"],
    [
      "a bidi isolate in an earlier message",
      { messages: [{ role: "assistant", content: "\u2066" }, ...question.messages] },
      "messages[0].content",
    ],
    ["a lone surrogate", user("GDP\ud800"), "messages[0].content"],
  ])("with %s is told what and where", async (_, body, path) => {
    const problem = await problemAfter(post(body));
    expect(problem).toMatchObject({ status: 400, code: "invalid_request" });
    expect(problem.errors?.map((error) => error.path)).toContain(path);
    for (const error of problem.errors ?? []) expect(error.zh).toMatch(/\p{Script=Han}/u);
  });

  test("a thousand faults in one request: the first twenty are told", async () => {
    const message = { role: "user", content: "\u0000" };
    for (const each of [{ role: 1 }, message]) {
      const problem = await problemAfter(post({ messages: Array.from({ length: 1_000 }, () => each) }));
      expect(problem.errors).toHaveLength(20);
    }
  });

  test("2,000 characters, line breaks, tabs and emoji are fine", async () => {
    expect((await app.request(post(user("字".repeat(2000))))).status).toBe(200);
    expect((await app.request(post(user("😀".repeat(2000))))).status).toBe(200);
    expect((await app.request(post(user("一\r\n二\n三\t四")))).status).toBe(200);
  });

  test.each([
    ["broken JSON", '{"messages": [', "invalid_json"],
    ["nothing", "", "invalid_json"],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), "invalid_encoding"],
  ])("%s is a 400", async (_, body, code) => {
    expect(await problemAfter(post(body))).toMatchObject({ status: 400, code });
  });

  test("another content type, charset or encoding is a 415", async () => {
    for (const headers of [
      { "content-type": "text/plain" },
      { "content-type": "application/json; charset=gb2312" },
      { "content-type": "application/json", "content-encoding": "gzip" },
    ]) {
      expect(await problemAfter(post(question, headers))).toMatchObject({ code: "unsupported_media_type" });
    }
  });

  test("over 512 KiB is a 413, also when no length is announced", async () => {
    const big = JSON.stringify({ messages: [{ role: "assistant", content: "字".repeat(200_000) }] });
    expect(await problemAfter(post(big))).toMatchObject({ status: 413, code: "body_too_large" });
    const body = new Blob([big]).stream();
    const chunked = new Request("http://localhost/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    });
    expect(await problemAfter(chunked)).toMatchObject({ status: 413 });
  });

  test("an unknown address is a 404, a wrong method a 405 with Allow", async () => {
    expect(await problemAfter(new Request("http://localhost/api/nothing"))).toMatchObject({
      code: "not_found",
    });
    const response = await app.request("http://localhost/api/chat");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    const page = await app.request("/documents", { method: "POST" });
    expect([page.status, page.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("under strain", () => {
  test("a client that asks too fast gets 429 and when to come back; another client does not", async () => {
    const target = createApp(
      exampleServices({}, { rateLimit: { perMinute: 6, burst: 2 }, trustedProxies: 1 }),
    );
    const from = (address: string) =>
      post(question, { "content-type": "application/json", "x-forwarded-for": `9.9.9.9, ${address}` });
    expect((await target.request(from("1.1.1.1"))).status).toBe(200);
    expect((await target.request(from("1.1.1.1"))).status).toBe(200);
    expect(await problemAfter(from("1.1.1.1"), target)).toMatchObject({ code: "rate_limited", retry: "10" });
    expect((await target.request(from("2.2.2.2"))).status).toBe(200);
    const form = { headers: { "x-forwarded-for": "1.1.1.1" } };
    expect((await target.request("/?q=GDP", form)).status).toBe(429);
    expect((await target.request("/", form)).status).toBe(200);
  });

  test("more answers at once than there is room for are sent away", async () => {
    const target = createApp(exampleServices({ ask: hangs() }, { runningAnswers: 1 }));
    const first = await target.request(post({ ...question, stream: true }));
    expect(await problemAfter(post(question), target)).toMatchObject({
      status: 503,
      code: "busy",
      retry: expect.stringMatching(/^[2-5]$/),
    });
    await first.body?.cancel();
  });

  test("a clock that is set back a day locks nobody out", async () => {
    const target = createApp(exampleServices({}, { rateLimit: { perMinute: 6, burst: 1 } }));
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      expect((await target.request(post(question))).status).toBe(200);
      vi.setSystemTime(Date.now() - 86_400_000);
      expect(await problemAfter(post(question), target)).toMatchObject({ code: "rate_limited", retry: "10" });
    } finally {
      vi.useRealTimers();
    }
  });

  test("one address does not take every place: others are answered beside it", async () => {
    const target = createApp(
      exampleServices({ ask: hangs() }, { trustedProxies: 1, rateLimit: { perMinute: 600, burst: 600 } }),
    );
    const from = (address: string) =>
      target.request(
        post(
          { ...question, stream: true },
          { "content-type": "application/json", "x-forwarded-for": address },
        ),
      );
    const many = await Promise.all(Array.from({ length: 17 }, () => from("1.1.1.1")));
    expect(many.map(({ status }) => status)).toEqual([...Array(16).fill(200), 503]);
    const other = await from("2.2.2.2");
    expect(other.status).toBe(200);
    await Promise.all([...many, other].map(({ body }) => body?.cancel()));
  });

  test("pages are limited too, more gently", async () => {
    const target = createApp(
      exampleServices({}, { rateLimit: { perMinute: 1, burst: 1 }, trustedProxies: 1 }),
    );
    const get = () => target.request("/documents", { headers: { "x-forwarded-for": "1.1.1.1" } });
    const statuses = await Promise.all(Array.from({ length: 11 }, async () => (await get()).status));
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
    expect((await target.request("/livez", { headers: { "x-forwarded-for": "1.1.1.1" } })).status).toBe(200);
  });

  test("whoever cannot be served now is a plain 503, also for a stream", async () => {
    const busy = Object.assign(new Error("busy"), { code: "busy", retryAfter: 3 });
    const ask = () => Promise.reject(busy);
    const target = createApp({ ...exampleServices(), ask });
    for (const stream of [true, false]) {
      expect(await problemAfter(post({ ...question, stream }), target)).toMatchObject({
        status: 503,
        code: "busy",
        retry: "3",
      });
    }
  });

  test("a proxy that the settings do not know is told of once", async () => {
    const warned: string[] = [];
    const target = createApp(exampleServices({ warn: (line) => warned.push(line) }));
    for (let visit = 0; visit < 3; visit += 1)
      await target.request("/", { headers: { "x-forwarded-for": "1.1.1.1" } });
    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain("TRUSTED_PROXIES");
  });

  test("before it can answer everything is a 503 with Retry-After", async () => {
    const target = createApp(exampleServices({ health: () => "starting" }));
    expect((await target.request("/healthz")).status).toBe(503);
    expect(await problemAfter(post(question), target)).toMatchObject({ code: "starting", retry: "2" });
    expect(await (await app.request("/healthz")).json()).toEqual({ status: "ok" });
  });

  test("a fault is reported to the operator and not to the reader", async () => {
    const reports: unknown[] = [];
    const target = createApp(exampleServices({ ask: fails(0), report: (error) => reports.push(error) }));
    expect(await problemAfter(post(question), target)).toMatchObject({ status: 500, code: "answer_failed" });
    expect(reports).toHaveLength(1);
  });
});

async function streamed(ask: Ask) {
  const target = createApp(exampleServices({ ask }, { answerTimeoutMs: 50 }));
  const response = await target.request(post({ ...question, stream: true }));
  expect(response.status).toBe(200);
  return eventsIn(await response.text());
}

function fails(after: number): Ask {
  return async function* fail() {
    yield* ANSWER_EVENTS.slice(0, after);
    throw new Error("secret: the path /srv/index is gone");
  };
}

function hangs(): Ask {
  return async function* hang() {
    yield* ANSWER_EVENTS.slice(0, 1);
    await new Promise(() => {});
  };
}
