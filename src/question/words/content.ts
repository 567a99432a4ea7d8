import { patterns } from "./patterns.ts";

/** Takes phrasing and punctuation out and leaves the words that carry the subject. */
export function contentOf(text: string): string {
  return text
    .replace(patterns.scaffolding, " ")
    .replace(/[^\p{L}\p{N}%.·-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
