import { chunkDocument } from "#chunk/chunk-document.ts";
import { createAskLine } from "#compose/ask/ask-line.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { BigramEmbedder } from "#embed/bigram-embedder.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import type { ChatResponse } from "#protocol/chat.ts";
import { indexedText } from "#store/index-content.ts";
import { memoryIndex } from "#store/memory-index.ts";

/** Some documents as one corpus in memory: their rows, and an answer to a question asked of them. */
export interface OpenedDocuments {
  readonly rows: readonly IndicatorRow[];
  readonly document: (id: string) => SourceDocument | null;
  readonly answer: (...turns: readonly string[]) => Promise<ChatResponse>;
}

export async function openDocuments(documents: readonly SourceDocument[]): Promise<OpenedDocuments> {
  const embedder = new BigramEmbedder();
  const chunks = (await Promise.all(documents.map((document) => chunkDocument(document)))).flat();
  const vectors = await embedder.embedDocuments(chunks.map(indexedText));
  const rows = documents.flatMap((document) => extractIndicators(document).rows);
  const index = memoryIndex({
    documents: [...documents],
    chunks,
    indicators: rows,
    vectors: vectors.map((vector) => Float32Array.from(vector)),
    embedder,
    corpusDigest: "some",
    codeVersion: "test",
  });
  const { ask } = createAskLine(index, embedder);
  return {
    rows,
    document: (id) => documents.find((document) => document.id === id) ?? null,
    answer: async (...turns) => {
      const messages = turns.map((content) => ({ role: "user" as const, content }));
      for await (const event of ask({ messages })) if (event.type === "done") return event.response;
      throw new Error("no answer");
    },
  };
}
