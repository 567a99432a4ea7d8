import type { Original, Place, SourceDocument } from "#domain/document.ts";
import type { IngestProblem, TableCount } from "#domain/ingest-report.ts";
import { regionsMeant } from "#text/regions.ts";
import { assemble } from "./assemble.ts";
import type { Block } from "./block.ts";
import type { MetadataEntry } from "./corpus-metadata.ts";
import type { FileFacts } from "./formats/file-reading.ts";
import { type Inferred, inferMetadata } from "./metadata/infer-metadata.ts";
import type { Evidence } from "./metadata/report-face.ts";
import type { WrittenLine } from "./text-writer.ts";

export interface ReportSource {
  /** Path of the file under the corpus folder, parted by `/`. */
  readonly file: string;
  /** SHA-256 of its bytes, hex. */
  readonly digest: string;
  /** What the metadata file says; what it leaves out is inferred from the text. */
  readonly metadata: MetadataEntry | null;
  /** What the file says of itself beside its text (a page's meta tags, a document's properties). */
  readonly facts?: FileFacts | null;
}

export interface ReadReport {
  /** Null when the file cannot be read; `problems` says why. */
  readonly document: SourceDocument | null;
  readonly problems: readonly IngestProblem[];
  readonly tableCounts: readonly TableCount[];
}

/** What was read from a file, whatever its format. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly original: Original;
  /** Found while reading, before what the blocks themselves show. */
  readonly problems: readonly FoundProblem[];
  /** Places in the original, told from the lines of the file that the text was written from. */
  readonly placesOf: (lines: readonly WrittenLine[]) => readonly Place[];
  /** A problem of the blocks as it is told: a line means something in a text alone. */
  readonly tellPlace: (problem: FoundProblem) => FoundProblem;
}

export type FoundProblem = Pick<IngestProblem, "code" | "message" | "line"> &
  Partial<Pick<IngestProblem, "severity">>;

/** The blocks of a file as a document: sections and tables as spans in one normalised text. */
export function reportOfBlocks(source: ReportSource, read: ReadBlocks): ReadReport {
  const { file, digest, metadata, facts } = source;
  const { text, sections, tables, counts, problems, lines } = assemble(read.blocks);
  if (text.trim() === "") return unread(file, "empty_file", "the file holds no text");
  const known = completed(metadata, { file, text, sections, facts: facts ?? null });
  const { original, placesOf, tellPlace } = read;
  return {
    document: { ...known.metadata, digest, original, text, sections, tables, places: placesOf(lines) },
    problems: [...read.problems, ...known.problems, ...problems.map(tellPlace)].map((problem) => ({
      file,
      severity: "warning",
      ...problem,
    })),
    tableCounts: counts.map((count) => ({ file, ...count })),
  };
}

export function unread(file: string, code: string, message: string): ReadReport {
  const problem = { file, severity: "error", code, message, line: null } as const;
  return { document: null, problems: [problem], tableCounts: [] };
}

/** What the metadata file says, and what it leaves out as far as the text tells; doubts of what it says are none. */
function completed(entry: MetadataEntry | null, evidence: Evidence): Inferred {
  const { metadata, problems } = inferMetadata(evidence);
  const given = Object.fromEntries(Object.entries(entry ?? {}).filter(([, value]) => value !== undefined));
  const settled = new Set(Object.keys(given).map((field) => (field.endsWith("Year") ? "years" : field)));
  // A region that the metadata file names may lie elsewhere than the one the text seems to be of.
  const { parents, ...rest } = metadata;
  const [place, another] = entry?.region == null ? [] : regionsMeant(entry.region);
  const own = place !== undefined && another === undefined ? place.parents : undefined;
  const above = entry?.region === undefined || entry.region === metadata.region ? parents : own;
  return {
    metadata: { ...rest, ...given, ...(above === undefined ? {} : { parents: above }) },
    problems: problems.filter(({ code }) => !settled.has(code.split("_")[0] ?? "")),
  };
}
