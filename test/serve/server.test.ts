import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Ask, LIMITS } from "#protocol/chat.ts";
import { createApp } from "#serve/app.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import { type RunningServer, startServer } from "#serve/start-server.ts";
import { ANSWER, ANSWER_EVENTS, exampleServices } from "./example.ts";
import { eventsIn } from "./server-sent-events.ts";

const body = JSON.stringify({ messages: [{ role: "user", content: "GDP？" }] });
const streamBody = JSON.stringify({ messages: [{ role: "user", content: "GDP？" }], stream: true });
const headers = { "content-type": "application/json" };

let server: RunningServer | null = null;
afterEach(async () => {
  await server?.stop(0);
  server = null;
});

async function serve(ask?: Ask): Promise<{ at: string; running: RunningAnswers }> {
  const running = new RunningAnswers();
  const app = createApp(exampleServices(ask === undefined ? {} : { ask }), running);
  server = await startServer(app, { host: "127.0.0.1", port: 0, running });
  return { at: server.address, running };
}

describe("over a real port", () => {
  test("answers as JSON and as a stream", async () => {
    const { at } = await serve();
    const answer = await fetch(`${at}/api/chat`, { method: "POST", headers, body });
    expect(await answer.json()).toEqual(ANSWER);
    const stream = await fetch(`${at}/api/chat`, { method: "POST", headers, body: streamBody });
    expect(eventsIn(await stream.text()).at(-1)?.data).toEqual(ANSWER);
  });

  test("a body that never stops is cut off at the limit", async () => {
    const { at } = await serve();
    const status = await new Promise<number>((resolve, reject) => {
      const outgoing = request(`${at}/api/chat`, { method: "POST", headers }, (reply) => {
        resolve(reply.statusCode ?? 0);
        outgoing.destroy();
      });
      outgoing.on("error", reject);
      for (let sent = 0; sent <= LIMITS.bodyBytes + 65_536; sent += 4096)
        outgoing.write(Buffer.alloc(4096, 32));
    });
    expect(status).toBe(413);
  });

  test.each([
    ["a stream", streamBody],
    ["JSON", body],
  ])("a client that hangs up on %s stops the asking", async (_, sent) => {
    let stopped = false;
    const { at, running } = await serve(
      waiting(() => {
        stopped = true;
      }),
    );
    const leave = new AbortController();
    const reply = fetch(`${at}/api/chat`, { method: "POST", headers, body: sent, signal: leave.signal });
    reply.then((response) => response.text()).catch(() => undefined);
    await until(() => running.size === 1);
    leave.abort();
    await until(() => stopped);
    await until(() => running.size === 0);
  });

  test("a stop ends open streams with an error and closes within the deadline, also with a silent connection open", async () => {
    const { at, running } = await serve(waiting(() => {}));
    const { hostname, port } = new URL(at);
    const silent = connect(Number(port), hostname);
    silent.on("error", () => undefined);
    const reply = fetch(`${at}/api/chat`, { method: "POST", headers, body: streamBody });
    await until(() => running.size === 1);
    const text = reply.then((response) => response.text());
    const began = Date.now();
    const stopped = server?.stop(200);
    const health = await fetch(`${at}/healthz`);
    expect([health.status, health.headers.get("retry-after")]).toEqual([503, "5"]);
    await stopped;
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(eventsIn(await text).at(-1)).toMatchObject({ name: "error", data: { code: "draining" } });
    await expect(fetch(`${at}/healthz`)).rejects.toThrow();
  });

  test("a connection on which requests pile up is closed", async () => {
    const { at } = await serve(waiting(() => {}));
    const { hostname, port } = new URL(at);
    const asked = `POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const socket = connect(Number(port), hostname);
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.on("error", () => undefined);
    socket.write(asked.repeat(40));
    await closed;
  });

  test("of the requests that are piled up no more are worked at than may wait", async () => {
    let asked = 0;
    const ask: Ask = async function* count() {
      asked += 1;
      yield* ANSWER_EVENTS;
    };
    const { at } = await serve(ask);
    const { hostname, port } = new URL(at);
    const once = `POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).resume();
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.write(once.repeat(300));
    await closed;
    expect(asked).toBeLessThanOrEqual(16);
  });

  test.each(["a body that is broken off", "a reader who leaves before the answer"])(
    "%s leaves no line in the log",
    async (how) => {
      const reported: unknown[] = [];
      const running = new RunningAnswers();
      const ask: Ask = async function* wait(_, signal) {
        await new Promise((_resolve, reject) =>
          signal?.addEventListener("abort", () => reject(signal.reason), { once: true }),
        );
        yield* ANSWER_EVENTS;
      };
      const app = createApp(exampleServices({ ask, report: (error) => reported.push(error) }), running);
      server = await startServer(app, { host: "127.0.0.1", port: 0, running });
      const { hostname, port } = new URL(server.address);
      const head = "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      const isBody = how.startsWith("a body");
      socket.write(
        `${head}Content-Length: ${isBody ? 5_000 : Buffer.byteLength(body)}\r\n\r\n${isBody ? "{" : body}`,
      );
      await (isBody ? new Promise((resolve) => setTimeout(resolve, 100)) : until(() => running.size === 1));
      socket.destroy();
      await (isBody ? new Promise((resolve) => setTimeout(resolve, 200)) : until(() => running.size === 0));
      expect(reported).toEqual([]);
    },
  );

  test("a body that comes a byte at a time is given up, and so is a head", async () => {
    const { at } = await serve();
    const { hostname, port } = new URL(at);
    const slow = (sent: string): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname);
        socket.write(sent);
        const drip = setInterval(() => socket.write(" "), 500);
        socket.on("error", () => undefined).resume();
        socket.once("close", () => {
          clearInterval(drip);
          resolve();
        });
      });
    const head = "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    await Promise.all([slow(`${head}Content-Length: 5000\r\n\r\n{`), slow(`${head}X-Slow:`)]);
  }, 60_000);

  test("an address holds no more connections than it may", async () => {
    const running = new RunningAnswers();
    const app = createApp(exampleServices(), running);
    server = await startServer(app, { host: "127.0.0.1", port: 0, running, perAddress: 2 });
    const { hostname, port } = new URL(server.address);
    const sockets = [1, 2, 3].map(() => connect(Number(port), hostname));
    const [, , third] = sockets;
    await new Promise<void>((resolve) => third?.on("error", () => undefined).once("close", () => resolve()));
    for (const socket of sockets) socket.destroy();
  });

  test("an address that opens more connections at once than all may hold shuts nobody else out", async () => {
    const running = new RunningAnswers();
    const app = createApp(exampleServices(), running);
    server = await startServer(app, { host: "127.0.0.1", port: 0, running, perAddress: 100 });
    const { hostname, port } = new URL(server.address);
    // In a process of its own, or the connections would not come in one burst.
    const program = `const { connect } = require("node:net");
      for (let at = 0; at < 1_100; at += 1)
        connect({ host: "${hostname}", port: ${port}, localAddress: "127.0.0.2" }).on("error", () => {}).resume();
      setTimeout(() => console.log("open"), 50); setTimeout(() => process.exit(), 60_000);`;
    const crowd = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    await once(crowd.stdout, "data");
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => statusOf(`${server?.address}/healthz`)),
    );
    expect(new Set(replies)).toEqual(new Set([200]));
    crowd.kill();
  });

  test("a port already taken is refused, not swallowed", async () => {
    const { at } = await serve();
    const running = new RunningAnswers();
    const app = createApp(exampleServices(), running);
    const port = Number(new URL(at).port);
    await expect(startServer(app, { host: "127.0.0.1", port, running })).rejects.toThrow("EADDRINUSE");
  });
});

/** The status of a request on a connection of its own; 0 where it is broken off. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    request(url, { agent: false }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    })
      .once("error", () => resolve(0))
      .end();
  });
}

function waiting(onAbort: () => void): Ask {
  return async function* wait(_, signal) {
    signal?.addEventListener("abort", onAbort);
    yield* ANSWER_EVENTS.slice(0, 1);
    await new Promise(() => {});
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 2_000; waited += 10) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("it never came to hold");
}
