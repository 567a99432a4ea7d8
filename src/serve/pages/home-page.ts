import { html } from "hono/html";
import type { ChatResponse } from "#protocol/chat.ts";
import { answerBlocks } from "./answer-blocks.ts";
import { type Frame, type Html, layout } from "./layout.ts";

interface Home {
  /** How many reports there are to ask. */
  readonly documents: number;
  /** Which regions and years they are of, in one line. */
  readonly coverage: string;
  /** Questions the reports can answer. */
  readonly examples: readonly string[];
  /** Where this server is, as its visitors see it. */
  readonly origin: string;
  /** What was asked through the form, with its answer. */
  readonly asked: { readonly question: string; readonly response: ChatResponse } | null;
}

/** The demo page: the widget as any site would embed it, around a form that works without JavaScript. */
export function homePage(frame: Frame, { documents, coverage, examples, origin, asked }: Home): Html {
  const body = html`<div class="ask">
<h1>向政府报告提问</h1>
<report-chat endpoint="/" inline examples="${examples.join("|")}" coverage="${coverage}" handover="${frame.handover ?? ""}"${frame.voiceInput ? html` voice` : ""}>
<form class="panel ask-form" action="/" method="get">
<p class="lead">回答中的每个数字都摘自 ${documents} 份公开报告，点开出处即可核对原文。</p>
<label for="q">您的问题</label>
<div><input id="q" name="q" maxlength="2000" required value="${asked?.question ?? ""}" placeholder="${examples[0] ?? ""}">
<button class="button" type="submit">提问</button></div>
</form>
</report-chat>
${asked === null ? "" : html`<div class="panel">${answerBlocks(asked.response)}</div>`}
</div>
${embedding(origin)}`;
  return layout(frame, { title: "提问", current: "/", styles: ["home.css"], modules: ["/widget.js"], body });
}

/** What another site puts into its page. The widget is fetched after that page has loaded, so that no fault here holds it up. */
export const embedSnippet = (origin: string): string => `<report-chat endpoint="${origin}"></report-chat>
<script>
  addEventListener("load", () => {
    const widget = document.createElement("script");
    widget.type = "module";
    widget.src = "${origin}/widget.js";
    document.head.append(widget);
  });
</script>`;

function embedding(origin: string): Html {
  const snippet = embedSnippet(origin);
  return html`<details class="embed"><summary>嵌入到您的网站</summary>
<div class="panel">
<p>把下面几行放进网页即可；组件在网页加载完成之后才取，本服务无论怎样都不影响您的网页。本服务的运维人员须先把您的网站地址加入允许名单（ALLOWED_ORIGINS）。</p>
<pre tabindex="0" aria-label="嵌入代码"><code>${snippet}</code></pre>
</div></details>`;
}
