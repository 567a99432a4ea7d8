import { AnswerFailure, askServer, type Stage } from "./ask-server.ts";
import type { Conversation, Outcome, Turn } from "./conversation.ts";
import type { Options } from "./options.ts";

interface TurnListener {
  /** More of the answer has come. */
  readonly heard: (delta: string) => void;
  /** The turn stands otherwise than before; told at most once a frame. */
  readonly changed: () => void;
}

/** Asks the server for one turn and leaves its outcome in it: answered, stopped or failed. */
export async function runTurn(
  turn: Turn,
  conversation: Conversation,
  { endpoint, language }: Options,
  { signal, heard, changed }: TurnListener & { readonly signal: AbortSignal },
): Promise<void> {
  const question = { endpoint, language, messages: conversation.messagesFor(turn), signal };
  let isDue = false;
  const refresh = (change: { stage?: Stage; text?: string }) => {
    if (turn.outcome.state !== "asking") return;
    turn.outcome = { ...turn.outcome, ...change };
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (turn.outcome.state === "asking") changed();
    });
  };
  try {
    const response = await askServer(question, {
      stage: (stage) => refresh({ stage }),
      delta: (text) => {
        heard(text);
        refresh({ text: (turn.outcome.state === "asking" ? turn.outcome.text : "") + text });
      },
    });
    turn.outcome = { state: "answered", response };
    conversation.save();
  } catch (error) {
    turn.outcome = unfinished(turn, error, signal);
  }
}

function unfinished(turn: Turn, error: unknown, signal: AbortSignal): Outcome {
  const text = turn.outcome.state === "asking" ? turn.outcome.text : "";
  if (signal.aborted) return { state: "stopped", text };
  const known = error instanceof AnswerFailure ? error : null;
  return { state: "failed", text, message: known?.message ?? "", retryAfter: known?.retryAfter ?? null };
}
