import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FailureCode, ModelFailure } from "#answer/model/model-failure.ts";
import { createModelWriter } from "#answer/model/model-writer.ts";
import { readPrompts } from "#answer/model/prompts.ts";
import type { ChatResponse } from "#protocol/chat.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { type Behaviour, begin, chunk, Endpoint, says, status } from "./endpoint.ts";
import { askOver, put, smallIndex } from "./small-corpus.ts";

const QUESTION = "青羊区2022年地区生产总值增速是多少？";
const GOOD = "青羊区2022年增速为2.9%，目标为7%左右[1]。";
const KEY = "sk-secret-0123456789";
const DEADLINE = 600;
/** What a deadline may cost beyond itself on a busy machine. */
const GRACE = 400;

const endpoint = new Endpoint();
let index: IndexReader;
let composed: ChatResponse;
let failures: ModelFailure[] = [];

beforeAll(async () => {
  index = await smallIndex();
  composed = (await put(askOver(index), QUESTION)).response;
  await endpoint.open();
});
afterAll(() => endpoint.close());
beforeEach(() => {
  failures = [];
  endpoint.received.length = 0;
});

function ask(baseUrl = endpoint.baseUrl, timeoutMs = DEADLINE) {
  const settings = { baseUrl, model: "small", timeoutMs, apiKey: () => KEY };
  const onFailure = (failure: ModelFailure) => failures.push(failure);
  return askOver(index, createModelWriter({ settings, prompts: readPrompts("prompts"), onFailure }));
}

const SLOW: Behaviour = (reply) => {
  begin(reply);
  const pieces = [...GOOD];
  const timer = setInterval(() => reply.write(chunk(pieces.shift() ?? "")), 100);
  reply.once("close", () => clearInterval(timer));
};
const HEADERS_ONLY: Behaviour = (reply) => {
  begin(reply);
  reply.flushHeaders();
};
const SENDS_ELSEWHERE: Behaviour = (reply) => {
  reply.writeHead(307, { location: "/v1/other" });
  reply.end();
};
const HANGS_IN_THE_MIDDLE: Behaviour = (reply) => {
  begin(reply);
  reply.write(chunk("青羊区2022年增速为2.9%，目标为7%左右[1]。其"));
};
const KEEPS_ALIVE: Behaviour = (reply) => {
  begin(reply);
  const timer = setInterval(() => reply.write(": still thinking\n\n"), 20);
  reply.once("close", () => clearInterval(timer));
};
const starts =
  (...lines: string[]): Behaviour =>
  (reply) => {
    begin(reply);
    reply.write(chunk(GOOD));
    reply.end(lines.join(""));
  };
const BREAKS: Behaviour = (reply) => {
  begin(reply);
  reply.write(chunk(GOOD), () => reply.destroy());
};
const GOES_ON: Behaviour = (reply) => {
  begin(reply);
  const more = () => {
    while (!reply.destroyed && reply.write(chunk(GOOD.repeat(40))));
  };
  reply.on("drain", more);
  more();
};
const ONE_ENDLESS_EVENT: Behaviour = (reply) => {
  begin(reply);
  reply.write("data: ");
  const more = () => {
    while (!reply.destroyed && reply.write("青".repeat(16_384)));
  };
  reply.on("drain", more);
  more();
};
const filtered = `data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: "content_filter" }] })}\n\n`;

describe("an endpoint that misbehaves leaves the composer's answer, in time", () => {
  it.each<[string, FailureCode, Behaviour]>([
    ["never answers", "timeout", () => {}],
    ["sends headers and no more", "timeout", HEADERS_ONLY],
    ["is too slow", "timeout", SLOW],
    ["hangs in the middle", "timeout", HANGS_IN_THE_MIDDLE],
    ["only keeps the line alive", "timeout", KEEPS_ALIVE],
    ["limits the rate", "rate_limited", status(429)],
    ["fails", "http_error", status(500)],
    ["does not know the key", "http_error", status(401, `{"error":"Incorrect API key provided: ${KEY}"}`)],
    ["sends elsewhere", "unreachable", SENDS_ELSEWHERE],
    ["fails in the stream", "http_error", starts('data: {"error":{"message":"overloaded"}}\n\n')],
    ["sends what is no JSON", "malformed", starts("data: {oops\n\n", "data: [DONE]\n\n")],
    ["sends other JSON", "malformed", starts('data: {"choices":[{"delta":{"content":7}}]}\n\n')],
    ["sends no stream", "malformed", status(200)],
    ["closes early", "closed_early", starts()],
    ["breaks the connection", "unreachable", BREAKS],
    ["goes on and on", "too_long", GOES_ON],
    ["sends one endless event", "too_long", ONE_ENDLESS_EVENT],
    ["says nothing", "empty", says("")],
    ["filters the answer", "refused", starts(filtered, "data: [DONE]\n\n")],
    ["refuses in words", "refused", says("对不起，我不能回答。")],
    [
      "says thousands of things",
      "unsupported",
      says(GOOD + Array.from({ length: 3_000 }, (_, n) => `${n}个[1]。`).join("")),
    ],
    ["tells a wrong figure", "unsupported", says("青羊区2022年增速为5.5%，目标为7%左右[1]。")],
  ])("%s: %s", async (_what, failure, behaviour) => {
    endpoint.behaviour = behaviour;
    const { response, milliseconds } = await put(ask(), QUESTION);
    expect(response).toEqual(composed);
    expect(response.writtenBy).toBe("composer");
    expect(failures.map((each) => each.failure)).toEqual([failure]);
    expect(milliseconds).toBeLessThan(DEADLINE + GRACE);
    // Once, and never again.
    expect(endpoint.received).toHaveLength(1);
    expect(JSON.stringify(failures) + failures.map(String).join()).not.toContain(KEY);
  });

  it("is not there", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { response } = await put(ask(`http://127.0.0.1:${port}/v1`), QUESTION);
    expect(response).toEqual(composed);
    expect(failures.map(({ failure }) => failure)).toEqual(["unreachable"]);
    expect(failures[0]?.message).toContain("ECONNREFUSED");
  });

  it("and the model's work is ended with the deadline", async () => {
    endpoint.behaviour = HANGS_IN_THE_MIDDLE;
    await put(ask(), QUESTION);
    await endpoint.received[0]?.left;
  });
});

describe("an endpoint with ways of its own is understood", () => {
  it.each<[string, Behaviour]>([
    [
      "without [DONE], after a finish",
      (reply) => {
        begin(reply);
        reply.end(chunk(GOOD, "stop"));
      },
    ],
    [
      "with CRLF, comments, a role first and usage last",
      (reply) => {
        begin(reply);
        reply.write(
          ': ping\r\n\r\ndata: {"choices":[{"delta":{"role":"assistant","content":null}}]}\r\n\r\n',
        );
        reply.write(chunk(GOOD, "stop").replaceAll("\n", "\r\n"));
        reply.end('data: {"choices":[],"usage":{"total_tokens":9}}\r\n\r\ndata: [DONE]\r\n\r\n');
      },
    ],
    [
      "with characters cut in two by the network",
      async (reply) => {
        begin(reply);
        for (const byte of Buffer.from(`${chunk(GOOD, "stop")}data: [DONE]\n\n`)) {
          await new Promise((resolve) => reply.write(Buffer.from([byte]), resolve));
        }
        reply.end();
      },
    ],
    [
      "that holds the line open after [DONE]",
      (reply) => {
        begin(reply);
        reply.write(`${chunk(GOOD, "stop")}data: [DONE]\n\n`);
      },
    ],
  ])("%s", async (_what, behaviour) => {
    endpoint.behaviour = behaviour;
    const { response } = await put(ask(`${endpoint.baseUrl}/`, 5_000), QUESTION);
    expect(failures).toEqual([]);
    expect(response).toMatchObject({ writtenBy: "model", answer: GOOD });
  });
});

describe("a reader who leaves", () => {
  it("ends the answer and the model's work", async () => {
    endpoint.behaviour = HANGS_IN_THE_MIDDLE;
    const leaving = new AbortController();
    const answer = put(ask(undefined, 20_000), QUESTION, leaving.signal);
    answer.catch(() => {});
    while (endpoint.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort(new Error("left"));
    await expect(answer).rejects.toThrow("left");
    await endpoint.received[0]?.left;
    expect(failures).toEqual([]);
  });
});
