import { z } from "zod";
import { kindSchema, periodSchema, revisionOnWireSchema, scopeSchema } from "./figure.ts";

export const LIMITS = {
  bodyBytes: 512 * 1024,
  messages: 1000,
  questionChars: 2000,
} as const;

export const messageSchema = z.object({
  role: z.enum(["user", "assistant"]),
  content: z.string(),
});

export const filtersSchema = z
  .object({
    regions: z.array(z.string().min(1).max(50)).max(50).optional(),
    years: z.array(z.int().min(1900).max(2100)).max(50).optional(),
    documents: z.array(z.string().min(1).max(200)).max(200).optional(),
  })
  .strict();

/** `POST /api/chat`: the last user message is the question, those before it the conversation. */
export const chatRequestSchema = z.object({
  messages: z.array(messageSchema).min(1).max(LIMITS.messages),
  stream: z.boolean().optional(),
  filters: filtersSchema.optional(),
});

export const citationSchema = z.object({
  marker: z.int().positive(),
  documentId: z.string(),
  title: z.string(),
  section: z.array(z.string()),
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  url: z.string(),
  /** Where the quote begins in the original file, as far as that is known: its page, or its sheet, row and cell (`C12`). */
  page: z.int().positive().exactOptional(),
  sheet: z.string().exactOptional(),
  row: z.int().positive().exactOptional(),
  cell: z.string().exactOptional(),
  /** Address of the original file, at the page where that is known. */
  original: z.string().exactOptional(),
  /** What is known of the report: the years it covers, when and where its issuer published it. */
  years: z.array(z.int()).exactOptional(),
  published: z.string().exactOptional(),
  publishedAt: z.string().exactOptional(),
  /** The quoted rows of a table under its column heads, where the quote is that. */
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }).exactOptional(),
});

export const answerIndicatorSchema = z.object({
  region: z.string().nullable(),
  year: z.int(),
  indicator: z.string(),
  kind: kindSchema,
  period: periodSchema,
  scope: scopeSchema,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  raw: z.string(),
  qualifier: z.string().nullable(),
  documentId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  marker: z.int().positive(),
  /** Left out where no editor looked at it. */
  revision: revisionOnWireSchema.exactOptional(),
});

/** What a reader sees, piece by piece. Text may hold markers such as `[1]`; nothing else is markup. */
export const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), text: z.string() }),
  /** Whom to call; shown as telephone links. */
  z.object({
    type: z.literal("contact"),
    phones: z.array(z.object({ label: z.string(), phone: z.string() })),
  }),
  z.object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(z.string()) }),
  z.object({ type: z.literal("table"), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  z.object({
    type: z.literal("chart"),
    shape: z.enum(["bar", "line"]),
    title: z.string(),
    unit: z.string().nullable(),
    points: z.array(
      z.object({
        label: z.string(),
        series: z.string(),
        kind: kindSchema,
        value: z.number(),
      }),
    ),
  }),
]);

export const answerStatusSchema = z.enum(["answered", "refused", "clarify"]);

export const chatResponseSchema = z.object({
  id: z.string(),
  status: answerStatusSchema,
  /** Stable code for how the answer ended, e.g. `value`, `passage`, `not_in_corpus`, `personal_data`. */
  reason: z.string(),
  /** Markdown; every claim ends in a marker such as `[1]`. */
  answer: z.string(),
  /** The same answer as typed blocks. */
  blocks: z.array(blockSchema),
  question: z.string(),
  /** What kind of turn it was; only `report` and `operation` cite reports. */
  intent: z.enum(["report", "operation", "social", "about", "handover", "sensitive", "offtopic"]),
  citations: z.array(citationSchema),
  indicators: z.array(answerIndicatorSchema),
  suggestions: z.array(z.string()),
  /** Who wrote the words: the composer (rules over evidence) or a configured language model. */
  writtenBy: z.enum(["composer", "model"]),
  /** Id of the index that answered; equal indexes have equal ids, on any machine. */
  generation: z.string().exactOptional(),
});

/** Events of `stream: true`, in order of appearance; exactly one `done` or `error` ends the stream. */
export const chatEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("status"), stage: z.enum(["understanding", "searching", "writing"]) }),
  z.object({ type: z.literal("citation"), citation: citationSchema }),
  z.object({ type: z.literal("indicator"), indicator: answerIndicatorSchema }),
  z.object({ type: z.literal("delta"), text: z.string() }),
  z.object({ type: z.literal("done"), response: chatResponseSchema }),
]);

export type ChatMessage = z.infer<typeof messageSchema>;
export type ChatFilters = z.infer<typeof filtersSchema>;
export type ChatRequest = z.infer<typeof chatRequestSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type AnswerIndicator = z.infer<typeof answerIndicatorSchema>;
export type Block = z.infer<typeof blockSchema>;
export type AnswerStatus = z.infer<typeof answerStatusSchema>;
export type ChatResponse = z.infer<typeof chatResponseSchema>;
export type ChatEvent = z.infer<typeof chatEventSchema>;

/** Who asks, so that one client cannot take every place, and how he leaves. */
export interface Asker {
  readonly client: string;
  readonly signal: AbortSignal;
}

/** Answers one request. The events end with exactly one `done`; a failure is thrown. */
export type Ask = (request: ChatRequest, signal?: AbortSignal) => AsyncIterable<ChatEvent>;
