import type { SimilarIndicator } from "#answer/sources.ts";
import type { Embedder } from "#embed/embedder.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { spoken } from "#indicators/catalogue-spoken.ts";
import type { IndexReader } from "#store/index-reader.ts";

export interface SimilarIndicators {
  find(phrase: string): Promise<SimilarIndicator | null>;
  /** Embeds the phrases ahead of the first question that needs them. */
  warm(): Promise<void>;
}

interface Named extends Omit<SimilarIndicator, "score"> {
  readonly phrase: string;
}

/**
 * Finds the indicator the index holds whose name, aliases or citizens' words lie nearest to a phrase, by
 * cosine similarity. The phrases are embedded once, when first needed. Without the lexicon only names are compared.
 */
export function similarIndicators(index: IndexReader, embedder: Embedder, lexicon = true): SimilarIndicators {
  const named = phrasesHeld(index, lexicon);
  let vectors: Promise<Embedded[]> | null = null;
  const embedded = () => {
    vectors ??= inBatches(
      embedder,
      named.map(({ phrase }) => phrase),
    );
    return vectors;
  };
  return {
    async warm() {
      await embedded();
    },
    async find(phrase) {
      const [known, query] = await Promise.all([embedded(), embedder.embedQuery(phrase)]);
      let best: SimilarIndicator | null = null;
      const asked = Float64Array.from(query);
      const length = Math.sqrt(dot(asked, asked));
      for (const [at, { vector, length: other }] of known.entries()) {
        const score = length * other === 0 ? 0 : dot(vector, asked) / (length * other);
        const each = named[at];
        if (each !== undefined && score > (best?.score ?? 0))
          best = { concept: each.concept, name: each.name, score };
      }
      return best;
    },
  };
}

interface Embedded {
  readonly vector: Float64Array;
  /** Euclidean. */
  readonly length: number;
}

const BATCH = 32;

/** Other work is let in between the batches: a server answers while it warms. */
async function inBatches(embedder: Embedder, phrases: readonly string[]): Promise<Embedded[]> {
  const vectors: Embedded[] = [];
  for (let from = 0; from < phrases.length; from += BATCH) {
    const embedded = await embedder.embedDocuments(phrases.slice(from, from + BATCH));
    vectors.push(
      ...embedded.map((numbers) => {
        const vector = Float64Array.from(numbers);
        return { vector, length: Math.sqrt(dot(vector, vector)) };
      }),
    );
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return vectors;
}

/** A wording of each kind in which citizens speak of a concept alone. */
const samples: ReadonlyMap<string, readonly string[]> = new Map(
  spoken.flatMap(({ concepts: [id = "", another], samples: said }) =>
    another === undefined ? [[id, said]] : [],
  ),
);

function phrasesHeld(index: IndexReader, lexicon: boolean): Named[] {
  const names = [...new Set(index.distinctIndicators().map(({ indicator }) => indicator))];
  const seen = new Set<string>();
  const all = names.flatMap((name): Named[] => {
    const { concept: id } = canonicalName(name);
    const concept = id === null ? undefined : conceptById(id);
    const others =
      concept === undefined || !lexicon
        ? []
        : [...concept.aliases, ...concept.colloquial, ...(samples.get(concept.id) ?? [])];
    return [name, ...others].map((phrase) => ({ phrase, name, concept: id }));
  });
  return all.filter(({ phrase }) => !seen.has(phrase) && seen.add(phrase));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
