import { createHash } from "node:crypto";
import type { Chunk, ChunkKind } from "#domain/chunk.ts";
import type { Section, SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { type OwnRange, ownRanges } from "./own-ranges.ts";
import { LARGEST_CHUNK, splitProse } from "./split-prose.ts";
import { splitTable } from "./split-table.ts";

const BETWEEN = " · ";

/** How documents are cut; an ablation varies it. */
export interface Cutting {
  /** About how many characters a chunk has at most. */
  readonly largest: number;
  /** Whether the rows of a table that are cut off from its header carry it in their context. */
  readonly repeatHeader: boolean;
}

export const CUTTING: Cutting = { largest: LARGEST_CHUNK, repeatHeader: true };

/**
 * Cuts a document into chunks, none of them over a section's edge: prose at sentence ends, tables between rows, a
 * definition whole. The same words in the same place give the same ids.
 */
export function chunkDocument(document: SourceDocument): Promise<Chunk[]> {
  return cutDocument(document, CUTTING);
}

/** The same, cut in another way. */
export async function cutDocument(document: SourceDocument, cutting: Cutting): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const seen = new Map<string, number>();
  const byId = new Map(document.sections.map((section) => [section.id, section]));
  for (const range of ownRanges(document)) {
    const section = pathTo(byId, range.section);
    for (const span of await pieces(document, range, cutting.largest)) {
      const text = document.text.slice(span.start, span.end);
      const key = [document.id, ...section, text].join("\n");
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      chunks.push({
        ...span,
        id: createHash("sha256").update(`${key}\n${occurrence}`).digest("hex").slice(0, 16),
        documentId: document.id,
        ordinal: chunks.length,
        kind: kindOf(byId, range),
        section,
        text,
        context: contextOf(document, cutting.repeatHeader ? range : { ...range, table: null }, section, span),
      });
    }
  }
  return chunks;
}

async function pieces(document: SourceDocument, range: OwnRange, largest: number): Promise<Span[]> {
  if (range.table !== null) return splitTable(document.text, range.table, range, largest);
  const pieces = await splitProse(document.text, range, largest);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (range.section?.kind !== "definition" || first === undefined || last === undefined) return pieces;
  return [{ start: first.start, end: last.end }];
}

function kindOf(byId: ReadonlyMap<string, Section>, range: OwnRange): ChunkKind {
  if (range.table !== null) return "table";
  for (let section: Section | undefined = range.section ?? undefined; section !== undefined; ) {
    if (section.kind === "definition") return "definition";
    if (section.kind === "table" || section.kind === "note") return "table";
    if (section.kind === "box") return "box";
    section = section.parent === null ? undefined : byId.get(section.parent);
  }
  return "prose";
}

/** Title, region, years and section path; for a table its caption stands in the path, and rows cut off get the header. */
function contextOf(
  document: SourceDocument,
  { table }: OwnRange,
  section: readonly string[],
  span: Span,
): string {
  const { title, region, years, text } = document;
  const known =
    years.length > 5 ? `${years[0]}—${years.at(-1)}年` : years.map((year) => `${year}年`).join("、");
  const context = [title, region ?? "", known, ...section].filter((part) => part !== "").join(BETWEEN);
  const header = table?.header ?? null;
  if (header === null || (span.start <= header.start && header.end <= span.end)) return context;
  return `${context}${BETWEEN}${text.slice(header.start, header.end).replaceAll("\n", " / ")}`;
}

function pathTo(byId: ReadonlyMap<string, Section>, innermost: Section | null): string[] {
  const path: string[] = [];
  for (
    let section = innermost ?? undefined;
    section !== undefined;
    section = byId.get(section.parent ?? "")
  ) {
    path.unshift(section.title);
  }
  return path;
}
