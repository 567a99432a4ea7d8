import type { IndicatorRecord, Library } from "#protocol/library.ts";

const REPORTS = 3;

/** Questions the reports can answer, one of each of the first reports and one about an aim: made from rows they print. */
export function exampleQuestions(library: Library, documents: readonly { readonly id: string }[]): string[] {
  const actual = documents.slice(0, REPORTS).flatMap(({ id }) => firstRow(library, id, "actual"));
  const target = documents.slice(0, 1).flatMap(({ id }) => firstRow(library, id, "target"));
  return [
    ...actual.map((row) => `${subject(row)}是多少？`),
    ...target.map((row) => `${subject(row)}的目标是多少？`),
  ];
}

function firstRow(
  library: Library,
  document: string,
  kind: IndicatorRecord["kind"],
): readonly IndicatorRecord[] {
  return library.indicators({
    regions: [],
    years: [],
    indicators: [],
    kinds: [kind],
    documents: [document],
    limit: 1,
    offset: 0,
  });
}

function subject({ region, year, indicator }: IndicatorRecord): string {
  return `${region ?? ""}${year}年${indicator}`;
}
