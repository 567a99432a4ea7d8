import { IndexUnusableError } from "#domain/errors.ts";
import { readCurrentVersion } from "./read-manifest.ts";
import { type PointerName, readPointer } from "./versions.ts";

/** What the index at hand must have been built from. */
export interface Expected {
  readonly corpusDigest: string;
  readonly embedderId: string;
  readonly codeVersion: string;
}

/** Why the index must be rebuilt, as part of a sentence, or null when it is current. Reads the manifest only. */
export function whyStale(directory: string, expected: Expected): string | null {
  try {
    const { manifest } = readCurrentVersion(directory);
    if (manifest.corpusDigest !== expected.corpusDigest) return "the corpus has changed";
    if (manifest.embedder.id !== expected.embedderId) {
      return `it was built with the model ${manifest.embedder.id}, not ${expected.embedderId}`;
    }
    if (manifest.codeVersion !== expected.codeVersion) return "the program has changed";
    return null;
  } catch (error) {
    if (error instanceof IndexUnusableError) return error.reason;
    throw error;
  }
}

/** Name of the version that is current; null when nothing can be told. Reads the pointer only. */
export function currentVersion(directory: string): string | null {
  const pointer = readPointer(directory);
  return pointer === null || pointer === "damaged" ? null : pointer.version;
}

/** True when something was published there that this program reads, now or before; the manifests alone are looked at. */
export function isOpenable(directory: string): boolean {
  return isReadable(directory, "current") || isReadable(directory, "previous");
}

function isReadable(directory: string, name: PointerName): boolean {
  try {
    readCurrentVersion(directory, name);
    return true;
  } catch (error) {
    if (error instanceof IndexUnusableError) return false;
    throw error;
  }
}

/** True when the index was built from this corpus, by this model and this program. */
export function isCurrent(directory: string, expected: Expected): boolean {
  return whyStale(directory, expected) === null;
}
