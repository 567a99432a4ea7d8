import { html } from "hono/html";
import type { Operation } from "#openapi/operation.ts";
import { OPERATIONS } from "#openapi/operations.ts";
import { type Frame, type Html, layout } from "./layout.ts";

/** Every address of the service with its parameters, and where the whole document is. */
export function developersPage(frame: Frame): Html {
  const groups = [...new Set(OPERATIONS.map(({ group }) => group))];
  const body = html`<div class="panel">
<h1>接口 API</h1>
<p class="lead"><a href="/openapi.json">openapi.json</a>（OpenAPI 3.1）</p>
${groups.map(
  (group) => html`<h2>${group}</h2>
<div class="scroller" tabindex="0" role="region" aria-label="${group}"><table>
<thead><tr><th scope="col">地址 Address</th><th scope="col">作用 What it does</th><th scope="col">参数 Parameters</th></tr></thead>
<tbody>${OPERATIONS.filter((each) => each.group === group).map(row)}</tbody>
</table></div>`,
)}
</div>`;
  return layout(frame, { title: "接口", current: null, styles: ["data.css"], body });
}

function row({ method, path, says, query, body }: Operation): Html {
  const names = [
    ...Object.keys(query?.shape ?? {}),
    ...(body !== undefined && "json" in body ? [body.json] : []),
  ];
  return html`<tr><th scope="row"><code>${method.toUpperCase()} ${path}</code></th><td>${says}</td><td>${names.join(", ")}</td></tr>`;
}
