import type { Ask, ChatMessage } from "#protocol/chat.ts";
import type { IndicatorQuery, SearchHit } from "#protocol/library.ts";
import type { RecordedRow, RunEnvironment, SearchMode } from "./report/run-record.ts";
import type { Reading } from "./sets/question-set.ts";

/** Ranked passages for a query, best first. */
export type Search = (query: string, limit: number) => Promise<readonly SearchHit[]>;

/** A stretch of a document as the reader judged it. */
export interface ReadStretch {
  readonly documentId: string;
  readonly text: string;
  readonly probability: number;
}

type Awaitable<T> = T | Promise<T>;

/** What a listing tells of a document; all but the id may be absent. */
export interface ListedDocument {
  readonly id: string;
  readonly title?: string | undefined;
  readonly region?: string | null | undefined;
  readonly years?: readonly number[] | undefined;
  readonly sourceName?: string | undefined;
}

/** The documents behind the answers; `Library` of the protocol fits. */
export interface EvaluationLibrary {
  documents(): Awaitable<readonly ListedDocument[]>;
  document(id: string): Awaitable<{ readonly text: string } | null>;
  /** Rows of the indicator table; absent where it cannot be asked. */
  indicators?(query: IndicatorQuery): Awaitable<readonly RecordedRow[]>;
}

/** What is evaluated. Only `ask` and `library` are needed; what is absent is reported as not measured. */
export interface EvaluationSubject {
  readonly ask: Ask;
  readonly library: EvaluationLibrary;
  readonly environment: RunEnvironment;
  readonly search?: Partial<Record<SearchMode, Search>>;
  /** The stretches read for a conversation's last question, the likeliest to answer first. */
  readonly units?: (messages: readonly ChatMessage[]) => Awaitable<readonly ReadStretch[]>;
  /** The typed reading of a conversation's last question. */
  readonly read?: (messages: readonly ChatMessage[]) => Awaitable<Reading>;
}
