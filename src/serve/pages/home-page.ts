import { html } from "hono/html";
import type { ChatResponse } from "#protocol/chat.ts";
import type { DocumentSummary } from "#protocol/library.ts";
import { answerBlocks } from "./answer-blocks.ts";
import { type Frame, type Html, layout } from "./layout.ts";

interface Home {
  readonly documents: readonly DocumentSummary[];
  /** What was asked through the form, with its answer. */
  readonly asked: { readonly question: string; readonly response: ChatResponse } | null;
}

/** The demo page: the widget as any site would embed it, around a form that works without JavaScript. */
export function homePage(frame: Frame, { documents, asked }: Home): Html {
  const body = html`<div class="panel ask">
<h1>向政府报告提问</h1>
<p class="lead">回答中的每个数字都摘自 ${documents.length} 份公开报告，点开出处即可核对原文。</p>
<report-chat endpoint="/" inline handover="${frame.handover ?? ""}">
<form class="ask-form" action="/" method="get">
<label for="q">您的问题</label>
<div><input id="q" name="q" maxlength="2000" required value="${asked?.question ?? ""}" placeholder="例如：江北区2022年GDP增速是多少？">
<button class="button" type="submit">提问</button></div>
</form>
</report-chat>
${asked === null ? "" : answerBlocks(asked.response)}
</div>`;
  return layout(frame, { title: "提问", current: "/", styles: ["home.css"], modules: ["/widget.js"], body });
}
