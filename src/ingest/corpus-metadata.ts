import { z } from "zod";
import { DOCUMENT_KINDS } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";

const year = z.int().min(1900).max(2200);

/** One entry of `corpus/metadata.json`. Only `file` must be there; what is left out is inferred from the text. */
export const metadataEntrySchema = z.strictObject({
  file: z.string().min(1).max(255),
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "letters, digits, dot, dash and underscore only")
    .max(120)
    .optional(),
  title: z.string().min(1).max(300).optional(),
  region: z.string().min(1).max(50).nullable().optional(),
  years: z.array(year).max(50).optional(),
  reviewYear: year.nullable().optional(),
  planYear: year.nullable().optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  issuer: z.string().min(1).max(200).nullable().optional(),
  published: z.iso.date().nullable().optional(),
  sourceName: z.string().min(1).max(255).optional(),
});

export type MetadataEntry = z.infer<typeof metadataEntrySchema>;

export const METADATA_FILE = "metadata.json";

export interface CorpusMetadata {
  readonly entries: ReadonlyMap<string, MetadataEntry>;
  readonly problems: readonly IngestProblem[];
}

/** The entries of a metadata file by file name. A bad entry is reported and left out; the others count. */
export function parseMetadata(json: string): CorpusMetadata {
  const parsed = parseJson(json);
  if (!Array.isArray(parsed)) {
    return {
      entries: new Map(),
      problems: [problem("error", "bad_metadata", "the file is not a JSON array of entries")],
    };
  }
  const entries = new Map<string, MetadataEntry>();
  const problems: IngestProblem[] = [];
  for (const [at, item] of parsed.entries()) {
    const entry = metadataEntrySchema.safeParse(item);
    if (!entry.success)
      problems.push(problem("error", "bad_metadata", `entry ${at + 1}: ${z.prettifyError(entry.error)}`));
    else if (entries.has(entry.data.file))
      problems.push(
        problem("warning", "duplicate_entry", `${entry.data.file} has two entries; the first counts`),
      );
    else entries.set(entry.data.file, entry.data);
  }
  return { entries, problems };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

function problem(severity: IngestProblem["severity"], code: string, message: string): IngestProblem {
  return { file: METADATA_FILE, severity, code, message, line: null };
}
