import type { Asker, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import type { Feedback } from "#protocol/feedback.ts";
import type { Overview } from "#protocol/overview.ts";
import type { Administration } from "./routes/admin-routes.ts";
import type { ServeSettings } from "./settings.ts";

/** A request and how it was replied to. */
export interface ObservedRequest {
  /** As it stands in the code, such as `/documents/:id`; `other` for what is not there, so that nobody makes names. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  /** Until the reply began. */
  readonly ms: number;
}

/** All the server works with, handed in by the composition. */
export interface Services {
  /** Resolves once somebody is at work on the answer; rejects with what a reader may be told of: come back later. */
  readonly ask: (request: ChatRequest, asker: Asker) => Promise<AsyncIterable<ChatEvent>>;
  /** The response to a request for a page or data set that is made from the reports (`readingApp`). */
  readonly read: (request: Request, asker: Asker) => Promise<Response>;
  /** What the home page says of the reports. */
  readonly overview: () => Overview;
  readonly settings: ServeSettings;
  readonly health: () => "ok" | "starting" | "draining";
  /** Keeps a reader's verdict; absent, it is taken and dropped. */
  readonly feedback?: (feedback: Feedback) => void | Promise<void>;
  /** The bundled widget as one JavaScript module; absent, `/widget.js` is not found. */
  readonly widget?: () => Promise<string>;
  /** What the service counts and measures of itself, in the text format of Prometheus, for `/metrics`. */
  readonly metrics?: () => Promise<string>;
  /** Told of each request but those of health and metrics. */
  readonly observe?: (request: ObservedRequest) => void;
  /** The desk and who may sit at it; absent, there is none. */
  readonly administration?: Administration;
  /** Why questions are not answered now, in the operator's words; null while they are. */
  readonly notice?: () => string | null;
  /** What the operator should know once. */
  readonly warn?: (line: string) => void;
  /** Faults no reader may see in full. */
  readonly report?: (error: unknown, where: string) => void;
}
