import { MEDIA_TYPES } from "#domain/file-format.ts";
import { readFileBytes } from "#ingest/corpus-files.ts";
import type { OriginalFile } from "#protocol/library.ts";
import type { IndexReader } from "#store/index-reader.ts";

/**
 * Reads the files that reports came from. Only the very bytes that a report was read from are given: a file that is gone or
 * was replaced since the build gives null, and so does anything that a link or a path leads to outside the corpus.
 */
export function originalFiles(
  index: IndexReader,
  corpusDirectory: string,
): (id: string) => Promise<OriginalFile | null> {
  return async (id) => {
    const document = index.document(id);
    if (document === null) return null;
    const { file, digest, original } = document;
    const found = await readFileBytes(corpusDirectory, file);
    if (found.bytes === null || found.digest !== digest) return null;
    return {
      bytes: found.bytes,
      digest,
      name: file.slice(file.lastIndexOf("/") + 1),
      mediaType: MEDIA_TYPES[original.format],
    };
  };
}
