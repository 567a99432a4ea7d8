import { appendFile } from "node:fs/promises";
import { maskPersonalData } from "#domain/mask.ts";
import type { Ask, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import type { Feedback } from "#protocol/feedback.ts";
import type { AskLine } from "./ask-line.ts";

/** Keeps each verdict as one JSON line, comments masked. */
export function feedbackLog(file: string): (feedback: Feedback) => Promise<void> {
  return async ({ answerId, verdict, comment }) => {
    const masked = comment === undefined ? {} : { comment: maskPersonalData(comment) };
    await append(file, { time: new Date().toISOString(), answerId, verdict, ...masked });
  };
}

/**
 * Asks as before and keeps each question as one JSON line, masked, with how it ended: what the gap report reads.
 * A log that cannot be written never harms an answer.
 */
export function loggedAsk({ ask, understand }: AskLine, file: string): Ask {
  return async function* (request: ChatRequest, signal?: AbortSignal): AsyncGenerator<ChatEvent> {
    for await (const event of ask(request, signal)) {
      if (event.type === "done") {
        const turns = request.messages.filter(({ role }) => role === "user").map(({ content }) => content);
        const { regions, years, indicators } = understand(turns);
        const { id, status, reason, question, citations } = event.response;
        await append(file, {
          time: new Date().toISOString(),
          id,
          question: maskPersonalData(question),
          status,
          reason,
          citations: citations.length,
          regions,
          years,
          indicators: indicators.map(({ names, phrase }) => names[0] ?? phrase),
        });
      }
      yield event;
    }
  };
}

async function append(file: string, line: object): Promise<void> {
  try {
    await appendFile(file, `${JSON.stringify(line)}\n`);
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : error}\n`);
  }
}
