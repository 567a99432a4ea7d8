import type { IndicatorRow } from "#domain/indicator.ts";
import type { IndicatorPage, IndicatorPageQuery, IndicatorQuery, Library } from "#protocol/library.ts";
import type { IndexReader } from "#store/index-reader.ts";
import type { ColumnFilter } from "#store/indicator-columns.ts";
import { foldPlain } from "#text/fold.ts";
import type { IndicatorsMeant } from "./held-indicators.ts";
import type { RegionsMeant } from "./held-regions.ts";
import { recordsOf } from "./indicator-record.ts";

/** Values of a column that are offered to choose from. */
const OFFERED = 24;
/** Rows read at once while a whole selection is written out. */
const BATCH = 500;

interface Meant {
  readonly regionsMeant: RegionsMeant;
  readonly indicatorsMeant: IndicatorsMeant;
}

/** The part of the library that goes over the indicator rows page by page, at any size. */
export function browseRows(
  index: IndexReader,
  meant: Meant,
): Pick<Library, "indicatorPage" | "indicatorBatches" | "suggestions"> {
  const recordOf = recordsOf(index.revisions());
  const read = (positions: Uint32Array): readonly IndicatorRow[] => index.indicatorsAt([...positions]);
  return {
    indicatorPage(query): IndicatorPage {
      const { positions, filter } = selected(index, meant, query);
      const { offset, limit } = query;
      return {
        rows: read(positions.subarray(offset, offset + limit)).map(recordOf),
        total: positions.length,
        facets: index.columns().facets(filter, OFFERED),
      };
    },
    *indicatorBatches(query) {
      const { positions } = selected(index, meant, query);
      for (let at = 0; at < positions.length; at += BATCH) {
        yield read(positions.subarray(at, at + BATCH)).map(recordOf);
      }
    },
    suggestions(column, written, limit) {
      const folded = foldPlain(written);
      const names = index.columns().names(column);
      const holding = names.filter((name) => name !== "" && foldPlain(name).includes(folded));
      const begun = holding.filter((name) => foldPlain(name).startsWith(folded));
      const meantBy = column === "region" ? meant.regionsMeant(written) : meant.indicatorsMeant(written);
      const held = new Set(names);
      const known = meantBy.filter((name) => held.has(name));
      return [...new Set([...begun, ...known, ...holding])].slice(0, limit);
    },
  };
}

function selected(index: IndexReader, meant: Meant, query: IndicatorPageQuery) {
  const filter = filterOf(query, meant);
  return { filter, positions: index.columns().positions(filter, query.sort, query.order) };
}

function filterOf(
  { regions, years, indicators, kinds, documents }: IndicatorQuery,
  { regionsMeant, indicatorsMeant }: Meant,
): ColumnFilter {
  return {
    ...(regions.length > 0 ? { regions: regions.flatMap(regionsMeant) } : {}),
    ...(years.length > 0 ? { years } : {}),
    ...(indicators.length > 0 ? { indicators: indicators.flatMap(indicatorsMeant) } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  };
}
