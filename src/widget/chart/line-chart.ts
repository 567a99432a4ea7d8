import { plainText } from "#widget/answer/plain-text.ts";
import { drawing } from "#widget/dom.ts";
import { type ChartPoint, scale } from "./chart-points.ts";

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
    ...seriesOf(points, labels).map((series) => line(series, frame)),
    ...points.map((point) => dot(point, frame, isHighest(point, points))),
  );
}

/** Points a line may join: of one series and kind, at labels side by side. A gap stays a gap. */
function seriesOf(points: readonly ChartPoint[], labels: readonly string[]): ChartPoint[][] {
  const runs: ChartPoint[][] = [];
  const inOrder = [...points].sort((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
  for (const point of inOrder) {
    const follows = (run: readonly ChartPoint[]) => {
      const last = run.at(-1);
      if (last === undefined || last.series !== point.series || last.kind !== point.kind) return false;
      return labels.indexOf(last.label) === labels.indexOf(point.label) - 1;
    };
    const run = runs.find(follows);
    if (run === undefined) runs.push([point]);
    else run.push(point);
  }
  return runs;
}

function tick(name: string, x: number): SVGElement {
  return drawing("text", { class: "name", x, y: HEIGHT - 10, "text-anchor": "middle" }, plainText(name));
}

function line(points: readonly ChartPoint[], { x, y }: Frame): SVGElement {
  const kind = points[0]?.kind ?? "actual";
  const corners = points.map((point) => `${x(point)},${y(point)}`).join(" ");
  return drawing("polyline", { class: kind, points: corners });
}

/** True unless a higher point stands over the same label: the figure goes to the free side. */
function isHighest(point: ChartPoint, points: readonly ChartPoint[]): boolean {
  return points.every((each) => each.label !== point.label || each.value <= point.value);
}

function dot(point: ChartPoint, frame: Frame, isHighest: boolean): SVGElement {
  const [x, y] = [frame.x(point), frame.y(point)];
  const turned = `rotate(45 ${x} ${y})`;
  const shape =
    point.kind === "target"
      ? drawing("rect", { class: "target", x: x - 4.5, y: y - 4.5, width: 9, height: 9, transform: turned })
      : drawing("circle", { class: point.kind, cx: x, cy: y, r: 4.5 });
  const value = { class: "value", x, y: isHighest ? y - 10 : y + 20, "text-anchor": "middle" };
  return drawing("g", {}, shape, drawing("text", value, String(point.value)));
}
