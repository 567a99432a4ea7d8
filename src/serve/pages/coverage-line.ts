import { DOCUMENT_KIND_LABELS } from "#domain/document-kind.ts";
import type { Coverage, DocumentSummary } from "#protocol/library.ts";

/** Regions that one line names. */
const NAMED = 4;
/** Regions that a list names; a larger corpus is better searched. */
const LISTED = 400;

const KINDS = new Map<string, string>(
  Object.entries(DOCUMENT_KIND_LABELS).map(([kind, { zh }]) => [kind, zh]),
);

type Held = Pick<DocumentSummary, "region" | "kind"> & { readonly years: readonly number[] };

/** What is held, in one line: 收有 5 份报告：江北区、大渡口区、渝北区，2020—2023年。 */
export function coverageLine(documents: readonly Held[]): string {
  const regions = regionsOf(documents);
  const years = documents.flatMap((document) => document.years);
  if (regions.length === 0 || years.length === 0) return `收有 ${documents.length} 份报告。`;
  const named = regions.slice(0, NAMED).map(({ region }) => region);
  const rest = regions.length > NAMED ? `等 ${regions.length} 个地区` : "";
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return `收有 ${documents.length} 份报告：${named.join("、")}${rest}，${first === last ? first : `${first}—${last}`}年。`;
}

/** What is held, for a panel: each region with its years, those with most reports first, and the kinds of papers. */
export function coverageOf(documents: readonly Held[]): Coverage {
  const counts = new Map<string, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => KINDS.get(kind) ?? kind);
  return { documents: documents.length, regions: regionsOf(documents).slice(0, LISTED), kinds };
}

function regionsOf(documents: readonly Held[]): { region: string; years: number[] }[] {
  const held = new Map<string, { years: Set<number>; reports: number }>();
  for (const { region, years } of documents) {
    if (region === null) continue;
    const known = held.get(region) ?? { years: new Set<number>(), reports: 0 };
    for (const year of years) known.years.add(year);
    held.set(region, { years: known.years, reports: known.reports + 1 });
  }
  return [...held]
    .sort(([, a], [, b]) => b.reports - a.reports)
    .map(([region, { years }]) => ({ region, years: [...years].sort((a, b) => a - b) }));
}
