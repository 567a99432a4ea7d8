import type { ChatEvent, ChatResponse, Citation } from "#protocol/chat.ts";
import type { Problem } from "#protocol/problem.ts";
import { nameOf, sourceList } from "#protocol/source-list.ts";
import { type CompletionParts, envelopeOf } from "./completion.ts";
import { annotationsOf, usageOf } from "./content.ts";
import { errorOf } from "./error.ts";

/** Writes the events of one answer as the text of an event stream. */
export interface ChunkWriter {
  readonly event: (event: ChatEvent) => string;
  readonly problem: (problem: Problem) => string;
  /** The end of what is no answer of the reports. */
  readonly end: () => string;
}

/**
 * Writes an answer as `chat.completion.chunk` events: the role, the words as they come, each source in the form that Open WebUI
 * shows, annotations, the end, the usage where it is asked for, and `[DONE]`.
 */
export function chunkWriter(
  parts: CompletionParts & { readonly id: string; readonly includeUsage: boolean },
): ChunkWriter {
  const { id, created, origin, includeUsage } = parts;
  let hasBegun = false;
  const chunk = (delta: object, more: object = {}, finish_reason: "stop" | null = null) =>
    data({
      ...envelopeOf(id, created),
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      ...more,
      ...(includeUsage ? { usage: null } : {}),
    });
  const begin = () => {
    if (hasBegun) return "";
    hasBegun = true;
    return chunk({ role: "assistant", content: "" });
  };
  const end = (response: ChatResponse) => {
    const appendix = sourceList(response, origin);
    const annotations = annotationsOf(response, origin);
    const fingerprint = { system_fingerprint: response.generation ?? null };
    const usage = usageOf(parts.messages, response.answer + appendix);
    return [
      appendix === "" ? "" : chunk({ content: appendix }),
      annotations.length === 0 ? "" : chunk({ annotations }),
      chunk({}, { ...fingerprint, wenzheng: response }, "stop"),
      includeUsage
        ? data({
            ...envelopeOf(id, created),
            object: "chat.completion.chunk",
            choices: [],
            usage,
            ...fingerprint,
          })
        : "",
      "data: [DONE]\n\n",
    ].join("");
  };
  return {
    event(event) {
      switch (event.type) {
        case "citation":
          return begin() + chunk({}, { event: sourceOf(event.citation, origin) });
        case "delta":
          return begin() + chunk({ content: event.text });
        case "done":
          return begin() + end(event.response);
        default:
          return begin();
      }
    },
    end: () => `${chunk({}, {}, "stop")}data: [DONE]\n\n`,
    problem: (problem) => data(errorOf(problem)),
  };
}

/** A source as Open WebUI shows it below an answer. */
function sourceOf(citation: Citation, origin: string) {
  const url = `${origin}${citation.url}`;
  const name = nameOf(citation);
  return {
    type: "source",
    data: {
      source: { id: url, name, url },
      document: [citation.quote],
      metadata: [{ source: url, name, url }],
    },
  };
}

const data = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
