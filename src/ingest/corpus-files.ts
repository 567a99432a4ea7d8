import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

export const METADATA_FILE = "metadata.json";
export const LARGEST_FILE = 20 * 1024 * 1024;
const REPORT = /\.(?:txt|md|markdown)$/i;

/** The files whose names `pattern` finds, sorted by code point, so that the order is the same on every machine. */
export async function filesLike(directory: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  return names.filter((name) => pattern.test(name) && !name.startsWith(".")).sort((a, b) => (a < b ? -1 : 1));
}

/** The reports of a folder, by file name. */
export const reportFiles = (directory: string) => filesLike(directory, REPORT);

/**
 * A digest of everything that reading the corpus would read: names, bytes and the metadata file. Equal digests mean an equal
 * reading; it costs one pass over the bytes and no parsing.
 */
export async function corpusDigest(directory: string): Promise<string> {
  const total = createHash("sha256");
  for (const file of [...(await reportFiles(directory)), METADATA_FILE]) {
    total.update(`${file}\0${await fileDigest(path.join(directory, file))}\0`);
  }
  return total.digest("hex");
}

/** Large and unreadable files count by their size, as their bytes are never read. */
async function fileDigest(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    return size > LARGEST_FILE
      ? `${size} bytes`
      : createHash("sha256")
          .update(await readFile(file))
          .digest("hex");
  } catch {
    return "unreadable";
  }
}
