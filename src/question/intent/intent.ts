import { z } from "zod";

/** What a turn is, told to readers of the wire as `intent`. */
export const INTENT_CLASSES = [
  "report",
  "operation",
  "social",
  "about",
  "handover",
  "sensitive",
  "offtopic",
] as const;

export const intentClassSchema = z.enum(INTENT_CLASSES);
export type IntentClass = z.infer<typeof intentClassSchema>;

/** Every intent by its full name: its class, and what tells it from others of the class (`handover.medical`). */
export const INTENTS = [
  "report",
  ...["table", "chart", "export", "numbers", "shorter", "longer", "simpler", "english", "chinese"].map(
    (name) => `operation.${name}`,
  ),
  ...["source", "page", "repeat"].map((name) => `operation.${name}`),
  ...["greeting", "thanks", "farewell", "acknowledge", "chat"].map((name) => `social.${name}`),
  ...["identity", "ability", "coverage", "trust"].map((name) => `about.${name}`),
  ...["social_insurance", "housing_fund", "medical", "household", "schooling", "labour", "property"].map(
    (name) => `handover.${name}`,
  ),
  ...["municipal", "tax", "market", "report", "emergency", "person", "hotline"].map(
    (name) => `handover.${name}`,
  ),
  ...["insult", "politics", "opinion", "forecast", "advice", "personal", "harm", "injection"].map(
    (name) => `sensitive.${name}`,
  ),
  ...["weather", "task", "shopping", "knowledge", "nonsense"].map((name) => `offtopic.${name}`),
] as const;

export type Intent = (typeof INTENTS)[number];

/** `handover` of `handover.medical`. */
export function classOf(intent: Intent): IntentClass {
  return intentClassSchema.parse(intent.split(".")[0]);
}
