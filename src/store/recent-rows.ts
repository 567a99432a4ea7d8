import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";

/** So many rows are kept in all, some 20 MB. */
const MOST_ROWS = 20_000;

/**
 * The rows of the latest lookups: one answer asks for those of its report many times over, the next one again. Those not
 * asked for longest go first. What is kept never grows old, as a published index does not change.
 */
export class RecentRows {
  readonly #look: (filter: IndicatorFilter) => readonly IndicatorRow[];
  /** By filter; the one asked for last stands last. */
  readonly #kept = new Map<string, readonly IndicatorRow[]>();
  #rows = 0;

  constructor(look: (filter: IndicatorFilter) => readonly IndicatorRow[]) {
    this.#look = look;
  }

  rows(filter: IndicatorFilter): readonly IndicatorRow[] {
    const key = JSON.stringify(filter);
    const known = this.#kept.get(key);
    const found = known ?? this.#look(filter);
    if (known === undefined) this.#rows += weightOf(found);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    for (const [oldest, rows] of this.#kept) {
      if (this.#rows <= MOST_ROWS) break;
      this.#kept.delete(oldest);
      this.#rows -= weightOf(rows);
    }
    return found;
  }
}

/** A lookup that found nothing takes room as well. */
const weightOf = (rows: readonly IndicatorRow[]): number => rows.length + 1;
