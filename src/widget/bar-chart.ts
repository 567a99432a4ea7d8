import { type ChartPoint, scale } from "./chart-points.ts";
import { drawing } from "./dom.ts";
import { plainText } from "./plain-text.ts";

const WIDTH = 360;
const ROW = 44;
const BAR = 16;

/** Lying bars, one a row with its name above: long Chinese names stay legible on a phone. */
export function barChart(points: readonly ChartPoint[], label: string): SVGElement {
  const values = points.map((point) => point.value);
  const x = scale(values, values.some((value) => value < 0) ? 56 : 2, WIDTH - 64);
  const rows = points.map((point, at) => bar(point, at * ROW, x));
  const height = points.length * ROW;
  const axis = drawing("line", { class: "axis", x1: x(0), x2: x(0), y1: 0, y2: height });
  return drawing(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label },
    ...rows,
    axis,
  );
}

function bar(point: ChartPoint, top: number, x: (value: number) => number): SVGElement {
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  const name = [...new Set([point.series, point.label])].filter((part) => part !== "").map(plainText);
  const isBelow = point.value < 0;
  return drawing(
    "g",
    {},
    drawing("text", { class: "name", x: 2, y: top + 16 }, name.join(" ")),
    drawing("rect", { class: point.kind, x: from, y: top + 22, width: Math.max(1, to - from), height: BAR }),
    drawing(
      "text",
      {
        class: "value",
        x: isBelow ? from - 6 : to + 6,
        y: top + 35,
        "text-anchor": isBelow ? "end" : "start",
      },
      String(point.value),
    ),
  );
}
