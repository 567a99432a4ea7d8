import type { Draft } from "#answer/draft.ts";
import type { Question } from "#question/question.ts";
import { contactsFor, type Replies } from "./reply-words.ts";

/** Where whoever is refused finds a person: every refusal names it, unless the reply names whom to call already. */
export function withHandover(draft: Draft, { language }: Question, replies: Replies): Draft {
  if (draft.status !== "refused" || draft.blocks.some(({ type }) => type === "contact")) return draft;
  return { ...draft, blocks: [...draft.blocks, ...contactsFor(replies, "handover", language)] };
}
