import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** Links to the pages before and after; nothing for a single page. */
export function pager(page: number, pages: number, linkTo: (page: number) => string): Html {
  if (pages <= 1) return html``;
  const link = (to: number, name: string, rel: string) =>
    html`<a class="button quiet" rel="${rel}" href="${linkTo(to)}">${name}</a>`;
  return html`<nav class="pager" aria-label="翻页">
${page > 1 ? link(page - 1, "上一页", "prev") : ""}
<span>第 ${page} / ${pages} 页</span>
${page < pages ? link(page + 1, "下一页", "next") : ""}
</nav>`;
}
