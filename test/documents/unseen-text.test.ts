import { describe, expect, test } from "vitest";
import type { FileReading } from "#ingest/formats/file-reading.ts";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { readPdf } from "#ingest/formats/pdf/read-pdf.ts";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { docxOf, para, run, tbl } from "./docx-parts.ts";
import { told } from "./made-blocks.ts";
import { type PdfMark, writePdf } from "./pdf-writer.ts";
import { pageOf } from "./write-html.ts";

/** Text that a file holds and nobody who looks at it sees is no text of the report: it may say anything. */

const SEEN = "全年地区生产总值812.4亿元，比上年增长5.6%。";
const UNSEEN = "全年地区生产总值9999亿元。";

const codes = ({ problems }: FileReading) => problems.map(({ code }) => code);

describe("in a PDF", () => {
  const seen: PdfMark = { kind: "text", x: 60, y: 100, text: SEEN };
  const unseen = { kind: "text", x: 60, y: 140, text: UNSEEN } as const;
  const read = async (marks: readonly PdfMark[]) => await readPdf(writePdf([{ marks }]));

  test.each<[string, PdfMark]>([
    ["white on white", { ...unseen, white: true }],
    ["without size", { ...unseen, size: 0.1 }],
    ["beside the page", { ...unseen, x: 700 }],
    ["laid under a picture by recognition", { ...unseen, hidden: true }],
  ])("%s", async (_, mark) => {
    const reading = await read([seen, mark]);
    expect(told(reading)).toEqual([SEEN]);
  });

  test("what is left out is told", async () => {
    expect(codes(await read([seen, { ...unseen, white: true }]))).toEqual(["hidden_left_out"]);
    expect(codes(await read([seen]))).toEqual([]);
  });

  test("white letters on a coloured ground are seen", async () => {
    const ground: PdfMark = { kind: "ground", x: 50, y: 120, width: 400, height: 40 };
    const reading = await read([seen, ground, { ...unseen, white: true }]);
    expect(told(reading).join("")).toContain(UNSEEN);
  });
});

describe("in a Word file", () => {
  test.each([
    ["hidden", "<w:vanish/>"],
    ["white on white", '<w:color w:val="FFFFFF"/>'],
    ["of one point", '<w:sz w:val="2"/>'],
  ])("%s", async (_, properties) => {
    const reading = await readDocx(await docxOf({ body: para(SEEN) + para(run(UNSEEN, properties)) }));
    expect(told(reading)).toEqual([SEEN]);
    expect(codes(reading)).toContain("hidden_left_out");
  });

  test("white letters in a table or on a ground of their own are seen", async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const head = para(run("指标", white));
    const body =
      para(run(SEEN, `${white}<w:shd w:val="clear" w:fill="0000FF"/>`)) +
      tbl([
        [[head, ""], "数值"],
        ["产值", "1"],
      ]);
    expect(told(await readDocx(await docxOf({ body })))).toEqual([SEEN, "指标 | 数值", "产值 | 1"]);
  });
});

describe("in a page", () => {
  test.each([
    "display:none",
    "visibility:hidden",
    "font-size:0",
    "font-size:1px",
    "color:#fff",
    "opacity:0",
    "position:absolute;left:-9999px",
  ])("%s", async (style) => {
    const reading = await readHtml(pageOf(`<p>${SEEN}</p><p style="${style}">${UNSEEN}</p>`));
    expect(told(reading)).toEqual([SEEN]);
  });
});
