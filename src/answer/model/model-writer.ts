import type { Draft } from "#answer/draft.ts";
import type { Question } from "#question/question.ts";
import { completeChat } from "./chat-completions.ts";
import { checkWords, says } from "./check-words.ts";
import { materialFor } from "./material.ts";
import { Breaker, ModelFailure } from "./model-failure.ts";
import { fillPrompt, type Prompts } from "./prompts.ts";
import type { ModelSettings } from "./settings.ts";
import { canBeRetold, verifiedDraft } from "./verified-draft.ts";

/** When an answer was begun, and how its reader leaves. */
export interface Clock {
  /** `performance.now()` at the question. */
  readonly began: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Puts an answered draft in a language model's words; null when the composer's words stand.
 * @throws the signal's reason when the reader leaves; nothing else
 */
export type ModelWriter = (question: Question, draft: Draft, clock: Clock) => Promise<Draft | null>;

export interface ModelWriterParts {
  readonly settings: ModelSettings;
  readonly prompts: Prompts;
  /** Told when the model was asked in vain; the message is fit for a log. */
  readonly onFailure?: (failure: ModelFailure) => void;
}

/** Failures of the endpoint, which the next question would meet as well; a bad answer may be followed by a good one. */
const OUT_OF_REACH: ReadonlySet<string> = new Set(["timeout", "unreachable", "http_error", "rate_limited"]);

/** A writer over any OpenAI-compatible endpoint. It asks once, within the deadline, and checks every sentence. */
export function createModelWriter({ settings, prompts, onFailure }: ModelWriterParts): ModelWriter {
  const breaker = new Breaker();
  return async (question, draft, { began, signal }) => {
    if (!canBeRetold(question, draft) || !breaker.admits()) return null;
    const left = Math.floor(settings.timeoutMs - (performance.now() - began));
    if (left <= 0) return null;
    const deadline = AbortSignal.timeout(left);
    const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
    try {
      const messages = [
        { role: "system", content: fillPrompt(prompts.system, {}) },
        { role: "user", content: fillPrompt(prompts.rewrite, materialFor(question, draft)) },
      ] as const;
      const written = await completeChat(settings, messages, either);
      breaker.succeeded();
      return checked(question, draft, written);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ModelFailure && OUT_OF_REACH.has(error.failure)) breaker.failed();
      onFailure?.(error instanceof ModelFailure ? error : unexpected(error));
      return null;
    }
  };
}

function checked(question: Question, draft: Draft, written: string): Draft {
  const text = written.trim();
  if (text === "") throw new ModelFailure({ failure: "empty", detail: "no text came" });
  if (says(text, checkWords.refusals))
    throw new ModelFailure({ failure: "refused", detail: "the model declined in words" });
  const verified = verifiedDraft(question, draft, text);
  if (verified.draft !== null) return verified.draft;
  const why = [...new Set(verified.dropped)].join(", ") || "something asked for was missing";
  const detail = `${verified.kept} sentences passed the check, ${verified.dropped.length} did not (${why})`;
  throw new ModelFailure({ failure: "unsupported", detail });
}

/** The composer's answer is whole and checked: no fault in wording it otherwise may cost the reader the answer. */
function unexpected(cause: unknown): ModelFailure {
  return new ModelFailure({ failure: "unexpected", detail: "a fault on the way to it" }, { cause });
}
