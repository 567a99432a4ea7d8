import { z } from "zod";
import type { ChatResponse } from "#protocol/chat.ts";
import { nameOf } from "#protocol/source-list.ts";

/** A place of the text that a report proves, as OpenAI's web search tells it. */
export const annotationSchema = z.object({
  type: z.literal("url_citation"),
  url_citation: z.object({
    /** Where the marker stands in the content, in UTF-16 code units. */
    start_index: z.int(),
    end_index: z.int(),
    url: z.string(),
    title: z.string(),
  }),
});

export const usageSchema = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
});

export type Annotation = z.infer<typeof annotationSchema>;

/** One annotation for each marker of the answer. */
export function annotationsOf({ answer, citations }: ChatResponse, origin: string): Annotation[] {
  return [...answer.matchAll(/\[(\d+)\]/g)].flatMap((match): Annotation[] => {
    const citation = citations.find(({ marker }) => marker === Number(match[1]));
    if (citation === undefined) return [];
    const [start_index, end_index] = [match.index, match.index + match[0].length];
    const url = `${origin}${citation.url}`;
    return [{ type: "url_citation", url_citation: { start_index, end_index, url, title: nameOf(citation) } }];
  });
}

/** Tokens as this service counts them: one a character. No model that had a tokenizer wrote the answer. */
export function usageOf(
  asked: readonly { readonly content: string }[],
  told: string,
): z.infer<typeof usageSchema> {
  const prompt_tokens = asked.reduce((sum, { content }) => sum + content.length, 0);
  return { prompt_tokens, completion_tokens: told.length, total_tokens: prompt_tokens + told.length };
}
