import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { ChatEvent } from "#protocol/chat.ts";
import { type PoolSettings, WorkerPool } from "#workers/worker-pool.ts";

const file = fileURLToPath(new URL("./scripted-worker.ts", import.meta.url));
const log: string[] = [];
let pool: WorkerPool | null = null;
afterEach(() => {
  pool?.stop();
  pool = null;
  log.length = 0;
});

async function started(changes: Partial<PoolSettings> = {}): Promise<WorkerPool> {
  pool = new WorkerPool({
    program: { file, args: [] },
    workers: 1,
    answerDeadlineMs: 400,
    readDeadlineMs: 400,
    queue: { places: 4, perClient: 3, patienceMs: 20_000 },
    log: (line) => log.push(line),
    ...changes,
  });
  await pool.start();
  return pool;
}

const asker = (client = "a", signal = new AbortController().signal) => ({ client, signal });
const request = (content: string) => ({ messages: [{ role: "user" as const, content }] });

async function answerOf(
  to: WorkerPool,
  content: string,
  who = asker(),
): Promise<Extract<ChatEvent, { type: "done" }>["response"]> {
  for await (const event of await to.ask(request(content), who))
    if (event.type === "done") return event.response;
  throw new Error("no done");
}

describe("a question", () => {
  test("is answered by a worker, event by event", async () => {
    const events: ChatEvent[] = [];
    for await (const event of await (await started()).ask(request("GDP"), asker())) events.push(event);
    expect(events.map(({ type }) => type)).toEqual(["status", "done"]);
    expect(events.at(-1)).toMatchObject({ response: { question: "GDP", status: "answered" } });
  });

  test("that never ends is refused in both languages, and the next one is answered by another process", async () => {
    const to = await started();
    const before = to.processIds;
    expect(await answerOf(to, "hang")).toMatchObject({
      status: "refused",
      reason: "too_complex",
      citations: [],
    });
    const refusal = await answerOf(to, "hang");
    expect(refusal.answer).toMatch(/[一-鿿]{10}.*[a-z ]{10}/);
    expect(await answerOf(to, "GDP")).toMatchObject({ status: "answered" });
    expect(to.processIds).not.toEqual(before);
    expect(to.counts).toMatchObject({ answered: 1, stopped: 2, lost: 0 });
    expect(log.join()).toContain("1 messages, 4 characters");
  });

  test("that never ends after the first word breaks off: what was said is no refusal", async () => {
    await expect(answerOf(await started(), "speak and hang")).rejects.toMatchObject({ code: "worker_lost" });
  });

  test("whose worker dies is told to come back, once", async () => {
    const to = await started();
    await expect(answerOf(to, "die")).rejects.toMatchObject({ code: "worker_lost", retryAfter: 2 });
    expect(await answerOf(to, "GDP")).toMatchObject({ status: "answered" });
  });

  test("that fails leaves the worker as it is", async () => {
    const to = await started();
    const before = to.processIds;
    await expect(answerOf(to, "fail")).rejects.toMatchObject({ code: "defect" });
    expect(to.processIds).toEqual(before);
  });

  test("whose reader leaves makes room for the next", async () => {
    const to = await started();
    const leaving = new AbortController();
    const left = answerOf(to, "sleep", asker("a", leaving.signal));
    setTimeout(() => leaving.abort(new Error("left")), 50);
    await expect(left).rejects.toThrow("left");
    expect(await answerOf(to, "GDP")).toMatchObject({ status: "answered" });
    expect(to.counts.stopped).toBe(0);
  });

  test("that waits for a language model keeps no worker from the next, and its wait is not counted as work", async () => {
    const to = await started();
    const order: string[] = [];
    const slow = answerOf(to, "wait for a model").then(({ question }) => order.push(question));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await answerOf(to, "GDP").then(({ question }) => order.push(question));
    await slow;
    expect(order).toEqual(["GDP", "wait for a model"]);
  });
});

describe("with a spare", () => {
  const withSpare = async () => {
    const to = await started({ spares: 1 });
    while (to.ready < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    return to;
  };

  test("a question after a stopped one is answered by a worker that stood ready, at once", async () => {
    const to = await withSpare();
    const before = to.processIds.map(String);
    await answerOf(to, "hang");
    const { question } = await answerOf(to, "who");
    expect(before).toContain(question);
  });

  test("no more are at work than workers are wanted", async () => {
    const to = await withSpare();
    const order: string[] = [];
    const ask = (words: string) =>
      answerOf(to, words, asker(words)).then(({ question }) => order.push(question));
    const hanging = answerOf(to, "hang", asker("z")).then(() => order.push("hang"));
    await Promise.all([hanging, ask("GDP")]);
    expect(order).toEqual(["hang", "GDP"]);
  });
});

describe("when all are at work", () => {
  test("one waits as long as patience lasts, then is told when to come back", async () => {
    const to = await started({
      answerDeadlineMs: 3_000,
      queue: { places: 4, perClient: 3, patienceMs: 50 },
    });
    const busy = answerOf(to, "hang");
    await expect(answerOf(to, "GDP")).rejects.toMatchObject({ code: "busy" });
    expect(to.counts.turnedAway).toBe(1);
    to.stop();
    await expect(busy).rejects.toThrow();
  });

  test("clients take turns, and what finds no place is turned away at once", async () => {
    const to = await started();
    const order: string[] = [];
    const first = answerOf(to, "wait for a model", asker("z"));
    const asked = ["a1", "a2", "a3", "a4", "b1"].map((words) =>
      answerOf(to, words, asker(words.charAt(0))).then(
        ({ question }) => order.push(question),
        ({ code }: { code: string }) => order.push(`${words} ${code}`),
      ),
    );
    await Promise.all([first, ...asked]);
    expect(order).toEqual(["a4 busy", "a1", "b1", "a2", "a3"]);
  });
});

describe("a page", () => {
  const get = (path: string, method = "GET") => new Request(`http://127.0.0.1${path}`, { method });

  test("comes whole, in pieces, with its headers", async () => {
    const response = await (await started()).read(get("/page?length=300000"), asker());
    expect([response.status, response.headers.get("etag")]).toEqual([200, '"1"']);
    expect(await response.text()).toBe("字".repeat(300_000));
  });

  test("that is not taken keeps no worker from others", async () => {
    const to = await started();
    const unread = await to.read(get("/page?length=300000"), asker());
    expect(await answerOf(to, "GDP")).toMatchObject({ status: "answered" });
    await unread.body?.cancel();
  });

  test("without a body is none", async () => {
    const to = await started();
    expect((await to.read(get("/unchanged"), asker())).body).toBeNull();
    expect((await to.read(get("/page", "HEAD"), asker())).body).toBeNull();
  });

  test("that never ends is stopped, and the next is made", async () => {
    const to = await started();
    await expect(to.read(get("/hang"), asker())).rejects.toMatchObject({ code: "read_stopped" });
    expect(await (await to.read(get("/page"), asker())).text()).toBe("字字字");
  });
});

test("workers that cannot start say why", async () => {
  await expect(started({ program: { file, args: ["broken"] }, workers: 2 })).rejects.toThrow("cannot start");
});

test("a worker that opened an older index answers from it, and the fault of the current one is told", async () => {
  const faults: string[] = [];
  const to = await started({
    program: { file, args: ["older"] },
    onFault: ({ code, message }) => faults.push(`${code}: ${message}`),
  });
  expect(await answerOf(to, "GDP")).toMatchObject({ status: "answered" });
  expect(faults).toEqual(["index_unusable: what is current is damaged"]);
});
