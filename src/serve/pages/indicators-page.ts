import { html } from "hono/html";
import type { IndicatorPageQuery, Library } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";
import { indicatorFilters } from "./indicator-filters.ts";
import { indicatorTable } from "./indicator-table.ts";
import { type Frame, type Html, layout } from "./layout.ts";
import { dataPageLink, downloadLink } from "./page-link.ts";
import { pager } from "./pager.ts";
import { regionChart } from "./region-chart.ts";
import { seriesChart } from "./series-chart.ts";

const ROWS_A_PAGE = 50;
/** More rows than this are no series that one chart could show. */
const CHARTED = 200;

/** The data page: the indicator table filtered, sorted and paged by links and one form, all without JavaScript. */
export function indicatorsPage(frame: Frame, library: Library, parameters: DataPageParameters): Html {
  const query = pageQueryOf(parameters);
  const { rows, total, facets } = library.indicatorPage(query);
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
  const page = Math.min(parameters.page, pages);
  const isBeyond = page !== parameters.page;
  const shown = isBeyond ? library.indicatorPage(pageQueryOf({ ...parameters, page })).rows : rows;
  const titles = new Map(library.documents().map(({ id, title }) => [id, title]));
  const body = html`<div class="panel">
<h1>指标数据</h1>
<p class="lead">报告中的数字及其出处。“目标”是预期或计划，“实际”是完成情况。</p>
${indicatorFilters(parameters, facets, titles)}
<div class="result-line">
<p role="status">共 ${total.toLocaleString("zh-CN")} 条${pages > 1 ? `，第 ${page} / ${pages} 页` : ""}</p>
${total === 0 ? "" : html`<p><a class="button quiet" href="${downloadLink(parameters, "csv")}">下载 CSV</a> <a class="button quiet" href="${downloadLink(parameters, "xlsx")}">下载 Excel</a></p>`}
</div>
${total > CHARTED ? "" : charts(library, query)}
${total === 0 ? html`<div class="notice"><p>没有符合条件的数据。可以减少筛选条件，或换一种指标名称。</p><p><a href="/indicators">查看全部数据</a></p></div>` : indicatorTable(shown, parameters, titles)}
${pager(page, pages, (to) => dataPageLink(parameters, { page: to }))}
</div>`;
  const page_ = {
    title: "指标数据",
    current: "/indicators",
    styles: ["data.css"],
    modules: ["/assets/data.js"],
    body,
  } as const;
  return layout(frame, page_);
}

/** The rows that a data page's parameters ask for; `page` counts from 1. */
export function pageQueryOf(parameters: DataPageParameters): IndicatorPageQuery {
  const { region, year, indicator, kind, document, sort, order, page } = parameters;
  return {
    ...{ regions: region, years: year, indicators: indicator, kinds: kind, documents: document },
    ...{ sort, order, limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE },
  };
}

function charts(library: Library, query: IndicatorPageQuery): Html {
  const { rows } = library.indicatorPage({ ...query, limit: CHARTED, offset: 0 });
  return html`${seriesChart(rows)}${regionChart(rows)}`;
}
