import { tellable } from "#answer/asked/period-asked.ts";
import type { Sources } from "#answer/sources.ts";
import type { Embedder } from "#embed/embedder.ts";
import { type CorpusOutline, outlineOf } from "#question/outline.ts";
import { wordingsOf } from "#question/words/wordings.ts";
import type { Embed } from "#read/likeness.ts";
import { createReader } from "#read/reader.ts";
import { shippedSecondStage } from "#read/second/shipped-second-stage.ts";
import { shippedModel } from "#read/shipped-model.ts";
import { createRetriever, type Retriever } from "#retrieve/retriever.ts";
import type { RetrievalWeights } from "#retrieve/weights.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { type SimilarIndicators, similarIndicators } from "./similar-indicators.ts";

/** One index with all that answers draw on. */
export interface OpenedSources {
  readonly sources: Sources;
  readonly retriever: Retriever;
  readonly outline: CorpusOutline;
  readonly similar: SimilarIndicators;
}

/** What an ablation varies; see {@link AskLineParts}. */
export interface SourceSettings {
  readonly weights: RetrievalWeights;
  readonly lexicon: boolean;
}

/** Opens the sources of answers over an index: search, lookup, the reader. */
export function openSources(
  index: IndexReader,
  embedder: Embedder,
  { weights, lexicon }: SourceSettings,
): OpenedSources {
  const retriever = createRetriever({
    index,
    embedder,
    weights,
    ...(lexicon ? { expand: wordingsOf } : {}),
  });
  const similar = similarIndicators(index, embedder, lexicon);
  const outline = outlineOf(index.metadata());
  const document = (id: string) => index.document(id);
  const terms = {
    termWeight: (term: string) => index.lexical.idf(term),
    // A term without holders weighs as much as any unknown word.
    holdsTerm: (term: string) => index.lexical.idf(term) < index.lexical.idf(""),
  };
  const reader = createReader(shippedModel(), {
    sources: { document, ...terms },
    embed: embedWith(embedder),
    second: shippedSecondStage(document),
  });
  const revised = index.revisions();
  const revisions = (id: string) => revised.filter(({ documentId }) => documentId === id);
  const sources: Sources = {
    outline,
    document,
    ...terms,
    ...(revised.length === 0 ? {} : { revisions }),
    rows: tellable((filter) => index.indicators(filter)),
    search: (query, options) => retriever.search(query, options),
    similarIndicator: similar.find,
    read: (reading, passages) => reader.read(reading, passages),
  };
  return { sources, retriever, outline, similar };
}

/** The embedder as the reader knows it: texts are compared with each other, so all are put alike. */
export const embedWith =
  (embedder: Embedder): Embed =>
  (texts) =>
    embedder.embedDocuments([...texts]);
