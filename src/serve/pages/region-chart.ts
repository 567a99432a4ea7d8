import { html } from "hono/html";
import { KIND_WORDS } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import type { Html } from "./layout.ts";

const WIDTH = 640;
const NAME = 130;
const BAR = 18;
const GAP = 10;
/** More regions than this are read better in the table. */
const MOST = 20;

type Bar = Pick<IndicatorRecord, "kind" | "raw"> & { readonly region: string; readonly value: number };

/** Regions side by side: one indicator of one year, an actual above its target; nothing where rows are no such comparison. */
export function regionChart(rows: readonly IndicatorRecord[]): Html {
  const [first] = rows;
  if (first === undefined) return html``;
  const isOne = rows.every(
    (row) => row.indicator === first.indicator && row.year === first.year && row.unit === first.unit,
  );
  const bars = rows.flatMap(({ region, value, kind, raw, period }): Bar[] =>
    region === null || value === null || period !== "year" || kind === "unknown"
      ? []
      : [{ region, value, kind, raw }],
  );
  const regions = [...new Set(bars.map(({ region }) => region))];
  if (!isOne || regions.length < 2 || regions.length > MOST) return html``;
  const title = `${first.year}年${first.indicator}${first.unit === null ? "" : `（${first.unit}）`}`;
  const kinds = KINDS.filter((kind) => bars.some((bar) => bar.kind === kind));
  const spoken = bars.map(({ region, kind, raw }) => `${region} ${KIND_WORDS[kind]} ${raw}`).join("；");
  return html`<figure class="chart">
<figcaption>${title}<span class="legend">${kinds.map((kind) => html`<span class="tag ${kind}">${KIND_WORDS[kind]}</span>`)}</span></figcaption>
${drawing(regions, bars, `${title}：${spoken}。图中数字均列在下表。`)}
</figure>`;
}

const KINDS = ["actual", "target", "estimate"] as const;

function drawing(regions: readonly string[], bars: readonly Bar[], label: string): Html {
  const values = bars.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = WIDTH - NAME - 90;
  const x = (value: number) => Math.round(NAME + ((value - low) / (high - low || 1)) * room);
  let top = 0;
  const drawn = regions.map((region) => {
    const own = KINDS.flatMap((kind) => bars.filter((bar) => bar.region === region && bar.kind === kind));
    const at = top;
    top += own.length * BAR + GAP;
    return html`<text x="${NAME - 10}" y="${at + 14}" text-anchor="end">${region}</text>${own.map((bar, row) => barOf(bar, at + row * BAR, x))}`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="${label}">${drawn}<line class="axis" x1="${x(0)}" x2="${x(0)}" y1="0" y2="${top}"></line></svg>`;
}

function barOf({ kind, value, raw }: Bar, top: number, x: (value: number) => number): Html {
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  return html`<rect class="bar ${kind}" x="${from}" y="${top + 2}" width="${Math.max(1, to - from)}" height="${BAR - 4}"></rect><text class="value" x="${to + 6}" y="${top + 14}">${raw}</text>`;
}
