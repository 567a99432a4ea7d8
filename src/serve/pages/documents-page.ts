import { html } from "hono/html";
import { DOCUMENT_KIND_LABELS } from "#domain/document-kind.ts";
import type { DocumentSummary } from "#protocol/library.ts";
import { type Frame, type Html, layout } from "./layout.ts";

const KINDS = new Map<string, string>(
  Object.entries(DOCUMENT_KIND_LABELS).map(([kind, { zh }]) => [kind, zh]),
);

/** Every report that answers can come from. */
export function documentsPage(frame: Frame, documents: readonly DocumentSummary[]): Html {
  const body = html`<div class="panel">
<h1>报告原文</h1>
<p class="lead">回答只引用以下 ${documents.length} 份报告。</p>
<ul class="report-list">${documents.map(entry)}</ul>
</div>`;
  return layout(frame, { title: "报告原文", current: "/documents", styles: ["report.css"], body });
}

function entry(document: DocumentSummary): Html {
  const facts = [
    document.region,
    document.years.join("、"),
    KINDS.get(document.kind) ?? document.kind,
    document.issuer,
  ];
  return html`<li>
<a href="/documents/${encodeURIComponent(document.id)}">${document.title}</a>
<p>${facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</p>
<p>${document.chars.toLocaleString("zh-CN")} 字，<a href="/indicators?document=${encodeURIComponent(document.id)}">${document.indicators} 条指标<span class="unseen">：${document.title}</span></a></p>
</li>`;
}
