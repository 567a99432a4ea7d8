import type { Embedder, EmbedderIdentity, EmbedderSettings } from "./embedder.ts";
import { locateModel } from "./locate-model.ts";
import type { ModelDescription } from "./model-description.ts";

/**
 * Loads the model a setting names. The runtime is loaded here and nowhere else, so that a command without need
 * of a model starts at once.
 * @throws ModelUnavailableError with advice, when the model is missing, damaged or cannot be fetched
 */
export async function createEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const model = await locateModel(settings);
  const { OnnxEmbedder } = await import("./onnx-embedder.ts");
  return OnnxEmbedder.load(model, identityOf(model.description));
}

/** Which embedder a setting would give, without loading it: enough to tell whether an index is current. */
export async function identifyEmbedder(settings: EmbedderSettings): Promise<EmbedderIdentity> {
  return identityOf((await locateModel(settings)).description);
}

/** The same name with other weights or words is another model. */
function identityOf({ id, dimensions, files }: ModelDescription): EmbedderIdentity {
  const weights = files["onnx/model_quantized.onnx"]?.sha256 ?? "";
  const words = files["tokenizer.json"]?.sha256 ?? "";
  return { id: `${id}@${weights.slice(0, 8)}${words.slice(0, 8)}`, dimensions };
}
