import { html } from "hono/html";
import type { DocumentSummary, IndicatorRecord, Library } from "#protocol/library.ts";
import { type DataPageParameters, MAX_ROWS } from "#protocol/query-string.ts";
import { indicatorFilters } from "./indicator-filters.ts";
import { sorted } from "./indicator-order.ts";
import { indicatorTable } from "./indicator-table.ts";
import { type Frame, type Html, layout } from "./layout.ts";
import { csvLink, dataPageLink } from "./page-link.ts";
import { seriesChart } from "./series-chart.ts";

const ROWS_A_PAGE = 50;

/** The data page: the indicator table filtered, sorted and paged by links and one form, all without JavaScript. */
export function indicatorsPage(frame: Frame, library: Library, parameters: DataPageParameters): Html {
  const all = library.indicators({ ...EVERYTHING });
  const rows = sorted(matching(library, parameters), parameters.sort, parameters.order);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(parameters.page, pages);
  const shown = rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  const body = html`<div class="panel">
<h1>指标数据</h1>
<p class="lead">报告中的每个数字及其出处。“目标”是预期或计划，“实际”是完成情况，两者分开列出。</p>
${indicatorFilters(parameters, all, library.documents())}
<div class="result-line">
<p role="status">共 ${rows.length} 条${pages > 1 ? `，第 ${page} / ${pages} 页` : ""}</p>
<a class="button quiet" href="${csvLink(parameters)}">下载 CSV</a>
</div>
${seriesChart(rows)}
${rows.length === 0 ? html`<p class="notice">没有符合条件的数据。可以减少筛选条件，或换一种指标名称。</p>` : indicatorTable(shown, parameters, titles(library.documents()))}
${pages > 1 ? pager(parameters, page, pages) : ""}
</div>`;
  return layout(frame, { title: "指标数据", current: "/indicators", styles: ["data.css"], body });
}

const EVERYTHING = {
  regions: [],
  years: [],
  indicators: [],
  kinds: [],
  documents: [],
  limit: MAX_ROWS,
  offset: 0,
};

function matching(library: Library, parameters: DataPageParameters): readonly IndicatorRecord[] {
  const {
    region: regions,
    year: years,
    indicator: indicators,
    kind: kinds,
    document: documents,
  } = parameters;
  return library.indicators({ regions, years, indicators, kinds, documents, limit: MAX_ROWS, offset: 0 });
}

function titles(documents: readonly DocumentSummary[]): ReadonlyMap<string, string> {
  return new Map(documents.map((document) => [document.id, document.title]));
}

function pager(parameters: DataPageParameters, page: number, pages: number): Html {
  const link = (to: number, name: string, rel: string) =>
    html`<a class="button quiet" rel="${rel}" href="${dataPageLink(parameters, { page: to })}">${name}</a>`;
  return html`<nav class="pager" aria-label="翻页">
${page > 1 ? link(page - 1, "上一页", "prev") : ""}
<span>第 ${page} / ${pages} 页</span>
${page < pages ? link(page + 1, "下一页", "next") : ""}
</nav>`;
}
