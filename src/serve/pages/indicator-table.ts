import { html } from "hono/html";
import { KIND_WORDS } from "#domain/indicator.ts";
import { periodWords } from "#domain/period.ts";
import type { IndicatorRecord } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import type { Html } from "./layout.ts";
import { dataPageLink } from "./page-link.ts";
import { revisionWords } from "./revision-words.ts";
import { sourceLink } from "./source-link.ts";

const SORTABLE = [
  ["region", "地区"],
  ["year", "年份"],
  ["indicator", "指标"],
  ["kind", "类型"],
  ["value", "数值"],
] as const;

/** Indicator rows with sort links in the head and the printed figure linked to where it stands. */
export function indicatorTable(
  rows: readonly IndicatorRecord[],
  parameters: DataPageParameters,
  titles: ReadonlyMap<string, string>,
): Html {
  return html`<div class="table-scroll" role="region" tabindex="0" aria-label="指标表">
<table class="indicators" role="table">
<caption class="unseen">指标及其出处</caption>
<thead role="rowgroup"><tr role="row">${SORTABLE.map(([key, name]) => sortHead(key, name, parameters))}<th scope="col" role="columnheader">属性与完成情况</th><th scope="col" role="columnheader">出处</th></tr></thead>
<tbody role="rowgroup">${rows.map((row) => bodyRow(row, titles.get(row.documentId) ?? row.documentId))}</tbody>
</table>
</div>`;
}

function sortHead(key: (typeof SORTABLE)[number][0], name: string, parameters: DataPageParameters): Html {
  const isSorted = parameters.sort === key;
  const order = isSorted && parameters.order === "asc" ? "desc" : "asc";
  const link = html`<a href="${dataPageLink(parameters, { sort: key, order, page: 1 })}">${name}<span class="unseen">${order === "asc" ? "，按升序排列" : "，按降序排列"}</span></a>`;
  const side = key === "value" ? "figure" : "words";
  if (!isSorted) return html`<th scope="col" role="columnheader" class="${side}">${link}</th>`;
  const direction = parameters.order === "asc" ? "ascending" : "descending";
  return html`<th scope="col" role="columnheader" class="${side}" aria-sort="${direction}">${link}</th>`;
}

function bodyRow(row: IndicatorRecord, title: string): Html {
  const remarks = [row.attribute, statusWords(row.status), row.note].filter(
    (each) => each !== null && each !== "",
  );
  return html`<tr role="row">
<td role="cell">${row.region ?? "—"}${beside(SCOPE_WORDS[row.scope] ?? "报告转述")}</td>
<td class="year" role="cell">${row.year}${beside(periodWords(row.period))}</td>
<th scope="row" role="rowheader">${row.indicator}${row.name === row.indicator ? "" : html`<small>${row.name}</small>`}</th>
<td role="cell">${kindTag(row.kind)}</td>
<td class="figure" role="cell"><span class="printed">${printedIn(row)}</span>${beside(revisionWords(row) ?? "")}</td>
<td role="cell">${remarks.join("；")}</td>
<td class="source" role="cell"><a href="${sourceLink(row)}" title="${title}">原文${row.source === "table" ? "表格" : "正文"}<span class="unseen">：${row.indicator} ${row.year} 年，${title}</span></a></td>
</tr>`;
}

/** 是 and 否 say nothing without the head of their column (是否完成, 是否达到预期). */
function statusWords(status: string | null): string | null {
  return status === "是" ? "已达成" : status === "否" ? "未达成" : status;
}

/** The figure with its unit, its bound (6%以上) and the fall that its words alone do not say (分别下降22.2%、11.1%). */
function printedIn({ value, unit, raw, qualifier }: IndicatorRecord): string {
  return printedValue({ value: value === null ? null : String(value), unit, raw, qualifier });
}

/** Small words under a cell; nothing for the usual case. */
function beside(words: string): Html {
  return words === "" ? html`` : html`<small>${words}</small>`;
}

/** Whose a figure is, where it is not the report's own region's. */
const SCOPE_WORDS: Readonly<Record<string, string>> = { own: "", unknown: "范围不明" };

/** Told apart by shape and word, not by colour alone. */
function kindTag(kind: IndicatorRecord["kind"]): Html {
  return html`<span class="tag ${kind}">${KIND_WORDS[kind]}</span>`;
}
