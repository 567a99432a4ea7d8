import type { DocumentMetadata } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { inferIssuer } from "./infer-issuer.ts";
import { inferKind } from "./infer-kind.ts";
import { inferRegion, type RegionFound } from "./infer-region.ts";
import { inferTitle } from "./infer-title.ts";
import { inferYears, meetingDate } from "./infer-years.ts";
import { isoDate } from "./printed-years.ts";
import { type Evidence, faceOf } from "./report-face.ts";
import { slug } from "./slug.ts";

/** What was found, and what of it is doubtful: every doubt is told, none is hidden behind a guess. */
export interface Inferred {
  readonly metadata: DocumentMetadata;
  readonly problems: readonly MetadataProblem[];
}

/** `region_unknown`, `region_doubtful`, `region_contradicts`, `years_doubtful`, `kind_doubtful`. */
export type MetadataProblem = Pick<IngestProblem, "code" | "message" | "line">;

/** Title, region, years, kind, issuer and date of a report, from its text and what its file says of itself. */
export function inferMetadata(evidence: Evidence): Inferred {
  const { file, facts } = evidence;
  const face = faceOf(evidence);
  const found = inferRegion(face);
  const { kind, doubt: kindDoubt } = inferKind(face);
  const { years, doubt: yearsDoubt } = inferYears(kind, face);
  const date = meetingDate(face.front);
  const metadata: DocumentMetadata = {
    id: slug(file),
    title: inferTitle(face, { kind, region: found.region, planYear: years.planYear }),
    region: found.region,
    ...(found.parents === null ? {} : { parents: found.parents }),
    ...years,
    kind,
    issuer: inferIssuer(face.front, face.text, found.region) ?? facts?.issuer ?? null,
    published: (date === null ? null : isoDate(date)) ?? facts?.published ?? null,
    file,
    sourceName: file,
  };
  const problems = [
    ...regionProblems(found, file),
    ...told(
      "years_doubtful",
      yearsDoubt,
      file,
      years.years.length === 0 ? '"reviewYear": …' : JSON.stringify(years).slice(1, -1),
    ),
    ...told("kind_doubtful", kindDoubt, file, `"kind": "${kind}"`),
  ];
  return { metadata, problems };
}

function regionProblems({ region, doubt, contradiction }: RegionFound, file: string): MetadataProblem[] {
  const entry = `"region": "${region ?? "…"}"`;
  if (region === null)
    return told(
      "region_unknown",
      "the text names no region that it reports on, so that questions about a place do not find it",
      file,
      entry,
    );
  return [
    ...told("region_contradicts", contradiction, file, entry),
    ...told("region_doubtful", doubt, file, entry),
  ];
}

/** A doubt with what to write into the metadata file to settle it. */
function told(code: string, doubt: string | null, file: string, entry: string): MetadataProblem[] {
  if (doubt === null) return [];
  const message = `${doubt}; settle it in metadata.json: { "file": ${JSON.stringify(file)}, ${entry} }`;
  return [{ code, message, line: null }];
}
