import { IndexUnusableError } from "#domain/errors.ts";
import type { Generations } from "./generations.ts";
import type { IndexReader } from "./index-reader.ts";
import { memoryIndex } from "./memory-index.ts";

/** Generations in this process alone: for tests and for trying things out. */
export function memoryGenerations(): Generations {
  let index: IndexReader | null = null;
  return {
    async publish(content) {
      index = memoryIndex(content);
      return { createdAt: new Date().toISOString() };
    },
    current: async () => index?.generation ?? null,
    async open() {
      if (index === null)
        throw new IndexUnusableError({ path: "memory", reason: "nothing was published there" });
      return index;
    },
    close: async () => {},
  };
}
