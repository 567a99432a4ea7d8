import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** A table of the desk that scrolls by itself. */
export function adminTable(heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroller" tabindex="0"><table class="indicators"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
