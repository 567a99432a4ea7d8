import type { IndicatorRow } from "#domain/indicator.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { Desk } from "./desk.ts";
import { settle } from "./facts.ts";
import { zoneAsked } from "./zone-asked.ts";

/**
 * The rows nearest to a figure that is not held: its other measure or a related indicator for the same place
 * and year, then the same indicator in the nearest year; where no region is named, then in the same year elsewhere. Of a
 * region that is named no other region's figure is near. At most two.
 */
export function nearestRows(desk: Desk): IndicatorRow[] {
  const { question, sources } = desk;
  // 江北嘴的GDP: what is near to the figure of a place inside some region is no region's.
  if (question.regions.length === 0 && zoneAsked(question, sources) !== null) return [];
  const concepts = question.indicators.flatMap(({ concepts: ids }) => ids);
  const names = new Set(question.indicators.flatMap((indicator) => indicator.names));
  const kin = concepts.flatMap((id) => {
    const concept = conceptById(id);
    const related = (concept?.related ?? []).map(conceptById);
    return [concept, ...related].flatMap((each) =>
      each === undefined ? [] : [each.name, each.growthName ?? each.name],
    );
  });
  const regions = question.regions.length > 0 ? { regions: question.regions } : {};
  const years = question.years.length > 0 ? { years: question.years } : {};
  const here = kin.length === 0 ? [] : sources.rows({ indicators: kin, ...regions, ...years });
  const otherYears = names.size === 0 ? [] : sources.rows({ indicators: [...names], ...regions });
  const open = names.size > 0 && question.regions.length === 0;
  const elsewhere = !open ? [] : sources.rows({ indicators: [...names], ...years });
  const found: IndicatorRow[] = [];
  for (const rows of [here, byDistance(otherYears, question.years), elsewhere]) {
    for (const row of rows) {
      const same = found.some(
        (known) => known.indicator === row.indicator && known.year === row.year && known.kind === row.kind,
      );
      if (!same && row.region !== null) found.push(settled(desk, row));
      if (found.length === 2) return found;
    }
    if (found.length > 0) return found;
  }
  return found;
}

function settled(desk: Desk, row: IndicatorRow): IndicatorRow {
  const { region, year, kind, indicator } = row;
  if (region === null) return row;
  const rows = desk.sources.rows({
    regions: [region],
    years: [year],
    kinds: [kind],
    indicators: [indicator],
  });
  return settle(rows, desk.sources)?.row ?? row;
}

function byDistance(rows: readonly IndicatorRow[], years: readonly number[]): IndicatorRow[] {
  const wanted = years[0];
  const distance = (row: IndicatorRow) => (wanted === undefined ? -row.year : Math.abs(row.year - wanted));
  return [...rows].sort(
    (a, b) => distance(a) - distance(b) || (a.kind === b.kind ? 0 : a.kind === "actual" ? -1 : 1),
  );
}
