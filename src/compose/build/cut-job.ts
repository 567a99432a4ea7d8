import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { EmbedderSettings } from "#embed/embedder.ts";
import type { CutDocument } from "./cut-document.ts";

/** What one document yields with the vectors of its passages, as far as they were made; the last index may have the others. */
export interface EmbeddedCut extends CutDocument {
  readonly vectors: readonly (Float32Array | null)[];
}

/** What a cutter is told: first what it works with, then a document at a time. Copied as they are between two processes of ours. */
export const cutMessageSchema = z.discriminatedUnion("task", [
  z.object({
    task: z.literal("begin"),
    embedder: z.custom<EmbedderSettings>(),
    /** Digests of the words that have a vector already. */
    known: z.array(z.string()),
  }),
  z.object({ task: z.literal("cut"), document: z.custom<SourceDocument>() }),
]);

export type CutMessage = z.infer<typeof cutMessageSchema>;

/** What a cutter answers to a document: what it yields, or why nothing. */
export const cutReplySchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), cut: z.custom<EmbeddedCut>() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

export type CutReply = z.infer<typeof cutReplySchema>;
