import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import { embeddingDigest, indexedText } from "#store/index-content.ts";
import { cutDocument } from "./cut-document.ts";
import { type CutMessage, type CutReply, cutMessageSchema, type EmbeddedCut } from "./cut-job.ts";
import { embedTexts } from "./embed-texts.ts";

/** The program of a cutter: documents come in one at a time, and what they yield goes back. It ends with its parent. */
let embedder: Promise<Embedder> | null = null;
let known: ReadonlySet<string> = new Set();

async function cutAndEmbed({ document }: Extract<CutMessage, { task: "cut" }>): Promise<EmbeddedCut> {
  if (embedder === null) throw new TypeError("the first message names the model");
  const cut = await cutDocument(document);
  const missing = cut.chunks.filter((chunk) => !known.has(embeddingDigest(chunk)));
  const vectors = await embedTexts(missing.map(indexedText), await embedder);
  const made = new Map(missing.map((chunk, at) => [chunk, vectors[at]]));
  return { ...cut, vectors: cut.chunks.map((chunk) => made.get(chunk) ?? null) };
}

async function replyTo(message: Extract<CutMessage, { task: "cut" }>): Promise<CutReply> {
  try {
    return { ok: true, cut: await cutAndEmbed(message) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", (sent) => {
  const message = cutMessageSchema.parse(sent);
  if (message.task === "begin") {
    known = new Set(message.known);
    embedder = createEmbedder(message.embedder);
    // What is wrong with it is told of the first document.
    embedder.catch(() => {});
    return;
  }
  void replyTo(message).then((reply) => process.send?.(reply));
});
process.on("disconnect", () => process.exit(0));
