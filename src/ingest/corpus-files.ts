import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { fileLimit } from "./file-limits.ts";
import { REPORT_ENDING } from "./formats/tell-format.ts";

export const METADATA_FILE = "metadata.json";
/** What editors say of single figures; read by the build, beside the reports. */
export const REVISIONS_FILE = "revisions.jsonl";
const MEGABYTE = 1024 * 1024;
const TEXT_ENDING = /\.(?:txt|text|md|markdown)$/i;
const LARGEST_TEXT = fileLimit("textMegabytes") * MEGABYTE;
const LARGEST_FILE = fileLimit("fileMegabytes") * MEGABYTE;
/** What the system or an office program leaves in a folder, and what the operator says beside the reports. */
const NO_REPORT =
  /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|metadata\.json|answers\.jsonl|revisions\.jsonl|sensitive\.txt|synonyms\.txt)$/i;
const DEEPEST = fileLimit("foldersDeep");

/** The reports of a folder and its sub-folders by path, parted by `/`, and what else lies there, with the reason. */
export interface CorpusListing {
  readonly files: readonly string[];
  readonly problems: readonly IngestProblem[];
}

/** Files in the order of their paths by code point, so that it is the same on every machine. Links out of the folder are not followed. */
export async function listCorpus(directory: string): Promise<CorpusListing> {
  const files: string[] = [];
  const problems: IngestProblem[] = [];
  const root = await realpath(directory);
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (NO_REPORT.test(entry.name)) continue;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) await walk(file, depth + 1);
        else problems.push(notRead(file, "too_deep", `the folder lies more than ${DEEPEST} folders deep`));
        continue;
      }
      const refusal = entry.isSymbolicLink()
        ? await linkRefusal(root, file)
        : entry.isFile()
          ? endingRefusal(file)
          : notRead(file, "not_a_file", "it is a pipe or a device; put a copy of the report in its place");
      if (refusal === null) files.push(file);
      else problems.push(refusal);
    }
  };
  await walk("", 0);
  const byPath = (a: string, b: string) => (a < b ? -1 : 1);
  return { files: files.sort(byPath), problems: problems.sort((a, b) => byPath(a.file, b.file)) };
}

async function linkRefusal(root: string, file: string): Promise<IngestProblem | null> {
  try {
    const target = await realpath(path.join(root, file));
    if (!target.startsWith(root + path.sep))
      return notRead(
        file,
        "link_outside",
        "it is a link out of the folder; put a copy of the report in its place",
      );
    if ((await stat(target)).isFile()) return endingRefusal(file);
    return notRead(file, "link_to_folder", "it is a link to something that is no file; it is not followed");
  } catch {
    return notRead(file, "unreadable", "it is a link that leads nowhere");
  }
}

function endingRefusal(file: string): IngestProblem | null {
  if (REPORT_ENDING.test(file)) return null;
  const packed = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/i.test(file);
  const advice = packed
    ? "it is an archive; unpack it into the folder"
    : "its ending is none of a report that can be read; save it as .docx, .pdf, .xlsx or .txt";
  return notRead(file, packed ? "archive" : "unread_format", advice);
}

function notRead(file: string, code: string, reason: string): IngestProblem {
  return { file, severity: "warning", code, message: `the file is not read: ${reason}`, line: null };
}

export type FileBytes =
  | { readonly bytes: Uint8Array; readonly digest: string }
  | { readonly bytes: null; readonly digest: string; readonly code: string; readonly message: string };

/** The bytes of one file with their digest. A file that is too large counts by its size, as its bytes are never read. */
export async function readFileBytes(directory: string, file: string): Promise<FileBytes> {
  let handle: FileHandle | null = null;
  try {
    // Opened without waiting: a pipe put in the file's place meanwhile would never answer.
    handle = await open(path.join(directory, file), constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) return refused("unreadable", "not_a_file", "the file is a pipe or a device");
    const largest = TEXT_ENDING.test(file) ? LARGEST_TEXT : LARGEST_FILE;
    if (found.size > largest) {
      const message = `the file has ${megabytes(found.size)}; the limit is ${megabytes(largest)}`;
      return refused(`${found.size} bytes`, "too_large", message);
    }
    const bytes = await handle.readFile();
    return { bytes, digest: digestOf(bytes) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return refused("unreadable", "unreadable", `the file cannot be read${code}`);
  } finally {
    await handle?.close();
  }
}

/**
 * A digest of everything that reading the corpus would read: names, bytes and the metadata file. Equal digests mean an equal
 * reading; it costs one pass over the bytes and no parsing.
 */
export async function corpusDigest(directory: string): Promise<string> {
  const { files } = await listCorpus(directory);
  const digests: [string, string][] = [];
  for (const file of [...files, METADATA_FILE, REVISIONS_FILE])
    digests.push([file, (await readFileBytes(directory, file)).digest]);
  return digestOfFiles(digests);
}

/** The same digest from the bytes that were read, by path in the order of the listing, the files beside them last. */
export function digestOfFiles(digests: Iterable<readonly [file: string, digest: string]>): string {
  const total = createHash("sha256");
  for (const [file, digest] of digests) total.update(`${file}\0${digest}\0`);
  return total.digest("hex");
}

function refused(digest: string, code: string, message: string): FileBytes {
  return { bytes: null, digest, code, message };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
