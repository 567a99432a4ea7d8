import { drawing } from "#widget/dom.ts";
import { type ChartPoint, pointName, scale } from "./chart-points.ts";

const WIDTH = 360;
const NAME = 24;
const ROW = 24;
const BAR = 16;
const GAP = 8;
/** The widest that a digit of a value is drawn. */
const DIGIT = 11;

/** Lying bars under the name they belong to: long Chinese names stay legible on a phone. */
export function barChart(points: readonly ChartPoint[], label: string): SVGElement {
  const values = points.map((point) => point.value);
  const room = Math.max(...values.map((value) => String(value).length)) * DIGIT + 16;
  const x = scale(values, values.some((value) => value < 0) ? room : 2, WIDTH - room);
  let top = 0;
  let named = "";
  const rows = points.flatMap((point) => {
    const name = pointName(point, points);
    const title = name === named ? [] : [drawing("text", { class: "name", x: 2, y: top + 16 }, name)];
    if (name !== named) top += NAME;
    named = name;
    top += ROW;
    return [...title, bar(point, top - ROW, x)];
  });
  const viewBox = `0 0 ${WIDTH} ${top + GAP}`;
  return drawing("svg", { viewBox, role: "img", "aria-label": label }, ...rows);
}

function bar(point: ChartPoint, top: number, x: (value: number) => number): SVGElement {
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  const isBelow = point.value < 0;
  const place = { x: isBelow ? from - 6 : to + 6, y: top + 13, "text-anchor": isBelow ? "end" : "start" };
  const width = Math.max(1, to - from);
  return drawing(
    "g",
    {},
    drawing("rect", { class: `bar ${point.kind}`, x: from, y: top, width, height: BAR }),
    drawing("line", { class: "axis", x1: x(0), x2: x(0), y1: top - 4, y2: top + ROW - 4 }),
    drawing("text", { class: "value", ...place }, String(point.value)),
  );
}
