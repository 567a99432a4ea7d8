import type { DataPageParameters, DocumentsPageParameters } from "#protocol/query-string.ts";

/** The data page's own address with other parameters; a default is left out. */
export function dataPageLink(parameters: DataPageParameters, changes: Partial<DataPageParameters>): string {
  const { sort, order, page, ...filters } = { ...parameters, ...changes };
  const search = filterSearch(filters);
  if (sort !== "region") search.set("sort", sort);
  if (order !== "asc") search.set("order", order);
  if (page !== 1) search.set("page", String(page));
  return search.size === 0 ? "/indicators" : `/indicators?${search}`;
}

/** The address of the list of reports with other parameters; a default is left out. */
export function documentsPageLink(
  parameters: DocumentsPageParameters,
  changes: Partial<DocumentsPageParameters>,
): string {
  const { q, region, year, kind, format, page } = { ...parameters, ...changes };
  const lists = { region, year: year.map(String), kind, format };
  const search = new URLSearchParams(q === "" ? [] : [["q", q]]);
  for (const [name, values] of Object.entries(lists)) for (const value of values) search.append(name, value);
  if (page !== 1) search.set("page", String(page));
  return search.size === 0 ? "/documents" : `/documents?${search}`;
}

/** All the rows that are filtered, in the same order, as a file. */
export function downloadLink(parameters: DataPageParameters, format: "csv" | "xlsx"): string {
  const link = dataPageLink(parameters, { page: 1 });
  return link.replace("/indicators", `/indicators.${format}`);
}

const FILTERS = ["region", "year", "indicator", "kind", "document"] as const;

function filterSearch(filters: Pick<DataPageParameters, (typeof FILTERS)[number]>): URLSearchParams {
  const pairs = FILTERS.flatMap((name) =>
    filters[name].map((value): [string, string] => [name, String(value)]),
  );
  return new URLSearchParams(pairs);
}
