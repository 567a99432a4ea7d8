import { dataTable } from "#widget/answer/data-table.ts";
import { plainText } from "#widget/answer/plain-text.ts";
import { element } from "#widget/dom.ts";
import type { Words } from "#widget/words.ts";
import { barChart } from "./bar-chart.ts";
import { type ChartBlock, type ChartPoint, pointName, seriesNames } from "./chart-points.ts";
import { lineChart } from "./line-chart.ts";

/** More points than this are a table's business. */
const DRAWN = 40;

/** A chart with the same figures as a table below it; target and actual differ in shape and stroke, not in colour alone. */
export function chartFigure(block: ChartBlock, words: Words): HTMLElement {
  const title = plainText(block.title);
  const unit = block.unit === null ? "" : `（${plainText(block.unit)}）`;
  const points = block.points.slice(0, DRAWN);
  const label = `${title}${unit}：${points.map((point) => spoken(point, points, words)).join("；")}`;
  const chart = block.shape === "line" ? lineChart(points, label) : barChart(points, label);
  const kinds = [...new Set(points.map((point) => point.kind))];
  const legend = [
    ...(block.shape === "line" ? seriesNames(points) : []).map((name, at) =>
      element("span", { class: `series s${(at % 4) + 1}` }, plainText(name)),
    ),
    ...kinds.map((kind) => element("span", { class: `kind ${kind}` }, words[kind])),
  ];
  return element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, `${title}${unit}`, element("span", { class: "legend" }, ...legend)),
    chart,
    element("details", {}, element("summary", {}, words.asTable), figuresTable(block, words)),
  );
}

function spoken(point: ChartPoint, points: readonly ChartPoint[], words: Words): string {
  return [pointName(point, points), words[point.kind], String(point.value)].join(" ");
}

function figuresTable(block: ChartBlock, words: Words): HTMLElement {
  const value = block.unit === null ? words.chartValue : `${words.chartValue}（${plainText(block.unit)}）`;
  return dataTable({
    caption: plainText(block.title),
    columns: [words.chartItem, words.chartKind, value],
    rows: block.points.map((point) => [
      pointName(point, block.points),
      words[point.kind],
      String(point.value),
    ]),
  });
}
