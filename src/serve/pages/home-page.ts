import { html } from "hono/html";
import type { ChatResponse } from "#protocol/chat.ts";
import { answerBlocks } from "./answer-blocks.ts";
import { type Frame, type Html, layout } from "./layout.ts";

interface Home {
  /** How many reports there are to ask. */
  readonly documents: number;
  /** Questions the reports can answer. */
  readonly examples: readonly string[];
  /** Where this server is, as its visitors see it. */
  readonly origin: string;
  /** What was asked through the form, with its answer. */
  readonly asked: { readonly question: string; readonly response: ChatResponse } | null;
}

/** The demo page: the widget as any site would embed it, around a form that works without JavaScript. */
export function homePage(frame: Frame, { documents, examples, origin, asked }: Home): Html {
  const body = html`<div class="panel ask">
<h1>向政府报告提问</h1>
<p class="lead">回答中的每个数字都摘自 ${documents} 份公开报告，点开出处即可核对原文。</p>
<report-chat endpoint="/" inline examples="${examples.join("|")}" handover="${frame.handover ?? ""}">
<form class="ask-form" action="/" method="get">
<label for="q">您的问题</label>
<div><input id="q" name="q" maxlength="2000" required value="${asked?.question ?? ""}" placeholder="${examples[0] ?? ""}">
<button class="button" type="submit">提问</button></div>
</form>
</report-chat>
${asked === null ? "" : answerBlocks(asked.response)}
</div>
${embedding(origin)}`;
  return layout(frame, { title: "提问", current: "/", styles: ["home.css"], modules: ["/widget.js"], body });
}

function embedding(origin: string): Html {
  const snippet = `<script type="module" src="${origin}/widget.js"></script>\n<report-chat endpoint="${origin}"></report-chat>`;
  return html`<section class="panel embed" aria-labelledby="embed">
<h2 id="embed">嵌入到您的网站</h2>
<p>把下面两行放进网页即可。本服务的运维人员须先把您的网站地址加入允许名单（ALLOWED_ORIGINS）。</p>
<pre tabindex="0" aria-label="嵌入代码"><code>${snippet}</code></pre>
</section>`;
}
