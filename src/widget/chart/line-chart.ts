import { plainText } from "#widget/answer/plain-text.ts";
import { drawing } from "#widget/dom.ts";
import { type ChartPoint, labelsBetween, scale, seriesNames } from "./chart-points.ts";

const HEIGHT = 220;
const TOP = 30;
const BOTTOM = HEIGHT - 40;
/** The first and the last label stand so far from the edge, in hundredths of the width. */
const EDGE = 13;
const COLOURS = 4;
/** More labels than these stand too close, also on a desk: of more each second, third … is named. */
const NAMED = 12;
/** Of more named labels than these a narrow chart names each second. */
const NARROW = 5;

interface Frame {
  /** Hundredths of the width. */
  readonly x: (label: string) => number;
  /** Pixels. */
  readonly y: (value: number) => number;
}

/**
 * Series over their labels: solid line and dots for actual, dashed line and diamonds for target. Places across are
 * shares of the width and letters have their own size, so that a phone shows them as legible as a desk.
 */
export function lineChart(points: readonly ChartPoint[], label: string): SVGElement {
  const labels = labelsBetween(points);
  const across = scale([labels.length - 1], EDGE, 100 - EDGE);
  const up = scale(
    points.map((point) => point.value),
    BOTTOM,
    TOP,
  );
  const x = (name: string) => (labels.length === 1 ? 50 : across(labels.indexOf(name)));
  const frame: Frame = { x, y: up };
  const series = seriesNames(points);
  const colour = ({ series: name }: ChartPoint) =>
    series.includes(name) ? `s${(series.indexOf(name) % COLOURS) + 1}` : "";
  const step = Math.ceil(labels.length / NAMED);
  const fromLast = (name: string) => (labels.length - 1 - labels.indexOf(name)) / step;
  const isNamed = (name: string) => Number.isInteger(fromLast(name));
  const between = (name: string) =>
    labels.length / step > NARROW && fromLast(name) % 2 === 1 ? "between" : "";
  return drawing(
    "svg",
    { height: HEIGHT, role: "img", "aria-label": label },
    drawing("line", { class: "axis", x1: "0%", x2: "100%", y1: up(0), y2: up(0) }),
    ...labels.filter(isNamed).map((name) => tick(name, x(name), between(name))),
    ...points.flatMap((point) => {
      const next = followerOf(point, points, labels);
      return next === undefined ? [] : [line(point, next, { frame, colour: colour(point) })];
    }),
    ...points.map((point) => {
      const place = { y: frame.y(point.value) + (isHighest(point, points) ? -11 : 21), x: x(point.label) };
      const value = isNamed(point.label) ? figure(point, place, between(point.label)) : null;
      return drawing("g", { class: colour(point) }, dot(point, frame), value);
    }),
  );
}

/** The point that a line may be drawn to: of the same series and kind, at the next label. A gap stays a gap. */
function followerOf(point: ChartPoint, points: readonly ChartPoint[], labels: readonly string[]) {
  const next = labels[labels.indexOf(point.label) + 1];
  return points.find(
    ({ label, series, kind }) => label === next && series === point.series && kind === point.kind,
  );
}

/** A year is told by its number alone. */
function tick(name: string, x: number, between: string): SVGElement {
  const place = { x: `${x}%`, y: HEIGHT - 10, "text-anchor": "middle" };
  return drawing(
    "text",
    { class: `name ${between}`, ...place },
    plainText(name).replace(/^(\d{4})年$/, "$1"),
  );
}

function line(
  from: ChartPoint,
  to: ChartPoint,
  { frame: { x, y }, colour }: { readonly frame: Frame; readonly colour: string },
): SVGElement {
  const ends = { x1: `${x(from.label)}%`, y1: y(from.value), x2: `${x(to.label)}%`, y2: y(to.value) };
  return drawing("line", { class: `course ${from.kind} ${colour}`, ...ends });
}

/** True unless a higher point stands over the same label: the figure goes to the free side. */
function isHighest(point: ChartPoint, points: readonly ChartPoint[]): boolean {
  return points.every((each) => each.label !== point.label || each.value <= point.value);
}

function dot(point: ChartPoint, { x, y }: Frame): SVGElement {
  const [across, up] = [`${x(point.label)}%`, y(point.value)];
  if (point.kind !== "target") return drawing("circle", { class: point.kind, cx: across, cy: up, r: 4.5 });
  // Turned about its own middle: a share of the width cannot stand in a turn.
  const diamond = { class: "target", x: -4.5, y: -4.5, width: 9, height: 9, transform: "rotate(45)" };
  return drawing("svg", { class: "point", x: across, y: up }, drawing("rect", diamond));
}

function figure(point: ChartPoint, { x, y }: { x: number; y: number }, between: string): SVGElement {
  const place = { x: `${x}%`, y, "text-anchor": "middle" };
  return drawing("text", { class: `value ${between}`, ...place }, String(point.value));
}
