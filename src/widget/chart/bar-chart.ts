import { drawing, element } from "#widget/dom.ts";
import { type ChartPoint, pointName, roomFor, scale } from "./chart-points.ts";

const ROW = 24;
const BAR = 16;

/**
 * Lying bars under the name they belong to. Places are shares of the width and letters have their own size, so that names
 * and figures are as legible on a phone as on a desk.
 */
export function barChart(points: readonly ChartPoint[], label: string): HTMLElement {
  const values = points.map((point) => point.value);
  const room = roomFor(values);
  const x = scale(values, values.some((value) => value < 0) ? room : 0, 100 - room);
  let named = "";
  const rows = points.flatMap((point) => {
    const name = pointName(point, points);
    const title = name === named ? [] : [element("span", { class: "name" }, name)];
    named = name;
    return [...title, bar(point, x)];
  });
  return element("div", { class: "bars", role: "img", "aria-label": label }, ...rows);
}

function bar(point: ChartPoint, x: (value: number) => number): SVGElement {
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  const isBelow = point.value < 0;
  const place = isBelow
    ? { x: `${from}%`, dx: -6, "text-anchor": "end" }
    : { x: `${to}%`, dx: 6, "text-anchor": "start" };
  const width = `${Math.max(0.5, to - from)}%`;
  return drawing(
    "svg",
    { height: ROW },
    drawing("rect", { class: `bar ${point.kind}`, x: `${from}%`, y: (ROW - BAR) / 2, width, height: BAR }),
    drawing("line", { class: "axis", x1: `${x(0)}%`, x2: `${x(0)}%`, y1: 0, y2: ROW }),
    drawing("text", { class: "value", y: ROW / 2, dy: "0.36em", ...place }, String(point.value)),
  );
}
