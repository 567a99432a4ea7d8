import type { GateReason } from "#question/question.ts";
import { classOf, type Intent } from "./intent.ts";

const SENSITIVE = {
  "sensitive.insult": "insult",
  "sensitive.politics": "politics",
  "sensitive.opinion": "opinion",
  "sensitive.forecast": "forecast",
  "sensitive.advice": "advice",
  "sensitive.personal": "personal_data",
  "sensitive.harm": "harm",
  "sensitive.injection": "injection",
} as const satisfies Partial<Record<Intent, GateReason>>;

const isSensitive = (intent: Intent): intent is keyof typeof SENSITIVE => Object.hasOwn(SENSITIVE, intent);

/** Why a turn is not looked up in the reports; null where it is. */
export function gateReason(folded: string, intent: Intent): GateReason | null {
  if (!/[\p{L}\p{N}]/u.test(folded)) return "empty";
  if (isSensitive(intent)) return SENSITIVE[intent];
  switch (classOf(intent)) {
    case "social":
      return "small_talk";
    case "offtopic":
      return "off_topic";
    case "about":
      return "about";
    case "handover":
      return "handover";
    default:
      return null;
  }
}
