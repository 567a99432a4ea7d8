import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceDocument } from "#domain/document.ts";
import { WenzhengError } from "#domain/errors.ts";
import { loadCrossEncoder } from "#embed/cross-encoder.ts";
import { mixSchema } from "./mix.ts";
import { type Second, type SecondStage, secondStage } from "./second-stage.ts";

const FOLDER = fileURLToPath(new URL("../../../models/wenzheng-cross", import.meta.url));

let shipped: Promise<Second | null> | null = null;

/** The second stage of `models/wenzheng-cross`, loaded when first needed. Where that cannot be, it is said once and the trees' word stands. */
export function shippedSecondStage(document: (id: string) => SourceDocument | null): SecondStage {
  return async (question, units) => {
    shipped ??= loadedOrNull();
    const second = await shipped;
    return second === null ? [...units] : secondStage(second, document)(question, units);
  };
}

async function loadedOrNull(): Promise<Second | null> {
  try {
    // The loader has checked every file of the folder, that of the mix as well.
    const cross = await loadCrossEncoder(FOLDER);
    return { cross, mix: mixSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, "mix.json"), "utf8"))) };
  } catch (error) {
    if (!(error instanceof WenzhengError)) throw error;
    process.emitWarning(error.message, { type: "SecondStage", detail: "Answers are chosen without it." });
    return null;
  }
}
