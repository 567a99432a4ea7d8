import type { Embedder } from "#embed/embedder.ts";

const BATCH = 32;

/**
 * A vector for each text, in order, some at a time.
 * @throws RangeError when the embedder gives fewer
 */
export async function embedTexts(texts: readonly string[], embedder: Embedder): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    const embedded = await embedder.embedDocuments(batch);
    if (embedded.length < batch.length)
      throw new RangeError("the embedder returned fewer vectors than it was given texts");
    for (const vector of embedded) vectors.push(Float32Array.from(vector));
  }
  return vectors;
}
