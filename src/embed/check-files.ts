import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ModelUnavailableError } from "#domain/errors.ts";
import type { LocalModel } from "./locate-model.ts";
import { DESCRIPTION_FILE, MODEL_FILES } from "./model-description.ts";

/**
 * Compares each file of a model with the SHA-256 in its description: a broken graph would not be refused by the
 * runtime, but switch it to another back end for the whole process.
 * @throws ModelUnavailableError naming the file at fault
 */
export async function checkModelFiles({ folder, description }: LocalModel): Promise<void> {
  for (const file of MODEL_FILES) {
    const expected = description.files[file]?.sha256;
    const found = await digestOf(join(folder, file));
    if (expected !== undefined && found === expected) continue;
    throw new ModelUnavailableError({
      model: description.id,
      reason: faultOf(file, expected, found),
      advice: `Restore the folder ${folder} from where it came, or remove it and fetch the model again.`,
    });
  }
}

function faultOf(file: string, expected: string | undefined, found: string | null): string {
  if (found === null) return `${file} is missing`;
  if (expected === undefined) return `${DESCRIPTION_FILE} has no SHA-256 of ${file}`;
  return `${file} differs from the SHA-256 in ${DESCRIPTION_FILE}`;
}

async function digestOf(path: string): Promise<string | null> {
  try {
    return createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  } catch {
    return null;
  }
}
