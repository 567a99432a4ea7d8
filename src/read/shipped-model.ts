import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { ModelUnavailableError } from "#domain/errors.ts";
import { calibrationSchema } from "./calibrate.ts";
import type { ReaderModel } from "./reader.ts";
import { treesSchema } from "./trees.ts";

const FOLDER = new URL("../../models/wenzheng-reader/", import.meta.url);

/** `reader.json`: what the model is, and the SHA-256 of each of its files. */
const manifestSchema = z.object({
  name: z.string().min(1),
  files: z.object({ ranker: z.string(), answerer: z.string(), calibration: z.string() }),
  sha256: z.record(z.string(), z.string().length(64)),
});

let shipped: ReaderModel | null = null;

/**
 * The reader's model in `models/wenzheng-reader`, its files checked against their hashes; read once.
 * @throws ModelUnavailableError
 */
export function shippedModel(): ReaderModel {
  shipped ??= readModel(FOLDER);
  return shipped;
}

/** @throws ModelUnavailableError naming the file at fault */
export function readModel(folder: URL): ReaderModel {
  const manifest = parsed(folder, "reader.json", { schema: manifestSchema, sha256: null });
  const file = <Made>(name: string, schema: z.ZodType<Made>): Made =>
    parsed(folder, name, { schema, sha256: manifest.sha256[name] ?? "none" });
  return {
    ranker: file(manifest.files.ranker, treesSchema),
    answerer: file(manifest.files.answerer, treesSchema),
    calibration: file(manifest.files.calibration, calibrationSchema),
  };
}

interface Expected<Made> {
  readonly schema: z.ZodType<Made>;
  readonly sha256: string | null;
}

function parsed<Made>(folder: URL, name: string, { schema, sha256 }: Expected<Made>): Made {
  const fault = (reason: string, cause?: unknown) =>
    new ModelUnavailableError(
      { model: "wenzheng-reader", reason: `${name} ${reason}`, advice: "Restore models/wenzheng-reader." },
      { cause },
    );
  let text: string;
  try {
    text = readFileSync(new URL(name, folder), "utf8");
  } catch (cause) {
    throw fault("cannot be read", cause);
  }
  if (sha256 !== null && createHash("sha256").update(text).digest("hex") !== sha256)
    throw fault("is not the file that was trained");
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw fault("does not hold what it should", cause);
  }
}
