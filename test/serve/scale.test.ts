import { describe, expect, test } from "vitest";
import type { DocumentSummary, IndicatorRecord } from "#protocol/library.ts";
import { createApp } from "#serve/app.ts";
import { exampleServices, LIBRARY, libraryOf, RECORDS } from "./example.ts";

const KINDS = ["actual", "target", "estimate", "unknown"] as const;
/** The most bytes a page of any size of corpus may have. */
const BYTES = 200_000;

/** Rows of 2,000 regions and 4,000 indicators with names as long as such names are. */
const ROWS = RECORDS.slice(0, 1).flatMap((row): IndicatorRecord[] =>
  Array.from({ length: 60_000 }, (_, at) => ({
    ...row,
    id: `r${at}`,
    region: `某某省某某市第${at % 2_000}区`,
    indicator: `第${at % 4_000}项居民人均可支配收入增速`,
    year: 2000 + (at % 25),
    kind: KINDS[at % 4] ?? "unknown",
    value: (at * 7919) % 1_000,
  })),
);
const DOCUMENTS = LIBRARY.documents().flatMap((document): DocumentSummary[] =>
  Array.from({ length: 10_000 }, (_, at) => ({
    ...document,
    id: `d${at}`,
    title: `某某省某某市第${at % 2_000}区${2000 + (at % 25)}年国民经济和社会发展计划执行情况的报告`,
    region: `第${at % 2_000}区`,
    years: [2000 + (at % 25)],
    format: at % 2 === 0 ? "pdf" : "docx",
  })),
);
const library = { ...libraryOf(ROWS), documents: () => DOCUMENTS };
const app = createApp(exampleServices({ library }));
const get = async (path: string) => (await app.request(path)).text();

describe("however much is held", () => {
  test.each([
    "/indicators",
    "/indicators?sort=value&order=desc&page=900",
    `/indicators?kind=target&region=${encodeURIComponent("某某省某某市第1区")}`,
    "/documents",
    "/documents?q=第7区&page=2",
    "/documents?format=pdf&year=2004",
  ])("%s is no larger than a page should be", async (path) => {
    expect(Buffer.byteLength(await get(path))).toBeLessThan(BYTES);
  });

  test("a file holds every row of the selection", async () => {
    const csv = await get("/indicators.csv?kind=target");
    expect(csv.split("\r\n")).toHaveLength(15_000 + 2);
  });

  test("the list of reports is searched and narrowed", async () => {
    const html = await get(`/documents?q=${encodeURIComponent("第7区 2007年")}&format=docx`);
    expect(html).toContain("10000 份报告，符合条件的 5 份");
    expect(html).toContain('value="docx" checked>docx<small>5</small>');
  });

  test("a page is made once and then remembered", async () => {
    let made = 0;
    const counting = {
      ...library,
      indicatorPage: (query: Parameters<typeof library.indicatorPage>[0]) => {
        made += 1;
        return library.indicatorPage(query);
      },
    };
    const counted = createApp(exampleServices({ library: counting }));
    const first = await (await counted.request("/indicators?year=2004")).text();
    expect(await (await counted.request("/indicators?year=2004")).text()).toBe(first);
    expect(made).toBe(1);
  });
});
