import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IndexUnusableError } from "#domain/errors.ts";
import { digestOf } from "./durable.ts";
import { INDEX_FORMAT, MANIFEST_FILE, type Manifest, manifestSchema } from "./manifest.ts";
import { type PointerName, readPointer, versionDirectory } from "./versions.ts";

/** The current version of an index, its manifest checked. */
export interface CurrentVersion {
  readonly version: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Reads pointer and manifest; the other files are not looked at.
 * @throws IndexUnusableError when either is missing, damaged, or of another format
 */
export function readCurrentVersion(directory: string, name: PointerName = "current"): CurrentVersion {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new IndexUnusableError({ path: directory, reason }, { cause });
  };
  const pointer = readPointer(directory, name);
  if (pointer === null) return refuse("nothing was published there");
  if (pointer === "damaged") return refuse(`its file \`${name}\` is damaged`);
  const path = versionDirectory(directory, pointer.version);
  let text: Buffer;
  try {
    text = readFileSync(join(path, MANIFEST_FILE));
  } catch (error) {
    return refuse(`the manifest of version ${pointer.version} cannot be read`, error);
  }
  if (digestOf(text) !== pointer.manifestDigest) return refuse(`${MANIFEST_FILE} is damaged`);
  const manifest = manifestSchema.safeParse(JSON.parse(text.toString()));
  if (!manifest.success) return refuse("its manifest is of another format", manifest.error);
  if (manifest.data.formatVersion !== INDEX_FORMAT) {
    return refuse(`it has format ${manifest.data.formatVersion}, this program reads ${INDEX_FORMAT}`);
  }
  return { version: pointer.version, path, manifest: manifest.data };
}
