import { chunkDocument } from "#chunk/chunk-document.ts";
import { createAskLine } from "#compose/ask/ask-line.ts";
import { BigramEmbedder } from "#embed/bigram-embedder.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readReport } from "#ingest/read-report.ts";
import type { ChatResponse } from "#protocol/chat.ts";
import { indexedText } from "#store/index-content.ts";
import { memoryIndex } from "#store/memory-index.ts";

/** Reads one report as a file that was dropped into the corpus, and answers conversations over it alone. */
export async function askReport(
  report: string,
): Promise<(...turns: readonly string[]) => Promise<ChatResponse>> {
  const embedder = new BigramEmbedder();
  const bytes = new TextEncoder().encode(report);
  const { document } = readReport({ file: "report.txt", bytes, metadata: null });
  if (document === null) throw new Error("the report is not read");
  const chunks = await chunkDocument(document);
  const vectors = await embedder.embedDocuments(chunks.map(indexedText));
  const index = memoryIndex({
    documents: [document],
    chunks,
    indicators: extractIndicators(document).rows,
    vectors: vectors.map((vector) => Float32Array.from(vector)),
    embedder,
    corpusDigest: "one",
    codeVersion: "test",
  });
  const { ask } = createAskLine(index, embedder);
  return async (...turns) => {
    const messages = turns.map((content) => ({ role: "user" as const, content }));
    for await (const event of ask({ messages })) if (event.type === "done") return event.response;
    throw new Error("no answer");
  };
}
