import { html } from "hono/html";
import type { DeskFigures, DoubtfulFigure } from "#admin/figures.ts";
import type { Html } from "./layout.ts";
import { sourceLink } from "./source-link.ts";

const DOUBTS = {
  series: "与前后年份相差约十倍",
  conflict: "别处另有说法",
  unknown: "类别、时段或范围不明",
  confidence: "读取没有把握",
} as const;
const VERDICTS = { confirmed: "无误", corrected: "订正为", hidden: "隐去", withdrawn: "撤回订正" } as const;
/** Figures that one page shows of those that are to be looked at. */
const SHOWN = 40;

/** Figures to look at, each with a form, and what was said of figures so far. */
export function adminFigures({ counts, doubtful, revisions, problems }: DeskFigures): Html {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return html`<h2>存疑数字（${total}）</h2>
<p>${Object.entries(DOUBTS).map(([doubt, words]) => html`${words} ${counts[doubt] ?? 0}；`)}报告原文不改，订正另存，读者看到时注明“经编辑订正”。</p>
<ul class="doubts">${doubtful.slice(0, SHOWN).map(doubtItem)}</ul>
<details><summary>其他数字</summary>${revisionForm("", "")}<p>行号与原印见 <a href="/indicators">指标数据</a> 的接口 <code>/api/indicators</code>。</p></details>
<h3>已作订正（${revisions.length}）</h3>
<ul>${revisions.map(
    ({ verdict, printed, value, unit, author, reason, date, row }) =>
      html`<li>${printed} ${VERDICTS[verdict]} ${value ?? ""}${unit ?? ""}（${author}，${date}：${reason}）<code>${row}</code></li>`,
  )}</ul>
${problems.length === 0 ? "" : html`<ul>${problems.map(({ line, message }) => html`<li>第 ${line ?? "–"} 行未生效：${message}</li>`)}</ul>`}`;
}

function doubtItem(figure: DoubtfulFigure): Html {
  const { doubt, region, year, indicator, kind, told, against, row, printed } = figure;
  return html`<li>${region ?? "地区不明"} ${year}年 ${indicator} ${kind} <a href="${sourceLink(figure)}"><strong>${told}</strong></a>（${DOUBTS[doubt]}${against === null ? "" : `：${against}`}）
<details><summary>处理<span class="unseen">：${indicator} ${year}</span></summary>${revisionForm(row, printed)}</details></li>`;
}

function revisionForm(row: string, printed: string): Html {
  const fixed = (name: string, label: string, value: string) =>
    value === ""
      ? html`<label>${label} <input type="text" name="${name}" required></label> `
      : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`<form method="post" action="/admin/figures"><p>${fixed("row", "行号", row)}${fixed("printed", "原印", printed)}
<label>处理 <select name="verdict">${Object.entries(VERDICTS).map(([verdict, words]) => html`<option value="${verdict}">${words}</option>`)}</select></label>
<label>应为 <input type="text" name="value" inputmode="decimal" size="8"></label>
<label>单位 <input type="text" name="unit" size="4"></label>
<label>订正人 <input type="text" name="author" maxlength="100" required size="8"></label>
<label>理由 <input type="text" name="reason" maxlength="500" required></label>
<button class="button" type="submit">记下</button></p></form>`;
}
