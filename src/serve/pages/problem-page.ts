import { html } from "hono/html";
import type { Problem } from "#protocol/problem.ts";
import { type Frame, type Html, layout } from "./layout.ts";

/** A problem for someone who reads pages and not JSON. */
export function problemPage(frame: Frame, problem: Problem): Html {
  const body = html`<div class="panel">
<h1>${problem.title}</h1>
<p>${problem.messages.zh}</p>
${problem.errors === undefined ? "" : html`<ul>${problem.errors.map((each) => html`<li><code>${each.path}</code>：${each.zh}</li>`)}</ul>`}
<p lang="en">${problem.messages.en}</p>
<p><a href="/">返回首页</a></p>
</div>`;
  return layout(frame, { title: problem.title, current: null, styles: [], body });
}
