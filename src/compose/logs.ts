import { appendFile, open } from "node:fs/promises";
import { z } from "zod";
import type { AskLine } from "#compose/ask/ask-line.ts";
import { maskPersonalData } from "#domain/mask.ts";
import type { Ask, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import type { Feedback } from "#protocol/feedback.ts";
import { serviceLog } from "./service-log.ts";

/** Keeps each verdict as one JSON line, comments masked. */
export function feedbackLog(file: string): (feedback: Feedback) => Promise<void> {
  return async ({ answerId, verdict, comment }) => {
    const masked = comment === undefined ? {} : { comment: maskPersonalData(comment) };
    await append(file, { time: new Date().toISOString(), answerId, verdict, ...masked });
  };
}

const SHOWN = 50;
/** So much of a log is read: some tens of thousands of questions. */
const END_BYTES = 16 * 1024 * 1024;

/** The last whole lines of a log, however long it is; empty where none is kept. */
export async function endOfLog(file: string | null): Promise<string> {
  if (file === null) return "";
  const handle = await open(file, "r").catch(() => null);
  if (handle === null) return "";
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - END_BYTES);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(size - from), position: from });
    const text = buffer.toString("utf8", 0, bytesRead);
    return from === 0 ? text : text.slice(text.indexOf("\n") + 1);
  } finally {
    await handle.close();
  }
}

/** The last verdicts that were kept, newest first; none where none are kept. */
export async function lastFeedback(file: string | null) {
  return (await endOfLog(file))
    .trimEnd()
    .split("\n")
    .slice(-SHOWN)
    .reverse()
    .flatMap((line) => {
      const kept = keptFeedbackSchema.safeParse(parsedJson(line));
      return kept.success ? [kept.data] : [];
    });
}

const keptFeedbackSchema = z.object({
  time: z.string(),
  verdict: z.string(),
  comment: z.string().default(""),
});

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Asks as before and keeps each question as one JSON line, masked, with how it ended: what the gap report reads.
 * A log that cannot be written never harms an answer.
 */
export function loggedAsk({ ask, understand }: AskLine, file: string): Ask {
  return async function* (request: ChatRequest, signal?: AbortSignal): AsyncGenerator<ChatEvent> {
    const began = performance.now();
    for await (const event of ask(request, signal)) {
      if (event.type === "done") {
        const turns = request.messages.filter(({ role }) => role === "user").map(({ content }) => content);
        const { regions, years, indicators } = understand(turns);
        const { id, status, reason, question, citations } = event.response;
        await append(file, {
          time: new Date().toISOString(),
          id,
          ms: Math.round(performance.now() - began),
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
    const message = error instanceof Error ? error.message : String(error);
    serviceLog("text")({ level: "error", where: file, message });
  }
}
