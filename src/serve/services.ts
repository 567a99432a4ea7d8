import type { Ask } from "#protocol/chat.ts";
import type { Feedback } from "#protocol/feedback.ts";
import type { Library } from "#protocol/library.ts";
import type { ServeSettings } from "./settings.ts";

/** All the server works with, handed in by the composition. */
export interface Services {
  readonly ask: Ask;
  readonly library: Library;
  readonly settings: ServeSettings;
  readonly health: () => "ok" | "starting" | "draining";
  /** Keeps a reader's verdict; absent, it is taken and dropped. */
  readonly feedback?: (feedback: Feedback) => void | Promise<void>;
  /** The bundled widget as one JavaScript module; absent, `/widget.js` is not found. */
  readonly widget?: () => Promise<string>;
  /** Faults no reader may see in full. */
  readonly report?: (error: unknown, where: string) => void;
}
