import { z } from "zod";
import { DOCUMENT_KINDS } from "#domain/document-kind.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { METADATA_FILE } from "./corpus-files.ts";

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
  /** Where the issuer published it. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

export type MetadataEntry = z.infer<typeof metadataEntrySchema>;

export interface CorpusMetadata {
  readonly entries: ReadonlyMap<string, MetadataEntry>;
  readonly problems: readonly IngestProblem[];
}

/** The entries of a metadata file by file name. A bad entry is reported and left out; the others count. */
export function parseMetadata(json: string): CorpusMetadata {
  const parsed = parseJson(json);
  if (!parsed.ok || !Array.isArray(parsed.value)) {
    const message = parsed.ok
      ? 'the file must be a JSON array of entries such as [{ "file": "report.txt", "region": "…" }]; none of it counts'
      : `the file is not valid JSON (${parsed.reason}); none of it counts`;
    return { entries: new Map(), problems: [problem("error", "bad_metadata", message)] };
  }
  const entries = new Map<string, MetadataEntry>();
  const problems: IngestProblem[] = [];
  for (const [at, item] of parsed.value.entries()) {
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

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

function parseJson(json: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(json.replace(/^\ufeff/, "")) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function problem(severity: IngestProblem["severity"], code: string, message: string): IngestProblem {
  return { file: METADATA_FILE, severity, code, message, line: null };
}
