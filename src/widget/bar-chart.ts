import { type ChartPoint, pointName, scale } from "./chart-points.ts";
import { drawing } from "./dom.ts";

const WIDTH = 360;
const ROW = 44;
const BAR = 16;

/** Lying bars, one a row with its name above: long Chinese names stay legible on a phone. */
export function barChart(points: readonly ChartPoint[], label: string): SVGElement {
  const values = points.map((point) => point.value);
  const x = scale(values, values.some((value) => value < 0) ? 56 : 2, WIDTH - 64);
  const rows = points.map((point, at) => bar(point, { name: pointName(point, points), top: at * ROW, x }));
  const viewBox = `0 0 ${WIDTH} ${points.length * ROW + 4}`;
  return drawing("svg", { viewBox, role: "img", "aria-label": label }, ...rows);
}

interface Row {
  readonly name: string;
  readonly top: number;
  readonly x: (value: number) => number;
}

function bar(point: ChartPoint, { name, top, x }: Row): SVGElement {
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  const isBelow = point.value < 0;
  const place = { x: isBelow ? from - 6 : to + 6, y: top + 35, "text-anchor": isBelow ? "end" : "start" };
  return drawing(
    "g",
    {},
    drawing("text", { class: "name", x: 2, y: top + 16 }, name),
    drawing("rect", {
      class: `bar ${point.kind}`,
      x: from,
      y: top + 22,
      width: Math.max(1, to - from),
      height: BAR,
    }),
    drawing("line", { class: "axis", x1: x(0), x2: x(0), y1: top + 19, y2: top + 41 }),
    drawing("text", { class: "value", ...place }, String(point.value)),
  );
}
