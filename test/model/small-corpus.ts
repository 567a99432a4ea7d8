import path from "node:path";
import type { ModelWriter } from "#answer/model/model-writer.ts";
import { chunkDocument } from "#chunk/chunk-document.ts";
import { createAskLine } from "#compose/ask/ask-line.ts";
import { BigramEmbedder } from "#embed/bigram-embedder.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import type { Ask, ChatEvent, ChatRequest, ChatResponse } from "#protocol/chat.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { memoryIndex } from "#store/memory-index.ts";

const CORPUS = path.join(import.meta.dirname, "corpus");
const embedder = new BigramEmbedder();

/** Two invented reports, read by the real parts; one holds an instruction to whoever reads it. */
export async function smallIndex(): Promise<IndexReader> {
  const { documents } = await readCorpus(CORPUS);
  const chunks = (await Promise.all(documents.map(chunkDocument))).flat();
  const vectors = await embedder.embedDocuments(chunks.map(indexedText));
  return memoryIndex({
    documents,
    chunks,
    indicators: documents.flatMap((document) => extractIndicators(document).rows),
    vectors: vectors.map((vector) => Float32Array.from(vector)),
    embedder,
    corpusDigest: "small",
    codeVersion: "test",
  });
}

/** Asks over the small corpus, with a writer or without. */
export function askOver(index: IndexReader, writer?: ModelWriter): Ask {
  return createAskLine(index, embedder, writer === undefined ? {} : { writer }).ask;
}

export interface Asked {
  readonly response: ChatResponse;
  readonly events: readonly ChatEvent[];
  readonly milliseconds: number;
}

/** One question, its events, and the time they took. */
export async function put(ask: Ask, content: string, signal?: AbortSignal): Promise<Asked> {
  const request: ChatRequest = { messages: [{ role: "user", content }] };
  const began = performance.now();
  const events: ChatEvent[] = [];
  for await (const event of ask(request, signal)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== "done") throw new Error("the events do not end with done");
  return { response: last.response, events, milliseconds: performance.now() - began };
}
