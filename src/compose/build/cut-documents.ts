import { availableParallelism } from "node:os";
import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import type { EmbedderSettings } from "#embed/embedder.ts";
import { cutDocument, type LastBuild, lastCuts } from "./cut-document.ts";
import type { CutMessage, EmbeddedCut } from "./cut-job.ts";
import { Cutter } from "./cutter.ts";
import type { KeptCuts } from "./kept-cuts.ts";

/** Below so many documents starting processes takes as long as the work (41 reports: 14 s of a processor, each process 4). */
const FEW = 100;
/** Each holds the model and a document; more would take the machine from whoever answers on it. */
const MOST_CUTTERS = 4;

export interface CuttingParts {
  readonly last: LastBuild | null;
  /** The model that passages are embedded by at the same time; null: they are cut here and embedded later. */
  readonly embedder: EmbedderSettings | null;
  /** Digests of the words that have a vector already. */
  readonly known: readonly string[];
  readonly kept: KeptCuts;
  readonly onProgress: (done: number, total: number) => void;
  /** From how many new documents on processes are started. */
  readonly few?: number;
}

/** What the documents yielded, in their order; null of one that was lost, which `problems` names. */
export interface CutCorpus {
  readonly cuts: readonly (EmbeddedCut | null)[];
  readonly problems: readonly IngestProblem[];
}

/**
 * Cuts documents into passages and figures. Those that are as they were keep what the last build made; many new ones are the
 * work of some processes, which embed them as well. A document that cannot be cut is named and left out.
 */
export async function cutDocuments(
  documents: readonly SourceDocument[],
  parts: CuttingParts,
): Promise<CutCorpus> {
  const lastCut = lastCuts(parts.last);
  const cuts = documents.map((document): EmbeddedCut | null => {
    const made = lastCut(document);
    return made === null ? null : { ...made, vectors: [] };
  });
  const fresh = [...documents.entries()].filter(([at]) => cuts[at] === null);
  const problems: IngestProblem[] = [];
  let done = documents.length - fresh.length;
  const took = (at: number, made: EmbeddedCut | IngestProblem) => {
    if ("chunks" in made) cuts[at] = made;
    else problems.push(made);
    done += 1;
    parts.onProgress(done, documents.length);
  };
  parts.onProgress(done, documents.length);
  const { embedder, known, kept, few = FEW } = parts;
  if (embedder === null || fresh.length < few) {
    for (const [at, document] of fresh) took(at, await cutHere(document));
    return { cuts, problems };
  }
  const open = fresh.values();
  await together({ task: "begin", embedder, known: [...known] }, async (cutter) => {
    for (const [at, document] of open) {
      const before = kept.find(document);
      const made = before ?? (await cutOrLost(cutter, document));
      if (before === null && "chunks" in made) kept.keep(document, made);
      took(at, made);
    }
  });
  return { cuts, problems };
}

/** Runs the work in as many processes as there are processors to spare. */
async function together(begin: CutMessage, work: (cutter: Cutter) => Promise<void>): Promise<void> {
  const size = Math.min(MOST_CUTTERS, availableParallelism());
  const cutters = Array.from({ length: size }, () => new Cutter(begin));
  try {
    await Promise.all(cutters.map(work));
  } finally {
    for (const cutter of cutters) cutter.end();
  }
}

/** A process may have died of something else, of short memory for one: the document is tried once more. */
async function cutOrLost(cutter: Cutter, document: SourceDocument): Promise<EmbeddedCut | IngestProblem> {
  const first = await cutter.cut(document);
  const reply = first.ok ? first : await cutter.cut(document);
  return reply.ok ? reply.cut : lost(document, reply.message);
}

async function cutHere(document: SourceDocument): Promise<EmbeddedCut | IngestProblem> {
  try {
    return { ...(await cutDocument(document)), vectors: [] };
  } catch (error) {
    return lost(document, error instanceof Error ? error.message : String(error));
  }
}

function lost({ file }: SourceDocument, why: string): IngestProblem {
  const message = `its passages and figures could not be read: ${why}`;
  return { file, severity: "error", code: "not_cut", message, line: null };
}
