import { z } from "zod";
import type { Block } from "#protocol/chat.ts";
import type { IntentOrClass } from "#question/intent/intent.ts";
import type { Language } from "#question/question.ts";
import repliesFile from "./replies.json" with { type: "json" };

const wordsSchema = z.record(z.string(), z.string().min(1));
const phoneSchema = z.strictObject({
  zh: z.string(),
  en: z.string(),
  phone: z.string().regex(/^[\d-]{3,20}$/),
});

export const repliesSchema = z.strictObject({
  about: z.string().optional(),
  zh: wordsSchema,
  en: wordsSchema,
  phones: z.record(z.string(), z.array(phoneSchema)),
});

/** What an operator may say otherwise: any reply, in any language, and whom to call for a matter. */
export const replyOverridesSchema = repliesSchema.partial();
export type ReplyOverrides = z.infer<typeof replyOverridesSchema>;
export type Replies = z.infer<typeof repliesSchema>;

const shipped = repliesSchema.parse(repliesFile);

/** The shipped replies with an operator's in their place. */
export function repliesWith({ zh, en, phones }: ReplyOverrides = {}): Replies {
  return {
    zh: { ...shipped.zh, ...zh },
    en: { ...shipped.en, ...en },
    phones: { ...shipped.phones, ...phones },
  };
}

/** The words for an intent (`handover.medical`), else those of its class (`handover`). */
export function replyTo(replies: Replies, intent: IntentOrClass, language: Language): string {
  const words = replies[language];
  return words[intent] ?? words[intent.split(".")[0] ?? ""] ?? words["offtopic"] ?? "";
}

/** Whom to call about an intent, as a block of an answer; none where nobody is named. */
export function contactsFor({ phones }: Replies, intent: IntentOrClass, language: Language): Block[] {
  const named = phones[intent] ?? phones[intent.split(".")[0] ?? ""] ?? [];
  const told = named.map((one) => ({ label: one[language], phone: one.phone }));
  return told.length === 0 ? [] : [{ type: "contact", phones: told }];
}
