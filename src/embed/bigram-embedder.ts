import { Embeddings } from "@langchain/core/embeddings";
import type { Embedder } from "./embedder.ts";

const DIMENSIONS = 64;

/** A stand-in for tests: hashes of character pairs. Needs no file, always gives the same, knows no meaning. */
export class BigramEmbedder extends Embeddings implements Embedder {
  readonly id = "bigram-test-double";
  readonly dimensions = DIMENSIONS;

  constructor() {
    super({});
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map(embed);
  }

  override async embedQuery(document: string): Promise<number[]> {
    return embed(document);
  }
}

function embed(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (let at = 0; at + 1 < text.length; at += 1) {
    const hash = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 17) % DIMENSIONS;
    vector[hash] = (vector[hash] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
