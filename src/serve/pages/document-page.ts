import { html } from "hono/html";
import { placeOf } from "#domain/place.ts";
import type { Span } from "#domain/span.ts";
import type { DocumentDetail } from "#protocol/library.ts";
import { originalAddress } from "#protocol/original-address.ts";
import { documentFlow, type FlowBlock } from "./document-flow.ts";
import { documentTable } from "./document-table.ts";
import { Highlight } from "./highlight.ts";
import { type Frame, type Html, layout } from "./layout.ts";
import { sectionNav } from "./section-nav.ts";

/** The source viewer: a report as a readable page, the cited span marked. A span outside the text is said to be so. */
export function documentPage(frame: Frame, document: DocumentDetail, asked: Span | null): Html {
  const cited = asked !== null && asked.start < asked.end && asked.end <= document.text.length ? asked : null;
  const highlight = new Highlight(document.text, cited);
  const body = html`<div class="report-page">
${sectionNav(document.sectionTree)}
<article class="report">
<header class="report-header"><h1>${document.title}</h1>${facts(document)}${notice(document, asked, cited)}</header>
${documentFlow(document).map(flowPrinter(highlight))}
</article>
</div>`;
  return layout(frame, { title: document.title, current: "/documents", styles: ["report.css"], body });
}

function facts(document: DocumentDetail): Html {
  const entries: (readonly [string, string | null])[] = [
    ["地区", document.region],
    ["年份", document.years.join("、")],
    ["发布机构", document.issuer],
    ["发布日期", document.published],
    ["来源文件", document.sourceName],
  ];
  const known = entries.filter(([, value]) => value !== null && value !== "");
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="facts-links"><a href="/indicators?document=${encodeURIComponent(document.id)}">本报告的指标数据（${document.indicators} 条）</a><a href="${document.original}">原文件（${document.sourceName}）</a>${document.url === undefined ? "" : html`<a href="${document.url}" rel="noopener">发布网页</a>`}</p>`;
}

function notice(document: DocumentDetail, asked: Span | null, cited: Span | null): Html {
  if (asked === null) return html``;
  if (cited === null) return html`<p class="notice">链接所指的位置不在这份报告里，报告可能已经更新。</p>`;
  return html`<p class="notice">引用的原文已在下文标出，<a href="#cite">转到引文</a>${original(document, cited)}</p>`;
}

/** Where the quote stands in the original: its page to be opened, or its sheet and cell to be looked up. */
function original(document: DocumentDetail, cited: Span): Html {
  const place = placeOf(document, cited);
  if (place === null) return html``;
  const { page, sheet, row, cell } = place;
  if (page !== null) return html`，<a href="${originalAddress(document.id, page)}">原文件第${page}页</a>`;
  const at = cell ?? (row === null ? "" : `第${row}行`);
  return sheet === null && at === ""
    ? html``
    : html`，原文件${sheet === null ? "" : `工作表“${sheet}”`}${at}`;
}

/** Prints blocks one after the other; headings never skip a level, whatever the report does. */
function flowPrinter(highlight: Highlight): (block: FlowBlock) => Html {
  let depth = 1;
  return (block) => {
    if (block.type === "table") return documentTable(block, highlight);
    if (block.type === "paragraph") return paragraph(block, highlight);
    depth = Math.min(block.level + 1, depth + 1, 6);
    return heading(depth, block, highlight);
  };
}

function paragraph(block: FlowBlock & { type: "paragraph" }, highlight: Highlight): Html {
  const { lead, span } = block;
  const [id, ...more] = block.anchors;
  if (lead === null || id === undefined) return html`<p>${highlight.print(span)}</p>`;
  const before = highlight.print({ start: span.start, end: lead.start });
  const name = highlight.print({ start: lead.start, end: Math.min(lead.end, span.end) });
  const after = highlight.print({ start: Math.min(lead.end, span.end), end: span.end });
  return html`<p id="${id}">${more.map(anchor)}${before}<strong>${name}</strong>${after}</p>`;
}

function heading(depth: number, block: FlowBlock & { type: "heading" }, highlight: Highlight): Html {
  const [id, ...more] = block.anchors;
  const words = html`${more.map(anchor)}${highlight.print(block.span)}`;
  switch (depth) {
    case 2:
      return html`<h2 id="${id}">${words}</h2>`;
    case 3:
      return html`<h3 id="${id}">${words}</h3>`;
    case 4:
      return html`<h4 id="${id}">${words}</h4>`;
    case 5:
      return html`<h5 id="${id}">${words}</h5>`;
    default:
      return html`<h6 id="${id}">${words}</h6>`;
  }
}

function anchor(id: string): Html {
  return html`<span id="${id}"></span>`;
}
