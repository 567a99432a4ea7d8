import { createHash } from "node:crypto";
import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import { DOCUMENT_KINDS } from "#domain/document-kind.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import labelsFile from "./labels.json" with { type: "json" };

const year = z.int().nullable();
const labelSchema = z.strictObject({
  /** Under the folder of real files. */
  file: z.string(),
  region: z.string(),
  /** Another name that is right as well: one the place had when the report was given. */
  also: z.string().optional(),
  reviewYear: year,
  planYear: year,
  kind: z.enum(DOCUMENT_KINDS),
  /** A file whose text cannot be read at all. */
  unreadable: z.boolean().optional(),
});

export type Label = z.infer<typeof labelSchema>;
export const labels: readonly Label[] = z.object({ labels: z.array(labelSchema) }).parse(labelsFile).labels;

/** The half that was looked at while building, by the file's name; the other was looked at only at the end. */
export function inHalf(file: string, half: string): boolean {
  const name = file.split("/").at(-1) ?? file;
  const even = Number.parseInt(createHash("sha256").update(name).digest("hex").slice(0, 1), 16) % 2 === 0;
  return half === "all" || (half === "building") === even;
}

export interface Verdict {
  readonly region: boolean;
  readonly years: boolean;
  readonly kind: boolean;
  /** Something is wrong and no problem says that it is doubtful. */
  readonly hidden: boolean;
  readonly wrong: readonly string[];
}

/** What was found in a paper against its label. */
export function judge(label: Label, found: SourceDocument, problems: readonly IngestProblem[]): Verdict {
  const region = found.region === label.region || (label.also !== undefined && found.region === label.also);
  const years = found.reviewYear === label.reviewYear && found.planYear === label.planYear;
  const kind = found.kind === label.kind;
  const doubted = (what: string) => problems.some(({ code }) => code.startsWith(`${what}_`));
  const wrong = [
    ...(region ? [] : [`region ${found.region}, not ${label.region}`]),
    ...(years
      ? []
      : [`years ${found.reviewYear}→${found.planYear}, not ${label.reviewYear}→${label.planYear}`]),
    ...(kind ? [] : [`kind ${found.kind}, not ${label.kind}`]),
  ];
  const hidden =
    (!region && !doubted("region")) || (!years && !doubted("years")) || (!kind && !doubted("kind"));
  return { region, years, kind, hidden, wrong };
}
