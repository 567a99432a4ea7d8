/**
 * Lays the recipe's teacher out as a model folder: `npx tsx bench/lay-out-teacher.ts <recipe's teacher folder> <target>`.
 * The target can then be named in `bench/embed.ts` or as EMBEDDING_MODEL.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DESCRIPTION_FILE, KNOWN_MODELS, MODEL_FILES } from "#embed/model-description.ts";

const [source, target] = process.argv.slice(2).map((argument) => resolve(argument));
if (source === undefined || target === undefined) throw new Error("name the teacher's folder and a target");
const use = KNOWN_MODELS["Xenova/bge-small-zh-v1.5"];
const write = (file: string, content: unknown) =>
  writeFileSync(join(target, file), JSON.stringify(content, null, 2));

mkdirSync(join(target, "onnx"), { recursive: true });
cpSync(join(source, "bge-small-zh-v1.5-q.onnx"), join(target, "onnx", "model_quantized.onnx"));
cpSync(join(source, "bge-small-zh-v1.5-q-tokenizer.json"), join(target, "tokenizer.json"));
write("config.json", { model_type: "bert", hidden_size: 512, num_hidden_layers: 4, vocab_size: 21128 });
write("tokenizer_config.json", {
  tokenizer_class: "BertTokenizer",
  do_lower_case: true,
  pad_token: "[PAD]",
  unk_token: "[UNK]",
  cls_token: "[CLS]",
  sep_token: "[SEP]",
  mask_token: "[MASK]",
  model_max_length: 512,
});
const files = MODEL_FILES.map((file) => {
  const path = join(target, file);
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  return [file, { sha256, bytes: statSync(path).size }];
});
write(DESCRIPTION_FILE, { id: "bge-small-zh-v1.5", ...use, files: Object.fromEntries(files) });
