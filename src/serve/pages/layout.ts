import { html } from "hono/html";

/** Markup that `html` has escaped. */
export type Html = ReturnType<typeof html>;

/** What every page shows around its own content. */
export interface Frame {
  readonly siteName: string;
  readonly handover: string | null;
  readonly voiceInput: boolean;
}

interface Page {
  readonly title: string;
  /** Path of the entry of the main navigation that is current. */
  readonly current: "/" | "/indicators" | "/documents" | null;
  /** File names under /assets besides those of the frame. */
  readonly styles: readonly string[];
  /** Addresses of JavaScript modules. */
  readonly modules?: readonly string[];
  readonly body: Html;
}

const ENTRIES = [
  ["/", "提问"],
  ["/indicators", "指标数据"],
  ["/documents", "报告原文"],
] as const;

/** A whole page, served as it is: no inline style, no inline script; the one script that each loads shows what the reader has set. */
export function layout({ siteName, handover }: Frame, page: Page): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${siteName}</title>
<script src="/assets/reader.js"></script>
<link rel="icon" href="/assets/seal.svg" type="image/svg+xml">
${["base.css", "frame.css", ...page.styles].map((file) => html`<link rel="stylesheet" href="/assets/${file}">`)}
${(page.modules ?? []).map((source) => html`<script type="module" src="${source}"></script>`)}
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<header class="site-header">
<div class="bar">
<a class="brand" href="/"><img src="/assets/seal.svg" alt="" width="36" height="36"><span>${siteName}</span></a>
<nav aria-label="主导航"><ul>${ENTRIES.map(([path, name]) => entry(path, name, page.current))}</ul></nav>
</div>
</header>
<main id="content" tabindex="-1">${page.body}</main>
<footer class="site-footer">
<p>数据与文字均摘自公开报告，以报告原文为准。</p>
${handover === null ? "" : html`<p>${handover}</p>`}
</footer>
</body>
</html>`;
}

function entry(path: string, name: string, current: string | null): Html {
  return path === current
    ? html`<li><a href="${path}" aria-current="page">${name}</a></li>`
    : html`<li><a href="${path}">${name}</a></li>`;
}
