import { html } from "hono/html";
import type { FlowBlock, FlowTable } from "./document-flow.ts";
import { type HeaderCell, headerGrid } from "./header-grid.ts";
import type { Highlight } from "./highlight.ts";
import type { Html } from "./layout.ts";

const FIGURE = /^[-−+≥≤<>]?[\d,.]+\s*[%％]?$/;
/** A table of so many columns is wider than a phone. */
const WIDE = 5;
const WORDS = /\p{L}/u;

/** A table of a report as a table: caption, header cells with scope, a row header, notes below. */
export function documentTable(block: FlowBlock & { type: "table" }, highlight: Highlight): Html {
  const { table, anchors, caption, above, below } = block;
  const [first, ...more] = anchors;
  const isWide = table.columns.length >= WIDE;
  const line = (span: (typeof above)[number]) => html`<p class="table-note">${highlight.print(span)}</p>`;
  return html`<div class="table-block" id="${first ?? table.id}">
${more.map((id) => html`<span id="${id}"></span>`)}
${above.map(line)}
${isWide ? html`<p class="scroll-cue" aria-hidden="true">表格较宽，可左右滑动 ⟷</p>` : ""}
<div class="table-scroll${isWide ? " wide" : ""}" role="region" tabindex="0" aria-label="${table.caption ?? "表格"}">
<table>
${caption === null ? "" : html`<caption>${highlight.print(caption)}</caption>`}
<thead>${headerGrid(table.columns).map((row) => html`<tr>${row.map((cell) => headerCell(cell, highlight.printAs(cell.text, table.header)))}</tr>`)}</thead>
<tbody>${table.rows.map((row) => bodyRow(row, highlight))}</tbody>
</table>
</div>
${below.map(line)}
</div>`;
}

function headerCell(cell: HeaderCell, words: Html): Html {
  if (cell.text === "") return html`<td colspan="${cell.columns}" rowspan="${cell.rows}"></td>`;
  return html`<th scope="${cell.scope}" colspan="${cell.columns}" rowspan="${cell.rows}">${words}</th>`;
}

function bodyRow(row: FlowTable["rows"][number], highlight: Highlight): Html {
  const named = row.cells.findIndex((cell) => WORDS.test(cell.text));
  const cells = row.cells.map((cell, at) => {
    const words = highlight.print(cell);
    if (at === named) return html`<th scope="row">${words}</th>`;
    return FIGURE.test(cell.text.trim()) ? html`<td class="figure">${words}</td>` : html`<td>${words}</td>`;
  });
  return row.parent === null ? html`<tr>${cells}</tr>` : html`<tr class="part">${cells}</tr>`;
}
