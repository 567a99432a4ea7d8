import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ModelUnavailableError } from "#domain/errors.ts";
import type { EmbedderSettings } from "./embedder.ts";
import { DESCRIPTION_FILE, MODEL_FILES, type ModelDescription, type ModelUse } from "./model-description.ts";

/** A host that does not answer at all is given up after this. */
const CONNECT_MILLISECONDS = 30_000;

interface Download {
  readonly use: ModelUse;
  /** Where the model shall lie; made only once every file is there. */
  readonly folder: string;
  readonly settings: EmbedderSettings;
}

/**
 * Fetches a hub model and writes its description with the SHA-256 of what came, so that from then on it is
 * a local model like any other.
 * @throws ModelUnavailableError when the host cannot be reached or has no such file
 */
export async function downloadModel({ use, folder, settings }: Download): Promise<void> {
  const staged = `${folder}.part-${process.pid}`;
  const files: ModelDescription["files"] = {};
  try {
    for (const file of MODEL_FILES) {
      await mkdir(dirname(join(staged, file)), { recursive: true });
      files[file] = await fetchFile(settings, file, join(staged, file));
    }
    const { dimensions, pooling, normalize, queryPrefix, passagePrefix, maxTokens } = use;
    const how = { dimensions, pooling, normalize, queryPrefix, passagePrefix, maxTokens };
    const description: ModelDescription = { id: settings.model, ...how, files };
    await writeFile(join(staged, DESCRIPTION_FILE), `${JSON.stringify(description, null, 2)}\n`);
    await rename(staged, folder);
  } catch (cause) {
    await rm(staged, { recursive: true, force: true });
    throw new ModelUnavailableError(
      {
        model: settings.model,
        reason: `it could not be fetched from ${settings.remoteHost} (${cause instanceof Error ? cause.message : cause})`,
        advice:
          "Check the connection, name a mirror of the hub, copy the model's folder here by other means, or leave EMBEDDING_MODEL unset to use the shipped one.",
      },
      { cause },
    );
  }
}

/** Fetches one file; its size and SHA-256 (hex). */
async function fetchFile(settings: EmbedderSettings, file: string, path: string) {
  const { model, remoteHost, onProgress } = settings;
  const address = `${remoteHost.replace(/\/$/, "")}/${model}/resolve/main/${file}`;
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(new Error("no answer")), CONNECT_MILLISECONDS);
  const response = await fetch(address, { signal: waiting.signal }).finally(() => clearTimeout(timer));
  if (!response.ok || response.body === null) throw new Error(`${response.status} for ${file}`);
  const length = Number(response.headers.get("content-length"));
  const totalBytes = length > 0 ? length : null;
  const hash = createHash("sha256");
  let receivedBytes = 0;
  const watch = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      receivedBytes += piece.length;
      onProgress?.({ model, file, receivedBytes, totalBytes });
      done(null, piece);
    },
  });
  await pipeline(Readable.from(response.body), watch, createWriteStream(path));
  return { sha256: hash.digest("hex"), bytes: receivedBytes };
}
