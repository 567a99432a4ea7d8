import type { ChatResponse } from "#protocol/chat.ts";
import type {
  DocumentDetail,
  DocumentSummary,
  IndicatorQuery,
  IndicatorRecord,
  SearchHit,
} from "#protocol/library.ts";

/** All that the tools draw on, handed in. What it throws is told to the client: its words are fit for a reader. */
export interface Held {
  ask(question: string): Promise<ChatResponse>;
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  documents(): Promise<readonly DocumentSummary[]>;
  document(id: string): Promise<DocumentDetail | null>;
  indicators(query: IndicatorQuery): Promise<readonly IndicatorRecord[]>;
}

/** The tools' surroundings. */
export interface McpParts {
  readonly held: Held;
  /** `https://host` before the addresses of what is cited; empty where there is no server. */
  readonly origin: string;
}
