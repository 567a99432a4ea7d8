import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenedAskLine, openAskLine } from "#compose/ask/open-ask-line.ts";
import { readConfiguration } from "#configuration.ts";
import type { ChatEvent, ChatFilters, ChatResponse } from "#protocol/chat.ts";

/** The shipped corpus behind an index of its own, as a reader meets it. */
export interface OpenedCorpus extends OpenedAskLine {
  /** Every event of the answer to a conversation, given by the user's turns, oldest first. */
  events(turns: readonly string[], filters?: ChatFilters): Promise<readonly ChatEvent[]>;
  /** The whole answer. */
  answer(...turns: readonly string[]): Promise<ChatResponse>;
  /** The folder of the index, for other processes to open. */
  readonly indexDirectory: string;
  close(): Promise<void>;
}

/** Builds an index of `corpus/` in a folder of its own and opens it; `close` removes it. */
export async function openCorpus(): Promise<OpenedCorpus> {
  const folder = await mkdtemp(join(tmpdir(), "answers-"));
  const indexDirectory = join(folder, "index");
  const line = await openAskLine(readConfiguration({ INDEX_DIR: indexDirectory }));
  const events = async (turns: readonly string[], filters?: ChatFilters) => {
    const messages = turns.flatMap((content, at) => [
      ...(at === 0 ? [] : [{ role: "assistant" as const, content: "……" }]),
      { role: "user" as const, content },
    ]);
    const all: ChatEvent[] = [];
    for await (const event of line.ask(filters === undefined ? { messages } : { messages, filters }))
      all.push(event);
    return all;
  };
  return {
    ...line,
    indexDirectory,
    events,
    answer: async (...turns) => responseOf(await events(turns)),
    close: async () => {
      line.index.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The response that ends a stream. */
export function responseOf(events: readonly ChatEvent[]): ChatResponse {
  const last = events.at(-1);
  if (last?.type !== "done") throw new RangeError("the stream did not end with done");
  return last.response;
}
