import { html } from "hono/html";
import type { Desk, DeskState } from "#admin/desk.ts";
import type { DeskReport } from "#admin/desk-report.ts";
import { OWN_FILES, type OwnFile } from "#admin/own-files.ts";
import type { GapGroup } from "#protocol/gap-group.ts";
import { adminFigures } from "./admin-figures.ts";
import { adminStatistics } from "./admin-statistics.ts";
import { adminTable } from "./admin-table.ts";
import { type Frame, type Html, layout } from "./layout.ts";

const BUILDING = { idle: "最新", building: "正在更新", failed: "更新未成，仍用上一版" } as const;

/** The desk of whoever looks after the service; forms only, no script. */
export async function adminPage(frame: Frame, desk: Desk, said: string | null): Promise<Html> {
  const [reports, gaps, feedback] = await Promise.all([desk.reports(), desk.gaps(), desk.feedback()]);
  const [figures, statistics] = await Promise.all([desk.figures(), desk.statistics()]);
  const own = await Promise.all(OWN_FILES.map(async (name) => ({ name, text: await desk.ownFile(name) })));
  const body = html`<div class="panel">
<h1>管理</h1>
${said === null ? "" : html`<p role="status">${said}</p>`}
${stateOf(desk.state())}
<h2>报告（${reports.length}）</h2>
<form method="post" action="/admin/reports" enctype="multipart/form-data">
<p><label>文件 <input type="file" name="file" required></label>
<label><input type="checkbox" name="dryRun" value="true" checked> 只试读，不收下</label>
<label><input type="checkbox" name="replace" value="true"> 替换同名文件</label>
<button class="button" type="submit">上传</button></p>
</form>
${adminTable(["文件", "标题", "格式", "表", "行（读入/存下）", "问题", "操作"], reports.map(reportRow))}
${adminFigures(figures)}
${adminStatistics(statistics)}
<h2>没有答上的问题</h2>
${gaps.length === 0 ? html`<p>没有记录；设 QUESTION_LOG 后开始记录（已脱敏）。</p>` : adminTable(["地区", "年份", "主题", "未答", "证据弱", "例"], gaps.slice(0, 50).map(gapRow))}
<h2>读者评价</h2>
${
  feedback.length === 0
    ? html`<p>没有记录；设 FEEDBACK_LOG 后开始记录。</p>`
    : adminTable(
        ["时间", "评价", "意见"],
        feedback.map(
          ({ time, verdict, comment }) =>
            html`<tr><td>${time}</td><td>${verdict}</td><td>${comment}</td></tr>`,
        ),
      )
}
<h2>自备答案与词表</h2>
${own.map(ownForm)}
<h2>现行设置</h2>
${adminTable(
  ["设置", "值"],
  Object.entries(desk.settings()).map(
    ([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td>${value}</td></tr>`,
  ),
)}
<form method="post" action="/admin/log-out"><p><button class="button" type="submit">退出</button></p></form>
</div>`;
  return layout(frame, { title: "管理", current: null, styles: ["data.css"], body });
}

function stateOf({ generation, building, answering }: DeskState): Html {
  return html`<p>索引 <code>${generation ?? "–"}</code>：${BUILDING[building]}。答问：${answering.on ? "开" : "已停"}。</p>
<form method="post" action="/admin/answering">
<input type="hidden" name="on" value="${String(!answering.on)}">
${answering.on ? html`<p><label>停答告示 <input type="text" name="notice" maxlength="500" required></label></p>` : html`<p>告示：${answering.notice}</p>`}
<p><button class="button" type="submit">${answering.on ? "停止答问" : "恢复答问"}</button></p>
</form>`;
}

const OWN_WORDS = {
  "answers.jsonl": "自备答案（每行一个 JSON）",
  "sensitive.txt": "遇到即不答的词（每行一个）",
  "synonyms.txt": "本站用语（每行：简称 = 全称）",
};

function ownForm({ name, text }: { readonly name: OwnFile; readonly text: string }): Html {
  return html`<form method="post" action="/admin/own"><input type="hidden" name="name" value="${name}">
<p><label>${OWN_WORDS[name]} <code>${name}</code><textarea name="text" rows="6" spellcheck="false">${text}</textarea></label></p>
<p><button class="button" type="submit">保存<span class="unseen"> ${name}</span></button></p></form>`;
}

function reportRow({ file, documents, format, tables, rowsIn, rowsStored, problems }: DeskReport): Html {
  return html`<tr><th scope="row">${file}</th><td>${documents.map(({ id, title }) => html`<p><a href="/documents/${encodeURIComponent(id)}">${title}</a> <a href="/documents/${encodeURIComponent(id)}/original">原文件</a></p>`)}</td><td>${format ?? "未读"}</td><td>${tables}</td>
<td>${rowsIn}/${rowsStored}${rowsIn === rowsStored ? "" : " ⚠"}</td>
<td>${problems.length === 0 ? "" : html`<details><summary>${problems.length}</summary><ul>${problems.map(({ code, message }) => html`<li><code>${code}</code> ${message}</li>`)}</ul></details>`}</td>
<td><form method="post" action="/admin/reports/remove"><input type="hidden" name="file" value="${file}"><button class="button" type="submit">移出<span class="unseen">：${file}</span></button></form></td></tr>`;
}

function gapRow({ region, year, topic, unanswered, weak, examples }: GapGroup): Html {
  return html`<tr><td>${region}</td><td>${year}</td><td>${topic}</td><td>${unanswered}</td><td>${weak}</td><td>${examples.join("；")}</td></tr>`;
}
