import { openAskLine } from "#compose/ask/open-ask-line.ts";
import type { ChatFilters, ChatMessage, ChatResponse } from "#protocol/chat.ts";
import {
  type DocumentSummary,
  EVERY_ROW,
  type IndicatorQuery,
  type IndicatorRecord,
  type SearchHit,
} from "#protocol/library.ts";
import { readConfiguration } from "./configuration.ts";

/** What a program decides; everything else has the defaults of the settings. */
export interface WenzhengOptions {
  /** Folder of reports. */
  readonly corpusDirectory: string;
  /** Folder of the index, made and kept current there. */
  readonly indexDirectory: string;
  /** Any other setting by its name, e.g. `{ EMBEDDING_MODEL: "…" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The reports in this process, without a server. */
export interface Wenzheng {
  /** Id of the index: equal ids, equal answers. */
  readonly generation: string;
  /** Answers a question, or the last of a conversation. */
  ask(question: string | readonly ChatMessage[], filters?: ChatFilters): Promise<ChatResponse>;
  /** Passages, best first. */
  search(query: string, limit?: number): Promise<readonly SearchHit[]>;
  /** Rows of the indicator table. */
  indicators(query?: Partial<IndicatorQuery>): readonly IndicatorRecord[];
  reports(): readonly DocumentSummary[];
  /** Lets go of the index. */
  close(): void;
}

/**
 * Opens the reports of a folder: builds the index when it is missing or stale, then answers in this process.
 * @throws ConfigurationError, IndexUnusableError, ModelUnavailableError
 */
export async function openWenzheng({
  corpusDirectory,
  indexDirectory,
  settings = {},
}: WenzhengOptions): Promise<Wenzheng> {
  const configuration = readConfiguration({
    ...settings,
    CORPUS_DIR: corpusDirectory,
    INDEX_DIR: indexDirectory,
  });
  const { ask, library, index } = await openAskLine(configuration);
  return {
    generation: index.generation,
    async ask(question, filters) {
      const messages =
        typeof question === "string" ? [{ role: "user" as const, content: question }] : [...question];
      const request = filters === undefined ? { messages } : { messages, filters };
      for await (const event of ask(request)) if (event.type === "done") return event.response;
      throw new Error("the answer ended without its last event");
    },
    search: (query, limit = 10) => library.search(query, limit),
    indicators: (query = {}) => library.indicators({ ...EVERY_ROW, ...query }),
    reports: () => library.documents(),
    close: () => index.close(),
  };
}
