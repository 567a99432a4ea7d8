import { html } from "hono/html";
import { KIND_WORDS } from "#domain/indicator.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import { scale } from "./chart-scale.ts";
import type { Html } from "./layout.ts";

const HEIGHT = 240;
const EDGE = { top: 30, bottom: 40 };
/** The first and the last year stand so far from the edge, in hundredths of the width. */
const SIDE = 12;
/** More years than these stand too close, also on a desk: of more each second, third … is named. */
const NAMED = 14;
/** Of more named years than these a narrow chart names each second. */
const NARROW = 5;

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
<svg height="${HEIGHT}" role="img" aria-label="${title}：${points.map(spoken).join("；")}。图中数字均列在下表。">${drawing(points)}</svg>
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

/** Places across are shares of the width and letters have their own size: as legible on a phone as on a desk. */
function drawing(points: readonly Point[]): Html {
  const years = [...new Set(points.map((point) => point.year))].sort((a, b) => b - a);
  const x = scale(years, [SIDE, 100 - SIDE]);
  const y = scale([0, ...points.map((point) => point.value)], [HEIGHT - EDGE.bottom, EDGE.top]);
  const step = Math.ceil(years.length / NAMED);
  const isNamed = (year: number) => years.indexOf(year) % step === 0;
  const between = (year: number) =>
    years.length / step > NARROW && (years.indexOf(year) / step) % 2 === 1 ? " between" : "";
  return html`<line class="axis" x1="0%" x2="100%" y1="${y(0)}" y2="${y(0)}"></line>
${years.filter(isNamed).map((year) => html`<text class="tick${between(year)}" x="${x(year)}%" y="${HEIGHT - 8}" text-anchor="middle">${year}</text>`)}
${KINDS.map((kind) =>
  path(
    points.filter((point) => point.kind === kind),
    kind,
    { x, y },
  ),
)}
${points.map((point) => dot(point, { x: x(point.year), y: y(point.value) }))}
${points.filter(({ year }) => isNamed(year)).map((point) => label(point, { x: x(point.year), y: y(point.value) + (isHighest(point, points) ? -11 : 22) }, between(point.year)))}`;
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
    return next !== undefined && next.year === point.year + 1 ? [[point, next] as const] : [];
  });
  return html`${pairs.map(([from, to]) => html`<line class="course ${kind}" x1="${x(from.year)}%" y1="${y(from.value)}" x2="${x(to.year)}%" y2="${y(to.value)}"></line>`)}`;
}

/** True unless a higher point stands over the same year: the label goes to the free side. */
function isHighest(point: Point, points: readonly Point[]): boolean {
  return points.every((each) => each.year !== point.year || each.value <= point.value);
}

function dot({ kind }: Point, { x, y }: { readonly x: number; readonly y: number }): Html {
  if (kind !== "target") return html`<circle class="${kind}" cx="${x}%" cy="${y}" r="5"></circle>`;
  // Turned about its own middle: a share of the width cannot stand in a turn.
  return html`<svg class="point" x="${x}%" y="${y}"><rect class="target" x="-5" y="-5" width="10" height="10" transform="rotate(45)"></rect></svg>`;
}

function label({ raw }: Point, { x, y }: { readonly x: number; readonly y: number }, between: string): Html {
  return html`<text class="value${between}" x="${x}%" y="${y}" text-anchor="middle">${raw}</text>`;
}
