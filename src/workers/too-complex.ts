import { createHash } from "node:crypto";
import type { ChatEvent, ChatRequest, ChatResponse } from "#protocol/chat.ts";

const WORDS =
  "这个问题需要的计算超过了本服务为一个问题预留的时间，已停止处理。请把问题写得短一些，一次问一件事。" +
  "This question took more computing than one question may have here, so it was stopped. Please ask something shorter, one thing at a time.";

/** The whole answer to a question that was stopped at its deadline: a refusal that says so in both languages. */
export function tooComplex({ messages }: ChatRequest, generation: string | null): ChatEvent[] {
  const response: ChatResponse = {
    id: createHash("sha256")
      .update(JSON.stringify(["too_complex", messages]))
      .digest("hex")
      .slice(0, 24),
    status: "refused",
    reason: "too_complex",
    answer: WORDS,
    blocks: [{ type: "paragraph", text: WORDS }],
    question: messages.at(-1)?.content ?? "",
    citations: [],
    indicators: [],
    suggestions: [],
    intent: "report",
    writtenBy: "composer",
    ...(generation === null ? {} : { generation }),
  };
  return [
    { type: "delta", text: WORDS },
    { type: "done", response },
  ];
}
