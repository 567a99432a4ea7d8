import { type ChartPoint, scale } from "./chart-points.ts";
import { drawing } from "./dom.ts";
import { plainText } from "./plain-text.ts";

const WIDTH = 360;
const HEIGHT = 210;
const TOP = 28;
const BOTTOM = HEIGHT - 34;

interface Frame {
  readonly x: (point: ChartPoint) => number;
  readonly y: (point: ChartPoint) => number;
}

/** Series over their labels: solid line and dots for actual, dashed line and diamonds for target. */
export function lineChart(points: readonly ChartPoint[], label: string): SVGElement {
  const labels = [...new Set(points.map((point) => point.label))];
  const across = scale([labels.length - 1], 34, WIDTH - 34);
  const up = scale(
    points.map((point) => point.value),
    BOTTOM,
    TOP,
  );
  const placeOf = (name: string) => (labels.length === 1 ? WIDTH / 2 : across(labels.indexOf(name)));
  const frame: Frame = { x: (point) => placeOf(point.label), y: (point) => up(point.value) };
  return drawing(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
    drawing("line", { class: "axis", x1: 8, x2: WIDTH - 8, y1: up(0), y2: up(0) }),
    ...labels.map((name) => tick(name, placeOf(name))),
    ...seriesOf(points).map((series) => line(series, frame)),
    ...points.map((point) => dot(point, frame)),
  );
}

function seriesOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const series = new Map<string, ChartPoint[]>();
  for (const point of points) {
    const key = JSON.stringify([point.series, point.kind]);
    series.set(key, [...(series.get(key) ?? []), point]);
  }
  return [...series.values()];
}

function tick(name: string, x: number): SVGElement {
  return drawing("text", { class: "name", x, y: HEIGHT - 10, "text-anchor": "middle" }, plainText(name));
}

function line(points: readonly ChartPoint[], { x, y }: Frame): SVGElement {
  const kind = points[0]?.kind ?? "actual";
  const corners = points.map((point) => `${x(point)},${y(point)}`).join(" ");
  return drawing("polyline", { class: kind, points: corners });
}

function dot(point: ChartPoint, frame: Frame): SVGElement {
  const [x, y] = [frame.x(point), frame.y(point)];
  const isTarget = point.kind === "target";
  const shape = isTarget
    ? drawing("rect", {
        class: "target",
        x: x - 4.5,
        y: y - 4.5,
        width: 9,
        height: 9,
        transform: `rotate(45 ${x} ${y})`,
      })
    : drawing("circle", { class: "actual", cx: x, cy: y, r: 4.5 });
  const value = { class: "value", x, y: isTarget ? y + 20 : y - 10, "text-anchor": "middle" };
  return drawing("g", {}, shape, drawing("text", value, String(point.value)));
}
