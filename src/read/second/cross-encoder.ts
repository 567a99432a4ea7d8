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
import { type Mix, mixSchema } from "./mix.ts";
import { type ReadTogether, readTogether } from "./words.ts";

/** `model.json`: what the model is, and the SHA-256 of each of its files. */
const manifestSchema = z.object({
  id: z.string().min(1),
  sha256: z.record(z.string(), z.string().length(64)),
});

const MANIFEST = "model.json";
const MIX = "mix.json";

/** A question and a unit with the title of its section. */
export interface Pair {
  readonly question: string;
  readonly title: string;
  readonly unit: string;
}

/** Reads a question and a unit together; the score is the logarithm of the odds that the unit answers. */
export interface CrossEncoder {
  readonly mix: Mix;
  /** Scores in the order of the pairs; each is the same whatever stands beside it. */
  scores(pairs: readonly Pair[]): Promise<number[]>;
}

const NAME = "wenzheng-cross";

/**
 * Loads the cross-encoder from a folder, each file checked against its hash first: a broken graph would switch the run-time to
 * another back end for the whole process.
 * @throws ModelUnavailableError naming the file at fault
 */
export async function loadCrossEncoder(folder: string): Promise<CrossEncoder> {
  const { sha256 } = manifestSchema.parse(
    JSON.parse((await checked(folder, MANIFEST, null)).toString("utf8")),
  );
  const files = new Map<string, Buffer>();
  for (const [file, digest] of Object.entries(sha256)) files.set(file, await checked(folder, file, digest));
  const mix = mixSchema.parse(JSON.parse(files.get(MIX)?.toString("utf8") ?? "null"));
  env.allowRemoteModels = false;
  env.localModelPath = path.dirname(folder);
  const name = path.basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModelForSequenceClassification.from_pretrained(name, { quantized: true });
  return { mix, scores: (pairs) => scored(pairs, { tokenizer, model }) };
}

interface Loaded {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}

const outputSchema = z.object({ logits: z.object({ data: z.instanceof(Float32Array) }) });

/** One pair at a time: the scale of the int8 graph is taken from the whole batch, and padding costs as much as words. */
async function scored(pairs: readonly Pair[], loaded: Loaded): Promise<number[]> {
  const scores: number[] = [];
  for (const { question, title, unit } of pairs)
    scores.push(await scoreOf(readTogether(question, title, unit), loaded));
  return scores;
}

async function scoreOf({ asked, told }: ReadTogether, { tokenizer, model }: Loaded): Promise<number> {
  const inputs: unknown = await tokenizer(asked, { text_pair: told });
  const { logits } = outputSchema.parse(await model(inputs));
  const [score] = logits.data;
  if (score === undefined || !Number.isFinite(score)) throw unavailable("gives no finite score");
  return score;
}

async function checked(folder: string, file: string, sha256: string | null): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, file));
  } catch (cause) {
    throw unavailable(`${file} cannot be read`, cause);
  }
  if (sha256 !== null && createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw unavailable(`${file} is not the file that was trained`);
  return bytes;
}

const unavailable = (reason: string, cause?: unknown) =>
  new ModelUnavailableError({ model: NAME, reason, advice: `Restore models/${NAME}.` }, { cause });
