import { read, utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { createApp } from "#serve/app.ts";
import { ANSWER, DOCUMENT, exampleServices, LIBRARY, libraryOf, RECORDS, TEXT } from "./example.ts";

const app = createApp(exampleServices());
const page = async (path: string) => (await app.request(path)).text();
const viewer = (start: number, end: number) => page(`/documents/${DOCUMENT.id}?start=${start}&end=${end}`);

describe("the source viewer", () => {
  test("loses no word of the report", async () => {
    const words = plain(await page(`/documents/${DOCUMENT.id}`));
    for (const part of TEXT.split(/[\n\t]/)) expect(words).toContain(part);
  });

  test("marks exactly the cited words, where #cite leads", async () => {
    const start = TEXT.indexOf("地区生产总值增长");
    const html = await viewer(start, start + 12);
    expect(html.match(/<mark id="cite"[^>]*>(.*?)<\/mark>/)?.[1]).toBe(TEXT.slice(start, start + 12));
    expect(html.match(/<mark/g)).toHaveLength(1);
  });

  test("marks a table cell inside its cell, and a whole row cell by cell", async () => {
    const cell = TEXT.indexOf("-4.3");
    expect(await viewer(cell, cell + 4)).toMatch(
      /<td class="figure"><mark id="cite"[^>]*>-4.3<\/mark><\/td>/,
    );
    const row = TEXT.indexOf("进口（亿元）");
    const html = await viewer(row, cell + 6);
    expect(html.match(/<mark/g)).toHaveLength(3);
    expect(html.match(/id="cite"/g)).toHaveLength(1);
  });

  test("a span anywhere is marked in full; one that touches a table's header marks the whole header", async () => {
    const header = TEXT.indexOf("指标\t");
    for (let start = 0; start < TEXT.length; start += 7) {
      if (start < header + 20 && header < start + 20) continue;
      const html = await viewer(start, Math.min(TEXT.length, start + 20));
      const marked = [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)]
        .map((match) => plain(match[1] ?? ""))
        .join("");
      expect(marked).toBe(TEXT.slice(start, start + 20).replace(/[\n\t]/g, ""));
    }
  });

  test("a header is marked when it is cited", async () => {
    const header = TEXT.indexOf("指标\t");
    expect(await viewer(header, header + 2)).toMatch(/<th scope="col"[^>]*><mark[^>]*>指标<\/mark><\/th>/);
  });

  test.each([
    [5, 5],
    [0, 99_999],
    [9, 3],
  ])("a span %i to %i that is not in the text is said to be so", async (start, end) => {
    const html = await viewer(start, end);
    expect(html).toContain("不在这份报告里");
    expect(html).not.toContain("<mark");
  });

  test("shows tables with scoped headers, the caption and the note", async () => {
    const html = await page(`/documents/${DOCUMENT.id}`);
    expect(html).toContain('<th scope="col" colspan="1" rowspan="1">2022年</th>');
    expect(html).toContain('<th scope="row">地区生产总值增速（%）</th>');
    expect(html).toContain("<caption>表1：主要指标</caption>");
    expect(html).toContain('<p class="table-note">注：以统计公报为准。</p>');
  });

  test("every entry of the contents leads to a place on the page", async () => {
    const html = await page(`/documents/${DOCUMENT.id}`);
    const targets = [...html.matchAll(/href="#(s\d+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(["s1", "s2", "s3"]);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  test("text that looks like markup stays text", async () => {
    const html = await page(`/documents/${DOCUMENT.id}`);
    expect(html).toContain("&lt;落实&gt;");
    const title = '<script>alert(1)</script>"';
    const hostile = { ...LIBRARY, document: () => ({ ...DOCUMENT, title }) };
    const other = await createApp(exampleServices({ library: hostile })).request("/documents/x");
    expect(await other.text()).not.toContain("<script>alert");
  });
});

describe("the data page", () => {
  test("lists rows, target and actual told apart in words, each linked to its cell", async () => {
    const html = await page("/indicators");
    for (const row of RECORDS) {
      expect(html).toContain(`/documents/${row.documentId}?start=${row.start}&amp;end=${row.end}#cite`);
    }
    expect(html.match(/<span class="tag target">目标/g)).toHaveLength(2);
  });

  test("filters, and its files hold the same rows", async () => {
    const html = await page("/indicators?kind=target&year=2023");
    expect(html).toContain("共 2 条");
    expect(html).toContain('href="/indicators.csv?year=2023&amp;kind=target"');
    expect(html).toContain('href="/indicators.xlsx?year=2023&amp;kind=target"');
    const csv = await (await app.request("/indicators.csv?year=2023&kind=target")).text();
    expect(csv.split("\r\n").map((line) => line.split(",").slice(2, 7).join(","))).toEqual([
      "年份,时段,指标,报告中的名称,类型",
      "2023,全年,地区生产总值增速,地区生产总值增速（%）,目标",
      "2023,全年,进口,进口（亿元）,目标",
      "",
    ]);
    const bytes = await (await app.request("/indicators.xlsx?year=2023&kind=target")).arrayBuffer();
    const sheet = read(bytes).Sheets["指标数据"] ?? {};
    expect(utils.sheet_to_json<unknown[]>(sheet, { header: 1 })).toHaveLength(3);
  });

  test("sorts by number, with what has none last in both orders", async () => {
    const values = (html: string) => [...html.matchAll(/class="printed">([^<]*)/g)].map((match) => match[1]);
    expect(values(await page("/indicators?sort=value"))).toEqual(["-4.3亿元", "3.7%", "5.5%左右", "—"]);
    expect(values(await page("/indicators?sort=value&order=desc"))).toEqual([
      "5.5%左右",
      "3.7%",
      "-4.3亿元",
      "—",
    ]);
  });

  test("draws a series for one indicator of one region, with the figures in words", async () => {
    const html = await page("/indicators?indicator=地区生产总值增速");
    expect(html).toContain(
      'role="img" aria-label="北川县地区生产总值增速（%）：2022年实际3.7；2023年目标5.5左右',
    );
    expect(await page("/indicators")).not.toContain("<svg");
  });

  test("pages through many rows", async () => {
    const [row] = RECORDS;
    const many = Array.from({ length: 120 }, (_, at) => ({ ...row, raw: `行${at}`, year: 1900 + at }));
    const library = libraryOf(many.flatMap((each) => (each.id === undefined ? [] : [each as never])));
    const html = await (await createApp(exampleServices({ library })).request("/indicators?page=3")).text();
    expect(html).toContain("第 3 / 3 页");
    expect(html).toContain("行119");
    expect(html).not.toContain("下一页");
  });

  test("offers each value with how many rows it would show, also those that are not chosen", async () => {
    const html = await page("/indicators?kind=target");
    expect(html).toContain('value="target" checked>目标<small>2</small>');
    expect(html).toContain('value="actual">实际<small>2</small>');
    expect(html).toContain('value="2023">2023<small>2</small>');
  });

  test("sets regions side by side, an actual and its target", async () => {
    const base = RECORDS.slice(0, 1);
    const rows = ["江北区", "渝北区"].flatMap((region) =>
      base.flatMap((row) => [
        { ...row, region },
        { ...row, region, kind: "target" as const, raw: "7", value: 7 },
      ]),
    );
    const html = await (
      await createApp(exampleServices({ library: libraryOf(rows) })).request("/indicators?year=2022")
    ).text();
    expect(html).toContain("江北区 实际 3.7；江北区 目标 7；渝北区 实际 3.7；渝北区 目标 7");
  });

  test("suggests names for what is typed", async () => {
    const names = await (
      await app.request(`/api/suggest?field=indicator&q=${encodeURIComponent("口")}`)
    ).json();
    expect(names).toEqual(["进口"]);
    expect((await app.request("/api/suggest?field=colour&q=x")).status).toBe(400);
  });

  test("a filter nobody understands is a 400, as a page for a browser", async () => {
    const response = await app.request("/indicators?year=last", { headers: { accept: "text/html" } });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("year[0]");
  });
});

describe("the demo page", () => {
  test("answers without JavaScript: the answer, its markers and the exact words", async () => {
    const html = await page(`/?q=${encodeURIComponent("增速？")}`);
    expect(html).toContain('<a href="#c1">[1]</a>');
    expect(html).toContain(`<blockquote>${ANSWER.citations[0]?.quote}</blockquote>`);
    expect(html).not.toContain("人工智能生成");
  });

  test("says so when a model wrote the words", async () => {
    const response = { ...ANSWER, writtenBy: "model" as const };
    const ask = async function* write() {
      yield { type: "done" as const, response };
    };
    const html = await (await createApp(exampleServices({ ask })).request("/?q=x")).text();
    expect(html).toContain("由人工智能生成");
  });
});

describe("every page", () => {
  test.each(["/", "/documents", `/documents/${DOCUMENT.id}`, "/indicators"])(
    "%s carries no inline style or script",
    async (path) => {
      const html = await page(path);
      expect(html).toMatch(/^<!doctype html>/);
      expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*src=)/);
    },
  );

  test("the style sheets and the widget are there; the widget may be loaded from any page", async () => {
    for (const file of ["base.css", "frame.css", "report.css", "data.css", "home.css", "seal.svg"]) {
      expect((await app.request(`/assets/${file}`)).status).toBe(200);
    }
    expect((await app.request("/widget.js")).status).toBe(404);
    const served = createApp(exampleServices({ widget: async () => "export {};" }));
    const widget = await served.request("/widget.js");
    expect(widget.headers.get("content-type")).toContain("text/javascript");
    expect(widget.headers.get("access-control-allow-origin")).toBe("*");
    const tag = widget.headers.get("etag") ?? "";
    expect((await served.request("/widget.js", { headers: { "if-none-match": tag } })).status).toBe(304);
  });
});

function plain(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
