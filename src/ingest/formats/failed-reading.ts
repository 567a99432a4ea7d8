import type { FileReading } from "./file-reading.ts";

/** The reading of a file that cannot be read whole: no blocks, and the reason with what to do. */
export function failedReading(code: string, message: string): FileReading {
  return {
    blocks: [],
    facts: { title: null, issuer: null, published: null, url: null },
    problems: [{ severity: "error", code, message }],
    pages: null,
  };
}
