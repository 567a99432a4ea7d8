import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from "@xenova/transformers";
import { z } from "zod";
import { ModelUnavailableError } from "#domain/errors.ts";

/** `model.json`: what the model is, and the SHA-256 of each file of its folder. */
const manifestSchema = z.object({
  id: z.string().min(1),
  sha256: z.record(z.string(), z.string().length(64)),
});

const MANIFEST = "model.json";

/** Two texts that are read together. */
export interface TextPair {
  readonly asked: string;
  readonly told: string;
}

/** Reads two texts together; the score is the logarithm of the odds that the one answers the other. */
export interface CrossEncoder {
  /** Scores in the order of the pairs; each is the same whatever stands beside it. */
  scores(pairs: readonly TextPair[]): Promise<number[]>;
}

/**
 * Loads a cross-encoder from a folder through @xenova/transformers, each file checked against its hash first: a broken graph
 * would switch the run-time to another back end for the whole process.
 * @throws ModelUnavailableError naming the file at fault
 */
export async function loadCrossEncoder(folder: string): Promise<CrossEncoder> {
  const { id, sha256 } = manifestSchema.parse(JSON.parse((await bytesOf(folder, MANIFEST)).toString("utf8")));
  for (const [file, digest] of Object.entries(sha256)) {
    const found = createHash("sha256")
      .update(await bytesOf(folder, file))
      .digest("hex");
    if (found !== digest) throw unavailable(folder, `${file} is not the file that was trained`);
  }
  env.allowRemoteModels = false;
  env.localModelPath = path.dirname(folder);
  const name = path.basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModelForSequenceClassification.from_pretrained(name, { quantized: true });
  return { scores: (pairs) => scored(pairs, { id, tokenizer, model }) };
}

interface Loaded {
  readonly id: string;
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}

/** One pair at a time: the scale of the int8 graph is taken from the whole batch, and padding costs as much as words. */
async function scored(pairs: readonly TextPair[], loaded: Loaded): Promise<number[]> {
  const scores: number[] = [];
  for (const pair of pairs) scores.push(await scoreOf(pair, loaded));
  return scores;
}

const outputSchema = z.object({ logits: z.object({ data: z.instanceof(Float32Array) }) });

async function scoreOf({ asked, told }: TextPair, { id, tokenizer, model }: Loaded): Promise<number> {
  const inputs: unknown = await tokenizer(asked, { text_pair: told });
  const { logits } = outputSchema.parse(await model(inputs));
  const [score] = logits.data;
  if (score === undefined || !Number.isFinite(score)) throw unavailable(id, "it gives no finite score");
  return score;
}

async function bytesOf(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, file));
  } catch (cause) {
    throw unavailable(folder, `${file} cannot be read`, cause);
  }
}

const unavailable = (model: string, reason: string, cause?: unknown) =>
  new ModelUnavailableError({ model, reason, advice: "Restore its folder from where it came." }, { cause });
