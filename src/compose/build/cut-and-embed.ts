import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { Embedder, EmbedderSettings } from "#embed/embedder.ts";
import type { FileIndex } from "#store/file-index.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { type ReuseCounts, reuseVectors } from "#store/vectors/reuse-vectors.ts";
import { readBuildRecord } from "./build-record.ts";
import type { OnProgress } from "./build-step.ts";
import { cutDocuments } from "./cut-documents.ts";
import { embedTexts } from "./embed-texts.ts";
import { KeptCuts } from "./kept-cuts.ts";
import type { BuildSettings } from "./staleness.ts";

interface CutParts {
  readonly settings: BuildSettings;
  readonly last: FileIndex | null;
  readonly code: string;
  readonly embedder: Embedder;
  /** Whether processes may be started that load the model by themselves. */
  readonly isAlone: boolean;
  readonly onProgress: OnProgress;
}

/** Passages, figures and vectors of the documents, but for those that could not be cut. */
export async function cutAndEmbed(documents: readonly SourceDocument[], parts: CutParts) {
  const { settings, last, code, embedder, isAlone, onProgress } = parts;
  const record = await readBuildRecord(settings.indexDirectory);
  const isKnown = last !== null && record?.code === code && record.builtAt === last.manifest.createdAt;
  const comparable = last?.embedder.id === embedder.id ? last : null;
  const kept = new KeptCuts(settings.indexDirectory, `${code} ${embedder.id}`);
  const { cuts, problems } = await cutDocuments(documents, {
    last: isKnown ? { index: last, problems: record.cutProblems } : null,
    embedder: isAlone ? plain(settings.embedder) : null,
    known: [...(comparable?.embedded() ?? [])].map(({ digest }) => digest),
    kept,
    onProgress: (done, total) => onProgress("cut", done, total),
  });
  const made = cuts.flatMap((cut) => cut ?? []);
  const chunks = made.flatMap((cut) => cut.chunks);
  const fresh = made.flatMap((cut) => cut.chunks.map((_, at) => cut.vectors[at] ?? null));
  const { vectors, counts } = await embedChunks(chunks, { fresh, embedder, last: comparable, onProgress });
  return {
    documents: documents.filter((_, at) => cuts[at] !== null),
    chunks,
    rows: made.flatMap((cut) => cut.rows),
    problems: [...made.flatMap((cut) => cut.problems), ...problems],
    vectors,
    counts,
    /** The last index, where its vectors may be compared. */
    comparable,
    kept,
  };
}

interface EmbedParts {
  /** A vector for each chunk, where it was made with the passages. */
  readonly fresh: readonly (Float32Array | null)[];
  readonly embedder: Embedder;
  readonly last: IndexReader | null;
  readonly onProgress: OnProgress;
}

/** A vector for each chunk; those of the last index are kept where the words are the same. */
async function embedChunks(
  chunks: readonly Chunk[],
  { fresh, embedder, last, onProgress }: EmbedParts,
): Promise<{ vectors: Float32Array[]; counts: ReuseCounts }> {
  const reuse = reuseVectors(last, chunks);
  const missing = chunks.filter((_, at) => (reuse.vectors[at] ?? fresh[at] ?? null) === null);
  const embedded = new Map<Chunk, Float32Array>();
  onProgress("embed", 0, missing.length);
  // A document at a time, as the processes do it: texts that are embedded together move each other's last bits.
  for (const together of byDocument(missing)) {
    const vectors = await embedTexts(together.map(indexedText), embedder);
    for (const [at, chunk] of together.entries()) embedded.set(chunk, vectors[at] ?? new Float32Array());
    onProgress("embed", embedded.size, missing.length);
  }
  const vectors = chunks.flatMap((chunk, at) => reuse.vectors[at] ?? fresh[at] ?? embedded.get(chunk) ?? []);
  return { vectors, counts: reuse.counts };
}

function byDocument(chunks: readonly Chunk[]): Iterable<Chunk[]> {
  const groups = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.documentId);
    if (group === undefined) groups.set(chunk.documentId, [chunk]);
    else group.push(chunk);
  }
  return groups.values();
}

/** Without what cannot be sent to another process. */
function plain({ onProgress: _, ...settings }: EmbedderSettings): EmbedderSettings {
  return settings;
}
