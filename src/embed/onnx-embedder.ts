import { basename, dirname } from "node:path";
import { Embeddings } from "@langchain/core/embeddings";
import { env, type FeatureExtractionPipeline, pipeline } from "@xenova/transformers";
import { ModelUnavailableError } from "#domain/errors.ts";
import { checkModelFiles } from "./check-files.ts";
import type { Embedder, EmbedderIdentity } from "./embedder.ts";
import type { LocalModel } from "./locate-model.ts";
import type { ModelDescription } from "./model-description.ts";

/** More at once costs memory and gains nothing: at most so many texts, and so many characters with padding. */
const BATCH = { texts: 32, characters: 8192 } as const;

/** A token is rarely longer, and what the tokenizer would drop need not be cut into tokens first. */
const CHARACTERS_PER_TOKEN = 4;

/** Embeds through the feature-extraction pipeline of @xenova/transformers, from files on this disk only. */
export class OnnxEmbedder extends Embeddings implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #description: ModelDescription;
  readonly #extract: FeatureExtractionPipeline;

  private constructor(
    identity: EmbedderIdentity,
    description: ModelDescription,
    extract: FeatureExtractionPipeline,
  ) {
    super({});
    this.id = identity.id;
    this.dimensions = identity.dimensions;
    this.#description = description;
    this.#extract = extract;
  }

  /**
   * Checks the files, loads them, and embeds one word as a proof.
   * @throws ModelUnavailableError
   */
  static async load(model: LocalModel, identity: EmbedderIdentity): Promise<OnnxEmbedder> {
    await checkModelFiles(model);
    env.allowRemoteModels = false;
    env.localModelPath = dirname(model.folder);
    try {
      const extract = await pipeline("feature-extraction", basename(model.folder), { quantized: true });
      const embedder = new OnnxEmbedder(identity, model.description, extract);
      await embedder.embedQuery("经济");
      return embedder;
    } catch (cause) {
      if (cause instanceof ModelUnavailableError) throw cause;
      throw new ModelUnavailableError(
        {
          model: identity.id,
          reason: `its files in ${model.folder} do not make a model this program can run`,
          advice: "Leave EMBEDDING_MODEL unset to use the shipped one.",
        },
        { cause },
      );
    }
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return this.#embed(documents, this.#description.passagePrefix);
  }

  override async embedQuery(document: string): Promise<number[]> {
    const [vector] = await this.#embed([endsOf(document)], this.#description.queryPrefix);
    return vector ?? [];
  }

  /** Vectors in the order of the texts; a text without a word gives zeros. */
  async #embed(texts: readonly string[], prefix: string): Promise<number[][]> {
    const vectors = texts.map(() => new Array<number>(this.dimensions).fill(0));
    const waiting = [...texts.entries()].filter(([, text]) => text.trim() !== "");
    // Texts of like length share a batch: each is padded to the longest in it.
    waiting.sort(([, one], [, other]) => one.length - other.length);
    for (let from = 0; from < waiting.length; ) {
      const batch = waiting.slice(from, from + batchSize(waiting, from));
      const rows = await this.#run(batch.map(([, text]) => this.#cap(prefix + text)));
      for (const [row, [at]] of batch.entries()) vectors[at] = rows[row] ?? [];
      from += batch.length;
    }
    return vectors;
  }

  #cap(text: string): string {
    const capped = text.slice(0, this.#description.maxTokens * CHARACTERS_PER_TOKEN);
    // Half a surrogate pair, from the cut or from the reader, is no character.
    return capped.replace(/\p{Surrogate}/gu, "\uFFFD");
  }

  async #run(texts: string[]): Promise<number[][]> {
    const { pooling, normalize } = this.#description;
    const output = await this.#extract(texts, { pooling, normalize });
    const values = Float32Array.from(output.data, Number);
    if (values.length !== texts.length * this.dimensions) {
      throw this.#fault(`it gives ${values.length / texts.length} dimensions, not ${this.dimensions}`);
    }
    if (!values.every(Number.isFinite)) throw this.#fault("it gives numbers that are not finite");
    return texts.map((_, row) =>
      Array.from(values.subarray(row * this.dimensions, (row + 1) * this.dimensions)),
    );
  }

  #fault(reason: string): ModelUnavailableError {
    return new ModelUnavailableError({
      model: this.id,
      reason,
      advice: "Correct its model.json, or leave EMBEDDING_MODEL unset to use the shipped one.",
    });
  }
}

/** Of a longer question its two ends say what is asked: what lies between costs time and blurs the meaning. */
const END_CHARACTERS = 150;

const endsOf = (question: string): string =>
  question.length <= 2 * END_CHARACTERS
    ? question
    : `${question.slice(0, END_CHARACTERS)} ${question.slice(-END_CHARACTERS)}`;

/** How many texts go together from `from` on, at least one. The texts stand in order of length. */
function batchSize(texts: readonly (readonly [number, string])[], from: number): number {
  let size = 1;
  while (size < BATCH.texts) {
    const longest = texts[from + size]?.[1].length;
    if (longest === undefined || longest * (size + 1) > BATCH.characters) break;
    size += 1;
  }
  return size;
}
