import type { ReusableParts } from "./file-index.ts";
import type { IndexContent } from "./index-content.ts";
import type { IndexReader } from "./index-reader.ts";

/**
 * Where the generations of an index are kept: whoever builds publishes there, whoever answers follows. Only these three are
 * asynchronous; an opened generation is read where the question is answered, so storage that is gone stops no answer.
 */
export interface Generations {
  /**
   * Publishes at once or not at all, and makes it the current one. What readers have opened stays as it is.
   * @param last the generation that is current, where the same model made it: what stands in it is not made again
   * @throws RangeError when the parts of the content do not fit together
   */
  publish(content: IndexContent, last?: ReusableParts | null): Promise<Published>;
  /** Names what is current, null where nothing was published; cheap enough to be asked every second. */
  current(): Promise<string | null>;
  /** Opens what is current. @throws IndexUnusableError when there is nothing, or nothing that this program reads */
  open(): Promise<IndexReader>;
  /** Lets go of connections; readers that are open stay open. */
  close(): Promise<void>;
}

export interface Published {
  /** When it was published, ISO 8601 in UTC. */
  readonly createdAt: string;
}
