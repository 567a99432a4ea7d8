import { fileURLToPath } from "node:url";
import type { SourceDocument } from "#domain/document.ts";
import { WenzhengError } from "#domain/errors.ts";
import { type CrossEncoder, loadCrossEncoder } from "./cross-encoder.ts";
import { type SecondStage, secondStage } from "./second-stage.ts";

const FOLDER = fileURLToPath(new URL("../../../models/wenzheng-cross", import.meta.url));

let shipped: Promise<CrossEncoder | null> | null = null;

/** The second stage of `models/wenzheng-cross`, loaded when first needed. Where that cannot be, it is said once and the trees' word stands. */
export function shippedSecondStage(document: (id: string) => SourceDocument | null): SecondStage {
  return async (question, units) => {
    shipped ??= loadedOrNull();
    const cross = await shipped;
    return cross === null ? [...units] : secondStage(cross, document)(question, units);
  };
}

async function loadedOrNull(): Promise<CrossEncoder | null> {
  try {
    return await loadCrossEncoder(FOLDER);
  } catch (error) {
    if (!(error instanceof WenzhengError)) throw error;
    process.emitWarning(error.message, { type: "SecondStage", detail: "Answers are chosen without it." });
    return null;
  }
}
