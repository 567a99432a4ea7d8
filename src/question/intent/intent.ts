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
  "operation.table",
  "operation.chart",
  "operation.export",
  "operation.numbers",
  "operation.shorter",
  "operation.longer",
  "operation.simpler",
  "operation.english",
  "operation.chinese",
  "operation.source",
  "operation.page",
  "operation.repeat",
  "social.greeting",
  "social.thanks",
  "social.farewell",
  "social.acknowledge",
  "social.chat",
  "about.identity",
  "about.ability",
  "about.coverage",
  "about.trust",
  "handover.social_insurance",
  "handover.housing_fund",
  "handover.medical",
  "handover.household",
  "handover.schooling",
  "handover.labour",
  "handover.property",
  "handover.municipal",
  "handover.tax",
  "handover.market",
  "handover.report",
  "handover.emergency",
  "handover.person",
  "handover.hotline",
  "sensitive.insult",
  "sensitive.politics",
  "sensitive.opinion",
  "sensitive.forecast",
  "sensitive.advice",
  "sensitive.personal",
  "sensitive.harm",
  "sensitive.injection",
  "offtopic.weather",
  "offtopic.task",
  "offtopic.shopping",
  "offtopic.knowledge",
  "offtopic.nonsense",
] as const;

export const intentSchema = z.enum(INTENTS);
export type Intent = z.infer<typeof intentSchema>;

/** An intent whole (`sensitive.harm`), or all of a class (`handover`): how data name them. */
export const intentOrClassSchema = z.enum([...INTENT_CLASSES, ...INTENTS]);
export type IntentOrClass = z.infer<typeof intentOrClassSchema>;

/** `handover` of `handover.medical`. */
export function classOf(intent: Intent): IntentClass {
  return intentClassSchema.parse(intent.split(".")[0]);
}

/** `medical` of `handover.medical`; empty for `report`. */
export const nameOf = (intent: Intent): string => intent.split(".")[1] ?? "";

/** Whether an intent is meant by a name of data. */
export const isMeant = (intent: Intent, names: readonly IntentOrClass[]): boolean =>
  names.includes(intent) || names.includes(classOf(intent));
