import type { Draft } from "#answer/draft.ts";
import type { Question } from "#question/question.ts";
import { phonesFor, type Replies } from "./reply-words.ts";

/** Where whoever is refused finds a person: every refusal names it, unless the reply names whom to call already. */
export function withHandover(draft: Draft, { language }: Question, replies: Replies): Draft {
  if (draft.status !== "refused" || draft.blocks.some(({ type }) => type === "contact")) return draft;
  const phones = phonesFor(replies, "handover").map((one) => ({ label: one[language], phone: one.phone }));
  return phones.length === 0 ? draft : { ...draft, blocks: [...draft.blocks, { type: "contact", phones }] };
}
