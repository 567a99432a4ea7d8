import { z } from "zod";
import { CUTTING, cutDocument } from "#chunk/chunk-document.ts";
import { createAskLine } from "#compose/ask/ask-line.ts";
import type { Configuration } from "#configuration.ts";
import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { ConfigurationError } from "#domain/errors.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { BigramEmbedder } from "#embed/bigram-embedder.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import type { BuildSubject } from "#evaluate/ablation.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { corpusDigest } from "#ingest/corpus-files.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { RETRIEVAL_WEIGHTS } from "#retrieve/weights.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { memoryIndex } from "#store/memory-index.ts";
import { evaluationSubject } from "./evaluation-subject.ts";

/** What one configuration of an ablation may vary; what it leaves out is as shipped. */
const settingsSchema = z.strictObject({
  /** `bigram` counts character pairs: an embedder that has learned nothing. `none` searches by words alone. */
  embedder: z.enum(["shipped", "bigram", "none"]).default("shipped"),
  /** Weight of the dense list in the fusion; the lexical list has 1. */
  dense: z.number().min(0).default(RETRIEVAL_WEIGHTS.dense),
  /** About how many characters a chunk has at most. */
  chunkSize: z.int().min(60).max(10_000).default(CUTTING.largest),
  repeatHeader: z.boolean().default(CUTTING.repeatHeader),
  /** Whether questions are searched in official wordings too, and indicators known by their other names when compared by meaning. */
  lexicon: z.boolean().default(true),
});

type Settings = z.infer<typeof settingsSchema>;

/** What no configuration varies: read once for all of them. */
interface Material {
  readonly documents: readonly SourceDocument[];
  readonly indicators: readonly IndicatorRow[];
  readonly shipped: Embedder;
  readonly digest: string;
}

/**
 * Builds the ask line of each configuration over an index in memory; `index/` is neither read nor written.
 * The builder throws ConfigurationError for a setting it does not know.
 */
export function ablationLine(configuration: Configuration): BuildSubject {
  let material: Promise<Material> | null = null;
  return async ({ name, settings: given }) => {
    const settings = parseSettings(name, given);
    material ??= readMaterial(configuration);
    const known = await material;
    const embedder = embedderOf(settings, known);
    const index = await indexOf(settings, known, embedder);
    const line = createAskLine(index, embedder, {
      weights: { ...RETRIEVAL_WEIGHTS, dense: settings.dense },
      lexicon: settings.lexicon,
    });
    await line.warm();
    const subject = evaluationSubject(line, {
      configuration: { corpusDirectory: configuration.corpusDirectory, ...settings },
      index: known.digest,
      models: { embedder: embedder.id },
      prompts: {},
    });
    if (settings.embedder !== "none") return subject;
    const { dense: _, ...search } = subject.search ?? {};
    return { ...subject, search };
  };
}

function parseSettings(name: string, given: unknown): Settings {
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError({
    where: `configuration ${name}`,
    problem: z.prettifyError(parsed.error).replaceAll("\n", " "),
    advice: `Settings are ${Object.keys(settingsSchema.shape).join(", ")}.`,
  });
}

async function readMaterial({ corpusDirectory, embedder }: Configuration): Promise<Material> {
  const { documents } = await readCorpus(corpusDirectory);
  return {
    documents,
    indicators: documents.flatMap((document) => extractIndicators(document).rows),
    shipped: await createEmbedder(embedder),
    digest: await corpusDigest(corpusDirectory),
  };
}

async function indexOf(settings: Settings, material: Material, embedder: Embedder): Promise<IndexReader> {
  const { documents, indicators, digest } = material;
  const cutting = { largest: settings.chunkSize, repeatHeader: settings.repeatHeader };
  const chunks: Chunk[] = [];
  for (const document of documents) chunks.push(...(await cutDocument(document, cutting)));
  const index = memoryIndex({
    documents,
    chunks,
    indicators,
    vectors: await vectorsOf(chunks.map(indexedText), embedder),
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpusDigest: digest,
    codeVersion: "ablation",
  });
  if (settings.embedder !== "none") return index;
  return { ...index, vectors: { size: chunks.length, dimensions: embedder.dimensions, search: () => [] } };
}

const BATCH = 32;

async function vectorsOf(texts: readonly string[], embedder: Embedder): Promise<Float32Array[]> {
  const vectors: number[][] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    vectors.push(...(await embedder.embedDocuments(texts.slice(from, from + BATCH))));
  }
  return vectors.map((vector) => Float32Array.from(vector));
}

/** Zeros are near nothing: no indicator is found by meaning either. */
const NOTHING: Embedder = {
  id: "none",
  dimensions: 1,
  embedDocuments: async (texts) => texts.map(() => [0]),
  embedQuery: async () => [0],
};

function embedderOf({ embedder }: Settings, { shipped }: Material): Embedder {
  if (embedder === "none") return NOTHING;
  return embedder === "bigram" ? new BigramEmbedder() : shipped;
}
