import { beforeEach, expect, test, vi } from "vitest";
import { type ChatResponse, chatRequestSchema } from "#protocol/chat.ts";
import { chatFaults } from "#protocol/chat-faults.ts";
import { Conversation } from "./conversation.ts";
import { readResponse } from "./read-wire.ts";

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

function answered(conversation: Conversation, question: string, answer: string): void {
  conversation.add(question).outcome = { state: "answered", response: response(answer) };
}

function response(answer: string): ChatResponse {
  const read = readResponse({ status: "answered", answer });
  if (read === null) throw new Error("not a response");
  return read;
}

test("a question travels with the answered turns before it, not with those that failed", () => {
  const conversation = new Conversation("k");
  answered(conversation, "一", "答一");
  conversation.add("坏").outcome = { state: "stopped", text: "半" };
  const turn = conversation.add("二");
  expect(conversation.messagesFor(turn).map((message) => message.content)).toEqual(["一", "答一", "二"]);
});

test("however long the conversation, the request keeps to the limits of the wire", () => {
  const conversation = new Conversation("k");
  for (let at = 0; at < 80; at += 1)
    answered(conversation, `问${at}`, `答\u202e${at}\ud800${"长".repeat(500)}`);
  const messages = conversation.messagesFor(conversation.add("末"));
  const request = chatRequestSchema.parse({ messages });
  expect(chatFaults(request)).toEqual([]);
  expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThan(64 * 1024);
  expect(messages.at(0)?.role).toBe("user");
  expect(messages.at(-3)?.content).toBe("问79");
});

test("an answer too long to send is left out with what came before it", () => {
  const conversation = new Conversation("k");
  answered(conversation, "一", "长".repeat(100_000));
  expect(conversation.messagesFor(conversation.add("二"))).toHaveLength(1);
});

test("is kept for the tab, and damaged or forbidden memory is no memory", () => {
  const conversation = new Conversation("k");
  answered(conversation, "一", "答一");
  conversation.save();
  expect(new Conversation("k").turns).toHaveLength(1);
  kept.set("k", '[{"question":1},7,{"response":{"status":"x"}}]');
  expect(new Conversation("k").turns).toEqual([]);
  kept.set("k", "{not json");
  expect(new Conversation("k").turns).toEqual([]);
  vi.stubGlobal("sessionStorage", undefined);
  expect(() => new Conversation("k").save()).not.toThrow();
});
