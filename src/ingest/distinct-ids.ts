import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";

/**
 * Documents with an id each, in their order, and warnings of ids that were taken and of texts that are there twice. Plain text
 * keeps its id before other formats: a PDF put beside a text changes no address.
 */
export function withDistinctIds(documents: readonly SourceDocument[]): {
  documents: SourceDocument[];
  problems: IngestProblem[];
} {
  const problems: IngestProblem[] = [];
  const ids = new Map<SourceDocument, string>();
  const taken = new Set<string>();
  const isText = (document: SourceDocument) => document.original.format === "text";
  for (const document of [...documents.filter(isText), ...documents.filter((one) => !isText(one))]) {
    const id = freeId(document, taken);
    taken.add(id);
    ids.set(document, id);
  }
  const byDigest = new Map<string, string>();
  const distinct = documents.map((document) => {
    const { file, digest } = document;
    const id = ids.get(document) ?? document.id;
    const twin = byDigest.get(digest);
    if (twin !== undefined) problems.push(warning(file, "duplicate_content", `the same bytes as ${twin}`));
    else byDigest.set(digest, file);
    if (id === document.id) return document;
    problems.push(warning(file, "duplicate_id", `the id ${document.id} is taken; this one is ${id}`));
    return { ...document, id };
  });
  return { documents: distinct, problems };
}

/** `report`, else `report-pdf`, else `report-2`. */
function freeId({ id, original }: SourceDocument, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  const byFormat = `${id}-${original.format}`;
  if (original.format !== "text" && !taken.has(byFormat)) return byFormat;
  let suffix = 2;
  while (taken.has(`${id}-${suffix}`)) suffix++;
  return `${id}-${suffix}`;
}

function warning(file: string, code: string, message: string): IngestProblem {
  return { file, severity: "warning", code, message, line: null };
}
