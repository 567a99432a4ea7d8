import { z } from "zod";
import knownModels from "./known-models.json" with { type: "json" };

/** The files @xenova/transformers reads, relative to the model's folder. */
export const MODEL_FILES = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model_quantized.onnx",
] as const;

/** File beside them that says how the model wants to be used. */
export const DESCRIPTION_FILE = "model.json";

const useSchema = z.object({
  dimensions: z.int().min(1).max(4096),
  pooling: z.enum(["mean", "cls", "none"]),
  normalize: z.boolean(),
  queryPrefix: z.string(),
  passagePrefix: z.string(),
  maxTokens: z.int().min(1).max(8192),
});

/** `model.json`: how texts are put to the model, and the size and SHA-256 of its files. */
export const modelDescriptionSchema = useSchema.extend({
  id: z.string().min(1),
  files: z.record(
    z.string(),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive() }),
  ),
});

const knownModelsSchema = z.record(z.string(), useSchema.extend({ licence: z.string() }));

export type ModelDescription = z.infer<typeof modelDescriptionSchema>;
export type ModelUse = z.infer<typeof useSchema>;

/** Hub models whose use is known, by hub name. */
export const KNOWN_MODELS: Readonly<Record<string, ModelUse>> = knownModelsSchema.parse(knownModels);
