import { describe, expect, test } from "vitest";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { paragraph, table } from "./made-blocks.ts";
import { htmlBytes, writeHtml } from "./write-html.ts";

const TEXT = [
  paragraph("市统计局"),
  paragraph("2025年，全市坚持稳中求进，经济运行总体平稳，高质量发展取得新成效。"),
  table([
    ["指标", "总量"],
    ["地区生产总值", "100.5"],
  ]),
  paragraph("全年居民人均可支配收入42085元，比上年增长5.6%。"),
  paragraph("2026年3月1日"),
];
const before = `<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
  <div class="crumb">当前位置：<a>首页</a> &gt; <a>统计公报</a></div><h1>2025年统计公报</h1>
  <div>发布时间：2026-03-02 来源：市统计局 浏览次数：12次 字体：[大 中 小]</div>
  <table><tr><td>索引号</td><td>0123/2026</td><td>发布机构</td><td>市统计局</td></tr><tr><td>文号</td><td></td><td>发布日期</td><td>2026-03-02</td></tr></table>`;
const title = "2025年统计公报";
const after = `<ul><li>附件：<a href="a.xlsx">1.公报附表.xlsx</a></li></ul><div>【打印本页】【关闭窗口】</div><div>扫一扫在手机打开当前页</div>
  <div class="friend"><ul><li><a>省统计局</a></li><li><a>国家统计局</a></li></ul></div>
  <div>主办：市人民政府办公室 承办：市信息中心 网站标识码：3300000001 浙ICP备00000000号</div>`;

describe("a page around its text", () => {
  test.each([
    ["an element of the content system", "ucapcontent"],
    ["the same by its id", 'div id="UCAP-CONTENT"'],
    ["an editor's class", 'div class="TRS_Editor"'],
    ["nothing that marks it", 'div class="a12"'],
    ["a name that misleads", 'div class="print-area"'],
  ])("is left out, the text held by %s", async (_, container) => {
    const reading = await readHtml(writeHtml(TEXT, { title, before, after, container }));
    expect(reading.blocks).toEqual(TEXT);
  });

  test("is left out where it stands in one element with the text", async () => {
    const reading = await readHtml(
      writeHtml(TEXT, { title, before: `<div>${before}`, after: `${after}</div>`, container: "p" }),
    );
    expect(reading.blocks).toEqual(TEXT);
  });

  test("a report whose text is a cell of a page of tables", async () => {
    const reading = await readHtml(
      writeHtml(TEXT, {
        title,
        before: `<table><tr><td>${before}</td></tr><tr><td><a>栏目一</a><a>栏目二</a></td><td>`,
        after: `</td></tr><tr><td colspan="2">${after}</td></tr></table>`,
      }),
    );
    expect(reading.blocks).toEqual(TEXT);
  });
});

test("what the page hides around its text is no remark on the file", async () => {
  const hidden = '<div style="display:none">请使用新版浏览器</div>';
  const { problems } = await readHtml(
    writeHtml(TEXT, { title, before: hidden + before, after, container: "ucapcontent" }),
  );
  expect(problems).toEqual([]);
});

describe("what a page tells of itself", () => {
  test("by the meta tags of the guideline", async () => {
    const { facts } = await readHtml(
      writeHtml(TEXT, {
        meta: {
          ArticleTitle: "2025年公报",
          PubDate: "2026-03-02 10:00",
          ContentSource: "市统计局",
          Url: "/tjj/a.html",
          SiteDomain: "www.example.gov.cn",
        },
        title: "别的",
      }),
    );
    expect(facts).toEqual({
      title: "2025年公报",
      issuer: "市统计局",
      published: "2026-03-02",
      url: "http://www.example.gov.cn/tjj/a.html",
    });
  });

  test("by its title and its printed lines where it has none", async () => {
    const { facts } = await readHtml(
      writeHtml(TEXT, { before, title: "2025年统计公报_统计数据_某市统计局" }),
    );
    expect(facts).toEqual({
      title: "2025年统计公报",
      issuer: "市统计局",
      published: "2026-03-02",
      url: null,
    });
  });

  test("a source that is no organ is no issuer", async () => {
    const { facts } = await readHtml(writeHtml(TEXT, { meta: { ContentSource: "本站" } }));
    expect(facts.issuer).toBe(null);
  });

  test("the address that a browser wrote into the page it saved", async () => {
    const { facts } = await readHtml(
      htmlBytes(
        `<!-- saved from url=(0032)https://www.example.gov.cn/a.htm --><p>全年收入1亿元，增长2%。</p>`,
      ),
    );
    expect(facts.url).toBe("https://www.example.gov.cn/a.htm");
  });
});
