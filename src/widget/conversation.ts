import type { ChatMessage, ChatResponse } from "#protocol/chat.ts";
import { plainText } from "./answer/plain-text.ts";
import type { Stage } from "./ask-server.ts";
import { fieldsOf, readResponse, text } from "./read-wire.ts";

/** How one question stands. */
export type Outcome =
  | { readonly state: "asking"; readonly stage: Stage; readonly text: string }
  | { readonly state: "answered"; readonly response: ChatResponse }
  | { readonly state: "stopped"; readonly text: string }
  | {
      readonly state: "failed";
      readonly text: string;
      readonly message: string;
      readonly retryAfter: number | null;
    };

export interface Turn {
  readonly question: string;
  outcome: Outcome;
}

/** The limits of the wire: messages a request may hold, and bytes of its body with room for the frame. */
const MESSAGES = 49;
const BYTES = 48 * 1024;
/** Turns kept for the tab. */
const KEPT = 40;

/** The turns of one widget, kept in sessionStorage for as long as the tab lives. */
export class Conversation {
  readonly #key: string;
  #turns: Turn[] = [];
  /** The conversation before this one. */
  #left: Turn[] = [];

  constructor(key: string) {
    this.#key = key;
    this.#turns = remembered(key);
    this.#left = remembered(`${key}:left`);
  }

  /** The turns that were left when this conversation began. */
  get left(): readonly Turn[] {
    return this.#left;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  add(question: string): Turn {
    const turn: Turn = { question, outcome: { state: "asking", stage: "understanding", text: "" } };
    this.#turns.push(turn);
    return turn;
  }

  remove(turn: Turn): void {
    this.#turns = this.#turns.filter((each) => each !== turn);
    this.save();
  }

  /** Begins anew; what was said can be taken up again. */
  clear(): void {
    const answered = this.#turns.filter(({ outcome }) => outcome.state === "answered");
    if (answered.length > 0) this.#left = answered;
    this.#turns = [];
    this.save();
  }

  /** Changes this conversation for the one that was left. */
  takeUp(): void {
    const answered = this.#turns.filter(({ outcome }) => outcome.state === "answered");
    [this.#turns, this.#left] = [this.#left, answered];
    this.save();
  }

  /** The messages to send for `turn`: the answered turns before it, the oldest left out when they are too many or too long. */
  messagesFor(turn: Turn): ChatMessage[] {
    const before = this.#turns.slice(0, this.#turns.indexOf(turn)).flatMap(messagesOf);
    const messages: ChatMessage[] = [{ role: "user", content: turn.question }];
    let bytes = bytesOf(turn.question);
    for (let at = before.length - 2; at >= 0 && messages.length < MESSAGES; at -= 2) {
      const pair = before.slice(at, at + 2);
      bytes += pair.reduce((sum, message) => sum + bytesOf(message.content), 0);
      if (bytes > BYTES) break;
      messages.unshift(...pair);
    }
    return messages;
  }

  /** Keeps the answered turns; a page that forbids storage loses only the memory. */
  save(): void {
    try {
      sessionStorage.setItem(this.#key, stored(this.#turns));
      sessionStorage.setItem(`${this.#key}:left`, stored(this.#left));
    } catch {
      // Storage is forbidden or full: the conversation lives on in this page.
    }
  }
}

function stored(turns: readonly Turn[]): string {
  const answered = turns.flatMap(({ question, outcome }) =>
    outcome.state === "answered" ? [{ question, response: outcome.response }] : [],
  );
  return JSON.stringify(answered.slice(-KEPT));
}

function remembered(key: string): Turn[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.flatMap(turnOf) : [];
  } catch {
    return [];
  }
}

function turnOf(kept: unknown): Turn[] {
  const fields = fieldsOf(kept);
  const response = readResponse(fields.response);
  return response === null
    ? []
    : [{ question: text(fields.question), outcome: { state: "answered", response } }];
}

function messagesOf({ question, outcome }: Turn): ChatMessage[] {
  if (outcome.state !== "answered") return [];
  return [
    { role: "user", content: question },
    // The server refuses what no reader can see; an answer that holds it must not block the next question.
    { role: "assistant", content: plainText(outcome.response.answer).replace(/\p{Surrogate}/gu, "") },
  ];
}

function bytesOf(content: string): number {
  return new TextEncoder().encode(JSON.stringify(content)).length;
}
