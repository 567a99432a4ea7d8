import { identifyEmbedder } from "#embed/create-embedder.ts";
import { corpusDigest } from "#ingest/corpus-files.ts";
import { whyStale } from "#store/is-current.ts";
import { isSound } from "#store/open-index.ts";
import { readCurrentVersion } from "#store/read-manifest.ts";
import { type BuildReport, readBuildRecord } from "./build-record.ts";
import type { BuildSettings } from "./staleness.ts";

/** What decides what an index of a corpus is made of, besides the corpus. */
export interface Makers {
  readonly code: string;
  readonly reader: string;
  /** The model's id; null: the one that the settings name. */
  readonly embedderId: string | null;
}

/**
 * The report of the last build, where it would be made again: nothing it was made from has changed, its files have the bytes they
 * were published with, and no file failed that might be read now (LibreOffice may have been installed since). Null otherwise.
 */
export async function unchangedBuild(
  { indexDirectory, corpusDirectory, embedder }: BuildSettings,
  { code, reader, embedderId }: Makers,
): Promise<BuildReport | null> {
  const record = await readBuildRecord(indexDirectory);
  if (record === null || record.reader !== reader) return null;
  const { report } = record;
  if (report.problems.some(({ severity }) => severity === "error")) return null;
  const stale = whyStale(indexDirectory, {
    corpusDigest: await corpusDigest(corpusDirectory),
    embedderId: embedderId ?? (await identifyEmbedder(embedder)).id,
    codeVersion: code,
  });
  if (stale !== null || record.builtAt !== readCurrentVersion(indexDirectory).manifest.createdAt) return null;
  if (!isSound(indexDirectory)) return null;
  return { ...report, reuse: { kept: report.chunks, added: 0, updated: 0, deleted: 0 } };
}
