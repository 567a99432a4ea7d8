import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { ModelUnavailableError } from "#domain/errors.ts";
import { downloadModel } from "./download-model.ts";
import type { EmbedderSettings } from "./embedder.ts";
import {
  DESCRIPTION_FILE,
  KNOWN_MODELS,
  MODEL_FILES,
  type ModelDescription,
  modelDescriptionSchema,
} from "./model-description.ts";

/** A model that lies on this disk, and its description. */
export interface LocalModel {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly description: ModelDescription;
}

/**
 * Finds the model a setting names: shipped, in a folder, downloaded before, or on a hub where that is allowed.
 * @throws ModelUnavailableError when it is nowhere, with advice
 */
export async function locateModel(settings: EmbedderSettings): Promise<LocalModel> {
  const { model } = settings;
  const cached = join(settings.cacheDirectory, ...model.split("/"));
  const places = isAbsolute(model)
    ? [model]
    : [join(settings.modelsDirectory, model), resolve(model), cached];
  const folder = places.find(isFolder);
  if (folder !== undefined) return { folder, description: readDescription(folder, model) };
  const use = KNOWN_MODELS[model];
  if (use === undefined) throw unknownModel(settings);
  if (!settings.allowDownload) {
    throw new ModelUnavailableError({
      model,
      reason: "it is not on this machine and downloading is off",
      advice:
        "Set ALLOW_MODEL_DOWNLOAD=true, name a folder that holds the model, or leave EMBEDDING_MODEL unset to use the shipped one.",
    });
  }
  await downloadModel({ use, folder: cached, settings });
  return { folder: cached, description: readDescription(cached, model) };
}

function unknownModel({ model, modelsDirectory }: EmbedderSettings): ModelUnavailableError {
  return new ModelUnavailableError({
    model,
    reason: `there is no such folder, also not under ${modelsDirectory}, and no description of a hub model by that name`,
    advice: `Name a folder with ${DESCRIPTION_FILE} and ${MODEL_FILES.join(", ")}, or one of ${Object.keys(KNOWN_MODELS).join(", ")}.`,
  });
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function readDescription(folder: string, model: string): ModelDescription {
  const path = join(folder, DESCRIPTION_FILE);
  try {
    return modelDescriptionSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new ModelUnavailableError(
      {
        model,
        reason: `${path} is missing or says something else than how to use the model`,
        advice:
          "Write one: id, dimensions, pooling, normalize, queryPrefix, passagePrefix, maxTokens, and files with the sha256 and bytes of each.",
      },
      { cause },
    );
  }
}
