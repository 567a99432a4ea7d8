import { html } from "hono/html";
import type { Statistics } from "#admin/statistics.ts";
import { adminTable } from "./admin-table.ts";
import type { Html } from "./layout.ts";

/** Questions a day, how they ended, how long they took, what they were about. */
export function adminStatistics({ days, latency, topics, regions, coverage }: Statistics): Html {
  const { documents, years } = coverage;
  const span = years.length === 0 ? "" : `，${years[0]}—${years.at(-1)}年`;
  const held = html`<p>收有 ${documents} 份报告，${coverage.regions} 个地区${span}。</p>`;
  if (days.length === 0)
    return html`<h2>统计</h2>${held}<p>没有记录；设 QUESTION_LOG 后开始记录（已脱敏）。</p>`;
  const time =
    latency === null
      ? ""
      : html`<p>作答用时：半数 ${latency.p50} 毫秒以内，95% 在 ${latency.p95} 毫秒以内，最长 ${latency.slowest} 毫秒。</p>`;
  return html`<h2>统计</h2>${held}${time}
${adminTable(
  ["日期", "提问", "已答", "未答", "反问"],
  days.map(
    ({ day, answered, refused, clarify }) =>
      html`<tr><th scope="row">${day}</th><td>${answered + refused + clarify}</td><td>${answered}</td><td>${refused}</td><td>${clarify}</td></tr>`,
  ),
)}
<p>问得最多的指标：${topics.map(({ topic, questions }) => `${topic} ${questions}`).join("；") || "–"}。</p>
<p>问得最多的地区：${regions.map(({ region, questions }) => `${region} ${questions}`).join("；") || "–"}。</p>`;
}
