import type { DataPageParameters } from "#protocol/query-string.ts";

/** The data page's own address with other parameters; a default is left out. */
export function dataPageLink(parameters: DataPageParameters, changes: Partial<DataPageParameters>): string {
  const { sort, order, page, ...filters } = { ...parameters, ...changes };
  const search = filterSearch(filters);
  if (sort !== "region") search.set("sort", sort);
  if (order !== "asc") search.set("order", order);
  if (page !== 1) search.set("page", String(page));
  return search.size === 0 ? "/indicators" : `/indicators?${search}`;
}

/** The same rows as CSV. */
export function csvLink(parameters: DataPageParameters): string {
  const search = filterSearch(parameters);
  search.set("limit", "100000");
  search.set("format", "csv");
  return `/api/indicators?${search}`;
}

const FILTERS = ["region", "year", "indicator", "kind", "document"] as const;

function filterSearch(filters: Pick<DataPageParameters, (typeof FILTERS)[number]>): URLSearchParams {
  const pairs = FILTERS.flatMap((name) =>
    filters[name].map((value): [string, string] => [name, String(value)]),
  );
  return new URLSearchParams(pairs);
}
