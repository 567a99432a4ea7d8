import { html } from "hono/html";
import { KIND_WORDS } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import { roomFor, scale } from "./chart-scale.ts";
import type { Html } from "./layout.ts";

const ROW = 24;
const BAR = 16;
/** More regions than this are read better in the table. */
const MOST = 20;
const KINDS = ["actual", "target", "estimate"] as const;

type Bar = Pick<IndicatorRecord, "kind" | "raw" | "year"> & {
  readonly region: string;
  readonly value: number;
};

/**
 * Regions side by side: one indicator of the newest year that two regions tell, an actual above its target; nothing where
 * rows are no such comparison. Bars are shares of the width and letters have their own size, on a phone as on a desk.
 */
export function regionChart(rows: readonly IndicatorRecord[]): Html {
  const [first] = rows;
  if (first === undefined) return html``;
  const { indicator, unit } = first;
  if (rows.some((row) => row.indicator !== indicator || row.unit !== unit)) return html``;
  const bars = newestCompared(rows.flatMap(barsOf));
  const regions = [...new Set(bars.map(({ region }) => region))];
  const [{ year } = first] = bars;
  if (regions.length < 2 || regions.length > MOST) return html``;
  const title = `${year}年${indicator}${unit === null ? "" : `（${unit}）`}`;
  const kinds = KINDS.filter((kind) => bars.some((bar) => bar.kind === kind));
  const spoken = bars.map(({ region, kind, raw }) => `${region} ${KIND_WORDS[kind]} ${raw}`).join("；");
  return html`<figure class="chart">
<figcaption>${title}<span class="legend">${kinds.map((kind) => html`<span class="tag ${kind}">${KIND_WORDS[kind]}</span>`)}</span></figcaption>
<div class="bars" role="img" aria-label="${title}：${spoken}。图中数字均列在下表。">${drawing(regions, bars)}</div>
</figure>`;
}

/** Only what is known to be of a whole year may stand beside another. */
function barsOf({ region, value, kind, raw, period, year }: IndicatorRecord): Bar[] {
  return region === null || value === null || period !== "year" || kind === "unknown"
    ? []
    : [{ region, value, kind, raw, year }];
}

/** The bars of the newest year in which two regions print one kind; a figure that is printed twice is one bar. */
function newestCompared(bars: readonly Bar[]): Bar[] {
  const once = bars.filter((bar, at) => bars.findIndex((each) => isSame(each, bar)) === at);
  const years = [...new Set(once.map(({ year }) => year))].sort((a, b) => b - a);
  const regionsOf = (year: number, kind: Bar["kind"]) =>
    new Set(once.filter((bar) => bar.year === year && bar.kind === kind).map(({ region }) => region)).size;
  const newest =
    years.find((year) => regionsOf(year, "actual") > 1) ??
    years.find((year) => regionsOf(year, "target") > 1);
  return once.filter(({ year }) => year === newest);
}

function isSame(a: Bar, b: Bar): boolean {
  return a.region === b.region && a.year === b.year && a.kind === b.kind && a.value === b.value;
}

function drawing(regions: readonly string[], bars: readonly Bar[]): Html[] {
  const room = roomFor(bars.map(({ raw }) => raw));
  const isBelow = bars.some(({ value }) => value < 0);
  const x = scale([0, ...bars.map(({ value }) => value)], [isBelow ? room : 0, 100 - room]);
  return regions.map((region) => {
    const own = KINDS.flatMap((kind) => bars.filter((bar) => bar.region === region && bar.kind === kind));
    return html`<span class="name">${region}</span>${own.map((bar) => barOf(bar, x))}`;
  });
}

function barOf({ kind, value, raw }: Bar, x: (value: number) => number): Html {
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  const end = value < 0 ? html`x="${from}%" dx="-6" text-anchor="end"` : html`x="${to}%" dx="6"`;
  return html`<svg height="${ROW}"><rect class="${kind}" x="${from}%" y="${(ROW - BAR) / 2}" width="${Math.max(0.5, to - from)}%" height="${BAR}"></rect><line class="axis" x1="${x(0)}%" x2="${x(0)}%" y1="0" y2="${ROW}"></line><text class="value" y="${ROW / 2}" dy="0.36em" ${end}>${raw}</text></svg>`;
}
