import type { DocumentSummary } from "#protocol/library.ts";
import type { DocumentsPageParameters } from "#protocol/query-string.ts";
import type { Choice } from "./choice-field.ts";

/** Values of a column that are offered to tick. */
const OFFERED = 30;
const COLUMNS = ["region", "year", "kind", "format"] as const;
type Column = (typeof COLUMNS)[number];

/** Reports that hold every word that is looked for, in title, region, issuer or file name, and pass every filter. */
export function matchingDocuments(
  documents: readonly DocumentSummary[],
  parameters: DocumentsPageParameters,
): DocumentSummary[] {
  return documents.filter((each) => holdsWords(each, parameters.q) && passes(each, parameters, COLUMNS));
}

/** The most frequent values of a column among the reports that pass the other filters, and what is ticked already. */
export function choicesAmong(
  documents: readonly DocumentSummary[],
  parameters: DocumentsPageParameters,
  { name, labelOf }: { readonly name: Column; readonly labelOf: (value: string) => string },
): { readonly choices: readonly Choice[]; readonly chosen: readonly Choice[] } {
  const others = COLUMNS.filter((column) => column !== name);
  const counts = new Map<string, number>();
  for (const document of documents) {
    if (!holdsWords(document, parameters.q) || !passes(document, parameters, others)) continue;
    for (const value of valuesOf(document, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, OFFERED);
  const inOrder = name === "year" ? most.sort(([a], [b]) => Number(b) - Number(a)) : most;
  const choiceOf = (value: string, rows: number | null): Choice => ({ value, label: labelOf(value), rows });
  return {
    choices: inOrder.map(([value, rows]) => choiceOf(value, rows)),
    chosen: parameters[name].map((value) => choiceOf(String(value), counts.get(String(value)) ?? null)),
  };
}

function holdsWords({ title, region, issuer, sourceName }: DocumentSummary, written: string): boolean {
  const searched = [title, region ?? "", issuer ?? "", sourceName].join(" ").toLowerCase();
  return written
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => searched.includes(word));
}

function passes(
  document: DocumentSummary,
  parameters: DocumentsPageParameters,
  columns: readonly Column[],
): boolean {
  return columns.every((column) => {
    const wanted = parameters[column].map(String);
    return wanted.length === 0 || valuesOf(document, column).some((value) => wanted.includes(value));
  });
}

function valuesOf(document: DocumentSummary, column: Column): readonly string[] {
  switch (column) {
    case "region":
      return document.region === null ? [] : [document.region];
    case "year":
      return document.years.map(String);
    default:
      return [document[column]];
  }
}
