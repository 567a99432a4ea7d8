import { html } from "hono/html";
import { DOCUMENT_KIND_LABELS } from "#domain/document-kind.ts";
import type { DocumentSummary } from "#protocol/library.ts";
import type { DocumentsPageParameters } from "#protocol/query-string.ts";
import { choiceField } from "./choice-field.ts";
import { choicesAmong, matchingDocuments } from "./document-search.ts";
import { type Frame, type Html, layout } from "./layout.ts";
import { documentsPageLink } from "./page-link.ts";
import { pager } from "./pager.ts";

const REPORTS_A_PAGE = 50;

const KINDS = new Map<string, string>(
  Object.entries(DOCUMENT_KIND_LABELS).map(([kind, { zh }]) => [kind, zh]),
);
const kindName = (kind: string): string => KINDS.get(kind) ?? kind;

/** Every report that answers can come from: searched by words, narrowed by region, year, kind and format, page by page. */
export function documentsPage(
  frame: Frame,
  documents: readonly DocumentSummary[],
  parameters: DocumentsPageParameters,
): Html {
  const found = matchingDocuments(documents, parameters);
  const pages = Math.max(1, Math.ceil(found.length / REPORTS_A_PAGE));
  const page = Math.min(parameters.page, pages);
  const shown = found.slice((page - 1) * REPORTS_A_PAGE, page * REPORTS_A_PAGE);
  const count = found.length === documents.length ? "" : `，符合条件的 ${found.length} 份`;
  const body = html`<div class="panel">
<h1>报告原文</h1>
<p class="lead">回答只引用以下 ${documents.length} 份报告${count}${pages > 1 ? `，第 ${page} / ${pages} 页` : ""}。</p>
${filters(documents, parameters)}
${found.length === 0 ? html`<div class="notice"><p>没有符合条件的报告。可以减少筛选条件，或换一个词。</p><p><a href="/documents">查看全部报告</a></p></div>` : html`<ul class="report-list">${shown.map(entry)}</ul>`}
${pager(page, pages, (to) => documentsPageLink(parameters, { page: to }))}
</div>`;
  const styles = ["report.css", "data.css"];
  return layout(frame, { title: "报告原文", current: "/documents", styles, body });
}

function filters(documents: readonly DocumentSummary[], parameters: DocumentsPageParameters): Html {
  const { q, region, year, kind, format } = parameters;
  const chosen = [q, ...region, ...year, ...kind.map(kindName), ...format]
    .filter((each) => each !== "")
    .join("、");
  const field = (
    name: "region" | "year" | "kind" | "format",
    label: string,
    labelOf = (value: string) => value,
  ) => choiceField(name, label, choicesAmong(documents, parameters, { name, labelOf }));
  return html`<details class="fold"><summary>查找${chosen === "" ? "" : html`<b>${chosen}</b>`}</summary>
<form class="filters" action="/documents" method="get">
<label class="field"><span>标题、地区或机构</span><input name="q" type="search" value="${q}" placeholder="如 江北区 计划报告"></label>
${field("region", "地区")}
${field("year", "年份")}
${field("kind", "类型", kindName)}
${field("format", "格式")}
<div class="filter-actions"><button class="button" type="submit">查找</button><a class="button quiet" href="/documents">清除</a></div>
</form></details>`;
}

function entry(document: DocumentSummary): Html {
  const facts = [document.region, document.years.join("、"), kindName(document.kind), document.issuer];
  return html`<li>
<a href="/documents/${encodeURIComponent(document.id)}">${document.title}</a>
<p>${facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</p>
<p>${document.chars.toLocaleString("zh-CN")} 字，<a href="/indicators?document=${encodeURIComponent(document.id)}">${document.indicators} 条指标<span class="unseen">：${document.title}</span></a></p>
</li>`;
}
