import { html } from "hono/html";
import { KIND_WORDS } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import type { Html } from "./layout.ts";

const WIDTH = 640;
const HEIGHT = 240;
const EDGE = { top: 28, right: 24, bottom: 32, left: 24 };

interface Point {
  readonly year: number;
  readonly kind: IndicatorRecord["kind"];
  readonly value: number;
  readonly raw: string;
}

/** A chart of one indicator of one region over the years, drawn on the server; nothing when the rows are no such series. */
export function seriesChart(rows: readonly IndicatorRecord[]): Html {
  const [first] = rows;
  if (first === undefined) return html``;
  const same = rows.every((row) => row.region === first.region && row.indicator === first.indicator);
  const points = merged(
    rows.flatMap((row) =>
      row.unit === first.unit && row.value !== null && isOfTheYear(row) ? [pointOf(row, row.value)] : [],
    ),
  );
  const kinds = KINDS.filter((kind) => points.some((point) => point.kind === kind));
  if (!same || new Set(points.map((point) => point.year)).size < 2) return html``;
  const title = `${first.region ?? ""}${first.indicator}${first.unit === null ? "" : `（${first.unit}）`}`;
  return html`<figure class="chart">
<figcaption>${title}<span class="legend">${kinds.map((kind) => html`<span class="tag ${kind}">${KIND_WORDS[kind]}</span>`)}</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}：${points.map(spoken).join("；")}。图中数字均列在下表。">${drawing(points)}</svg>
</figure>`;
}

const KINDS = ["target", "actual", "estimate"] as const;

/** Only what is known to be of whole years may stand in one line. */
const isOfTheYear = ({ period, kind }: IndicatorRecord): boolean => period === "year" && kind !== "unknown";

function pointOf(row: IndicatorRecord, value: number): Point {
  return { year: row.year, kind: row.kind, value, raw: row.raw };
}

/** A figure that is printed twice, in a table and in a sentence, is one point. */
function merged(points: readonly Point[]): Point[] {
  const same = (a: Point, b: Point) => a.year === b.year && a.kind === b.kind && a.value === b.value;
  return points.filter((point, at) => points.findIndex((each) => same(each, point)) === at);
}

function spoken(point: Point): string {
  return `${point.year}年${KIND_WORDS[point.kind]}${point.raw}`;
}

function drawing(points: readonly Point[]): Html {
  const x = scale(
    points.map((point) => point.year),
    [EDGE.left + 24, WIDTH - EDGE.right - 24],
  );
  const y = scale([0, ...points.map((point) => point.value)], [HEIGHT - EDGE.bottom, EDGE.top]);
  const years = [...new Set(points.map((point) => point.year))];
  return html`<line class="axis" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(0)}" y2="${y(0)}"></line>
${years.map((year) => html`<text class="tick" x="${x(year)}" y="${HEIGHT - 8}" text-anchor="middle">${year}</text>`)}
${KINDS.map((kind) =>
  path(
    points.filter((point) => point.kind === kind),
    kind,
    { x, y },
  ),
)}
${points.map((point) => dot(point, { x: x(point.year), y: y(point.value), isHighest: isHighest(point, points) }))}`;
}

interface Scales {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
}

/** Lines where each year has one point and the next year follows: of two that differ none is chosen, and a gap stays a gap. */
function path(points: readonly Point[], kind: Point["kind"], { x, y }: Scales): Html {
  if (new Set(points.map((point) => point.year)).size < points.length) return html``;
  const inTime = [...points].sort((a, b) => a.year - b.year);
  const pairs = inTime.flatMap((point, at) => {
    const next = inTime[at + 1];
    return next !== undefined && next.year === point.year + 1 ? [[point, next]] : [];
  });
  const corners = (pair: readonly Point[]) =>
    pair.map((point) => `${x(point.year)},${y(point.value)}`).join(" ");
  return html`${pairs.map((pair) => html`<polyline class="${kind}" points="${corners(pair)}"></polyline>`)}`;
}

/** True unless a higher point stands over the same year: the label goes to the free side. */
function isHighest(point: Point, points: readonly Point[]): boolean {
  return points.every((each) => each.year !== point.year || each.value <= point.value);
}

function dot(point: Point, { x, y, isHighest }: { x: number; y: number; isHighest: boolean }): Html {
  const label = html`<text class="value" x="${x}" y="${isHighest ? y - 11 : y + 22}" text-anchor="middle">${point.raw}</text>`;
  if (point.kind !== "target")
    return html`<circle class="${point.kind}" cx="${x}" cy="${y}" r="5"></circle>${label}`;
  return html`<rect class="target" x="${x - 5}" y="${y - 5}" width="10" height="10" transform="rotate(45 ${x} ${y})"></rect>${label}`;
}

function scale(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  return (value) => Math.round((from + ((value - low) / range) * (to - from)) * 10) / 10;
}
