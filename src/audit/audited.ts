import { createHash } from "node:crypto";
import { maskPersonalData } from "#domain/mask.ts";
import type { ChatEvent, ChatResponse } from "#protocol/chat.ts";
import type { AuditEntry } from "./record.ts";

/** Passes the events on and keeps the answer when it is whole. */
export async function* audited(
  events: AsyncIterable<ChatEvent>,
  keep: (entry: AuditEntry) => void,
  model: string | null,
): AsyncGenerator<ChatEvent> {
  for await (const event of events) {
    if (event.type === "done") keep(entryOf(event.response, model));
    yield event;
  }
}

function entryOf(response: ChatResponse, model: string | null): AuditEntry {
  const { id, status, reason, intent, question, citations, answer, writtenBy, generation = null } = response;
  return {
    type: "answer",
    question: maskPersonalData(question),
    answerId: id,
    status,
    reason,
    intent,
    evidence: citations.map(({ documentId, start, end }) => `${documentId}:${start}-${end}`),
    generation,
    answerDigest: createHash("sha256").update(answer).digest("hex"),
    writtenBy,
    model,
  };
}
