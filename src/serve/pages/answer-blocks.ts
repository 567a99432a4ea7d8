import { html } from "hono/html";
import type { Block, ChatResponse, Citation } from "#protocol/chat.ts";
import type { Html } from "./layout.ts";

const MARKER = /\[(\d{1,3})\]/;

/** An answer as plain markup, for readers without JavaScript: its blocks, then each citation with the exact words. */
export function answerBlocks(response: ChatResponse): Html {
  return html`<section class="answer" aria-label="回答">
<h2>${response.question}</h2>
${response.writtenBy === "model" ? html`<p class="notice">以下内容由人工智能生成，请以报告原文为准。</p>` : ""}
${response.blocks.map((block) => blockOf(block, response.citations))}
${response.citations.length === 0 ? "" : html`<h3>出处</h3><ol class="citations">${response.citations.map(citation)}</ol>`}
</section>`;
}

function blockOf(block: Block, citations: readonly Citation[]): Html {
  const text = (words: string) => withMarkers(words, citations);
  switch (block.type) {
    case "paragraph":
      return html`<p>${text(block.text)}</p>`;
    case "list":
      return block.ordered
        ? html`<ol>${block.items.map((item) => html`<li>${text(item)}</li>`)}</ol>`
        : html`<ul>${block.items.map((item) => html`<li>${text(item)}</li>`)}</ul>`;
    case "table":
      return html`<div class="table-scroll" role="region" tabindex="0" aria-label="表格"><table>
<thead><tr>${block.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${text(cell)}</td>`)}</tr>`)}</tbody>
</table></div>`;
    case "contact":
      return html`<ul>${block.phones.map(({ label, phone }) => html`<li><a href="tel:${phone}">${label}</a></li>`)}</ul>`;
    case "chart":
      return html`<p class="chart-words">${block.title}：${block.points.map((point) => `${point.label} ${point.series} ${point.value}${block.unit ?? ""}`).join("；")}</p>`;
  }
}

function withMarkers(words: string, citations: readonly Citation[]): (Html | string)[] {
  return words.split(MARKER).map((part, at) => {
    if (at % 2 === 0) return part;
    const known = citations.some((each) => each.marker === Number(part));
    return known ? html`<sup><a href="#c${part}">[${part}]</a></sup>` : `[${part}]`;
  });
}

function citation({ marker, title, section, quote, url }: Citation): Html {
  const path = [title, ...section].join(" › ");
  return html`<li id="c${marker}" value="${marker}"><blockquote>${quote}</blockquote><p><a href="${url.startsWith("/documents/") ? url : "/documents"}">${path}</a></p></li>`;
}
