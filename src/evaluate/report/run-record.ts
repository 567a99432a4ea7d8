import { z } from "zod";
import { type Question, readingSchema } from "#evaluate/sets/question-set.ts";
import { chatResponseSchema } from "#protocol/chat.ts";
import { indicatorRecordSchema, searchHitSchema } from "#protocol/library.ts";

/** Ways of searching that can be measured side by side. */
export const SEARCH_MODES = ["lexical", "dense", "hybrid"] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];

/** A response as the contract promises it; what a server sends beyond that may be absent. */
export const recordedResponseSchema = chatResponseSchema.partial({
  reason: true,
  blocks: true,
  writtenBy: true,
  intent: true,
});

export const recordedHitSchema = searchHitSchema.pick({
  documentId: true,
  text: true,
  start: true,
  end: true,
});

/** The parts of an indicator row that tell one cell from another. */
export const recordedRowSchema = indicatorRecordSchema.pick({
  region: true,
  year: true,
  indicator: true,
  kind: true,
  value: true,
  raw: true,
});

export const recordedTurnSchema = z.object({
  question: z.string(),
  /** Null when asking failed; `error` says how. */
  response: recordedResponseSchema.nullable(),
  error: z.string().nullable(),
  milliseconds: z.number().nonnegative(),
});

/** All that one question of a set brought to light; enough to score it without asking again. */
export const recordSchema = z.object({
  id: z.string(),
  turns: z.array(recordedTurnSchema).min(1),
  /** For each citation of the last turn, what the fetched document holds between `start` and `end`. */
  slices: z.array(z.object({ marker: z.int(), text: z.string().nullable() })),
  retrieval: z.partialRecord(z.enum(SEARCH_MODES), z.array(recordedHitSchema)),
  /** For each gold cell, the rows of the indicator table under its keys; null where the table cannot be asked. */
  lookups: z.array(z.array(recordedRowSchema).nullable()),
  /** The stretches that were read for the last turn, the likeliest to answer first; null where that was not asked for. */
  units: z
    .array(z.object({ documentId: z.string(), text: z.string(), probability: z.number().min(0).max(1) }))
    .nullable()
    .default(null),
  /** The typed reading of the last turn, where the subject shows it. */
  reading: readingSchema.nullable(),
  /** SHA-256 of the last response without its id; the second only when the question was asked again. */
  digest: z.string().nullable(),
  repeatDigest: z.string().nullable(),
});

/** What was asked of whom: everything needed to tell why two runs differ. */
export const environmentSchema = z.object({
  configuration: z.record(z.string(), z.unknown()),
  /** Identity of the index, e.g. the digest of its manifest. */
  index: z.string().nullable(),
  /** Model identities by role, e.g. `embedder`. */
  models: z.record(z.string(), z.string()),
  /** SHA-256 of each prompt file by name. */
  prompts: z.record(z.string(), z.string()),
});

export const knownDocumentSchema = z.object({
  id: z.string(),
  title: z.string(),
  region: z.string().nullable(),
  years: z.array(z.int()),
  /** Null when the server does not tell. */
  sourceName: z.string().nullable(),
});

export const manifestSchema = z.object({
  format: z.literal(1),
  set: z.object({ name: z.string(), digest: z.string(), questions: z.int() }),
  started: z.string(),
  environment: environmentSchema,
  documents: z.array(knownDocumentSchema),
});

export type RecordedResponse = z.infer<typeof recordedResponseSchema>;
export type RecordedHit = z.infer<typeof recordedHitSchema>;
export type RecordedRow = z.infer<typeof recordedRowSchema>;
export type RecordedTurn = z.infer<typeof recordedTurnSchema>;
export type AnswerRecord = z.infer<typeof recordSchema>;
export type RunEnvironment = z.infer<typeof environmentSchema>;
export type KnownDocument = z.infer<typeof knownDocumentSchema>;
export type RunManifest = z.infer<typeof manifestSchema>;

/** A finished or interrupted run as read back: the questions, and a record for each one asked. */
export interface Run {
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly questions: readonly Question[];
  readonly records: readonly AnswerRecord[];
}

/** The response to the graded turn, or null when asking failed on the way. */
export function finalResponse(record: AnswerRecord): RecordedResponse | null {
  return record.turns.at(-1)?.response ?? null;
}
