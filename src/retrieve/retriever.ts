import type { DocumentMetadata } from "#domain/document.ts";
import type { PassageFilter, RankedPassage } from "#domain/evidence.ts";
import type { Embedder } from "#embed/embedder.ts";
import { best, type Hit } from "#store/hit.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { allowedPassages } from "./allowed-passages.ts";
import { fuse } from "./fuse.ts";
import { questionTerms } from "./question-terms.ts";
import { routeOf } from "./route.ts";
import { sidesOf, spread } from "./spread.ts";
import { RETRIEVAL_WEIGHTS, type RetrievalWeights } from "./weights.ts";

export interface RetrieverParts {
  readonly index: IndexReader;
  readonly embedder: Embedder;
  readonly weights?: RetrievalWeights;
  /** Other wordings of the whole question (GDP → 地区生产总值); a passage counts by the wording it fits best. */
  readonly expand?: (query: string) => readonly string[];
}

export interface SearchOptions {
  readonly limit: number;
  /** Applied before ranking: nothing else is returned. */
  readonly filter?: PassageFilter;
  /** Preferred, not required; without it the regions and years the query names are preferred. */
  readonly boost?: PassageFilter;
  /** Which lists to use; both by default. */
  readonly mode?: "hybrid" | "lexical" | "dense";
}

export interface Retriever {
  /** The passages that answer the query best, best first. The same call gives the same ranking. */
  search(query: string, options: SearchOptions): Promise<RankedPassage[]>;
}

/**
 * Ranks the passages of an index by words and by meaning, fused by score.
 * @throws RangeError when the index was built by another embedder
 */
export function createRetriever(parts: RetrieverParts): Retriever {
  const { index, embedder, weights = RETRIEVAL_WEIGHTS, expand = () => [] } = parts;
  if (index.embedder.id !== embedder.id) {
    throw new RangeError(`index built with ${index.embedder.id}, embedder is ${embedder.id}`);
  }
  const documents = index.metadata();
  const owners = index.owners();
  return {
    async search(query, { limit, filter, boost = routeOf(query, documents), mode = "hybrid" }) {
      const wordings = [...new Set([query, ...expand(query)])];
      const terms = wordings.map(questionTerms);
      const allowed = allowedPassages(index, filter);
      const lexical = lexicalList(index, terms, weights, allowed);
      const dense = mode === "lexical" ? [] : await denseList(parts, wordings, weights, allowed);
      const documentOf = ({ position }: Hit) => documents[owners[position] ?? -1];
      const gain = (hit: Hit) => gainOf(documentOf(hit), boost, weights);
      const fused = fuse({ lexical, dense, mode, weights, gain });
      const comparing = { sides: sidesOf(boost), rounds: weights.roundsAside };
      const coverages = terms.map((bag) => index.lexical.coverage(bag));
      return spread(fused, documentOf, comparing)
        .slice(0, limit)
        .map(({ position, score, lexicalRank, denseRank }) => {
          const coverage = Math.max(...coverages.map((of) => of(position)));
          return { chunk: index.chunkAt(position), score, lexicalRank, denseRank, coverage };
        });
    },
  };
}

function lexicalList(
  index: IndexReader,
  bags: readonly string[][],
  weights: RetrievalWeights,
  allowed: Uint8Array | undefined,
) {
  const { depth, fields } = weights;
  const lists = bags.map((terms) => {
    // Long wordings add up more weights than short ones; shares of the wording's own weight compare.
    const whole = [...new Set(terms)].reduce((sum, term) => sum + index.lexical.idf(term), 0);
    const hits = index.lexical.search(terms, { limit: depth, allowed, weights: fields });
    return hits.map(({ position, score }) => ({ position, score: score / whole }));
  });
  return bestOf(lists, depth);
}

async function denseList(
  { index, embedder }: RetrieverParts,
  wordings: readonly string[],
  weights: RetrievalWeights,
  allowed: Uint8Array | undefined,
) {
  const vectors = await Promise.all(wordings.map((wording) => embedder.embedQuery(wording)));
  const lists = vectors.map((vector) => index.vectors.search(vector, weights.depth, allowed));
  return bestOf(lists, weights.depth);
}

/** Several rankings of one kind as one: each passage with its best score. */
function bestOf(lists: readonly Hit[][], depth: number): Hit[] {
  const [only, ...others] = lists;
  if (only === undefined || others.length === 0) return only ?? [];
  const found = new Map<number, Hit>();
  for (const hit of lists.flat()) {
    const known = found.get(hit.position);
    if (known === undefined || known.score < hit.score) found.set(hit.position, hit);
  }
  return best([...found.values()], depth);
}

/** Factor on the fused score, 1 or more. */
function gainOf(
  document: DocumentMetadata | undefined,
  { regions = [], years = [], documents = [] }: PassageFilter,
  weights: RetrievalWeights,
): number {
  if (document === undefined) return 1;
  const inRegion = document.region !== null && regions.includes(document.region);
  const inYear = document.years.some((year) => years.includes(year));
  return (
    1 +
    (inRegion ? weights.regionGain : 0) +
    (inYear ? weights.yearGain : 0) +
    (documents.includes(document.id) ? weights.documentGain : 0)
  );
}
