import { expect, test } from "vitest";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { SITE_LAYOUTS } from "./government-layouts.ts";
import { told } from "./made-blocks.ts";
import { htmlBytes } from "./write-html.ts";

const TEXT = `<p>　　某某市统计局</p><p>　　（2026年3月1日）</p>
<p>　　2025年，全市坚持稳中求进工作总基调，经济运行总体平稳、稳中有进，高质量发展取得新成效。</p><p>　　一、综合</p>
<p>　　初步核算，全年地区生产总值100.5亿元，比上年增长5.3%。</p><p>　　表1 2025年主要指标</p>
<table><tr><td rowspan="2">指标</td><td colspan="2">2025年</td></tr><tr><td>总量（亿元）</td><td>增长（%）</td></tr><tr><td>地区生产总值</td><td>100.5</td><td>5.3</td></tr><tr><td>　　第一产业</td><td>12.3</td><td>-1.2</td></tr></table>
<p>　　注：本表为初步数。</p><p>　　二、人民生活</p><p>　　全年居民人均可支配收入42085元，比上年增长5.6%。</p><p>　　附注</p>`;

const LINES = [
  "某某市统计局",
  "（2026年3月1日）",
  "2025年，全市坚持稳中求进工作总基调，经济运行总体平稳、稳中有进，高质量发展取得新成效。",
  "一、综合",
  "初步核算，全年地区生产总值100.5亿元，比上年增长5.3%。",
  "表1 2025年主要指标",
  "指标^2 | 2025年>2",
  "总量（亿元） | 增长（%）",
  "地区生产总值 | 100.5 | 5.3",
  "~~第一产业 | 12.3 | -1.2",
  "* 注：本表为初步数。",
  "二、人民生活",
  "全年居民人均可支配收入42085元，比上年增长5.6%。",
  "附注",
];
/** A line of the page's own title may stand before the text where nothing tells it apart. */
const TITLE = /^(?:#+ )?某某市2025年国民经济和社会发展统计公报$/u;

test.each(SITE_LAYOUTS)("the text and nothing else: $name", async ({ page }) => {
  const lines = told(await readHtml(htmlBytes(page(TEXT))));
  expect(lines.filter((line) => !TITLE.test(line))).toEqual(LINES);
});
