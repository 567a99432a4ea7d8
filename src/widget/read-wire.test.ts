import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChatResponse, chatResponseSchema } from "#protocol/chat.ts";
import { readProblem, readResponse } from "./read-wire.ts";

const RESPONSE: ChatResponse = {
  id: "a1",
  status: "answered",
  intent: "report",
  reason: "value",
  answer: "增长3.7%。[1]",
  blocks: [
    { type: "paragraph", text: "增长3.7%。[1]" },
    { type: "list", ordered: true, items: ["一"] },
    { type: "table", columns: ["地区"], rows: [["江北区"]] },
    {
      type: "chart",
      shape: "line",
      title: "t",
      unit: null,
      points: [{ label: "2022", series: "s", kind: "target", value: 1 }],
    },
  ],
  question: "q",
  citations: [
    {
      marker: 1,
      documentId: "d",
      title: "t",
      section: ["一"],
      quote: "q",
      start: 1,
      end: 2,
      url: "/documents/d",
    },
  ],
  indicators: [
    {
      ...{
        region: null,
        year: 2022,
        indicator: "GDP",
        kind: "actual",
        period: "year",
        scope: "own",
        value: null,
        unit: "%",
        raw: "—",
      },
      ...{ qualifier: null, documentId: "d", start: 1, end: 2, marker: 1 },
    },
  ],
  suggestions: ["再问"],
  writtenBy: "model",
};

test("a response of the contract is read without loss", () => {
  expect(chatResponseSchema.parse(RESPONSE)).toEqual(RESPONSE);
  expect(readResponse(JSON.parse(JSON.stringify(RESPONSE)))).toEqual(RESPONSE);
});

test("whatever else comes over the wire is nothing, or has the right shape", () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(readResponse(anything)).toBeNull();
      const wrapped = readResponse({
        status: "answered",
        answer: "a",
        blocks: anything,
        citations: anything,
        suggestions: anything,
      });
      expect(wrapped?.blocks.length).toBeGreaterThan(0);
    }),
  );
});

test("an answer without blocks is its own paragraph", () => {
  expect(readResponse({ status: "refused", answer: "没有。" })?.blocks).toEqual([
    { type: "paragraph", text: "没有。" },
  ]);
});

test("a problem speaks the reader's language", () => {
  const problem = { messages: { zh: "太多", en: "too many" }, retryAfter: 3 };
  expect(readProblem(problem, "zh-CN")).toEqual({ message: "太多", retryAfter: 3 });
  expect(readProblem(problem, "en")?.message).toBe("too many");
  expect(readProblem("<html>", "en")).toBeNull();
});
