import type { Generations } from "./generations.ts";
import { currentVersion } from "./is-current.ts";
import { openIndex } from "./open-index.ts";
import { publishIndex } from "./publish-index.ts";

/** Generations in a folder of this machine: the default. */
export function fileGenerations(directory: string): Generations {
  return {
    publish: (content, last = null) => publishIndex(directory, content, { last }),
    current: async () => currentVersion(directory),
    open: async () => openIndex(directory),
    close: async () => {},
  };
}
