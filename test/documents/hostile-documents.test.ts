import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { FormatReader } from "#ingest/formats/file-reading.ts";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { readOfd } from "#ingest/formats/ofd/read-ofd.ts";
import { openZip } from "#ingest/formats/package/open-zip.ts";
import { readDocx } from "#ingest/formats/word/read-docx.ts";
import { docxOf, para, run, tbl } from "./docx-parts.ts";
import { told } from "./made-blocks.ts";
import { htmlBytes } from "./write-html.ts";
import { ofdOf, textObject } from "./write-ofd.ts";

/** Files made to hang, to fill the memory or to reach out: each ends soon, read or with its fault named. */

const SENTENCE = "全年收入1亿元，增长2%。";
const page = (body: string) =>
  htmlBytes(`<html><meta charset="utf-8"><body><p>${SENTENCE}</p>${body}</body></html>`);
const codesOf = async (read: FormatReader, bytes: Uint8Array) => {
  const { blocks, problems } = await read(bytes);
  const faults = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (faults.length > 0) expect(blocks).toEqual([]);
  return faults;
};

describe("pages", () => {
  test.each([
    ["100,000 elements within one another", "too_deep", () => "<div>".repeat(100_000)],
    ["100,000 tables within one another", "too_deep", () => "<table><tr><td>".repeat(100_000)],
    ["elements that are never closed", "too_deep", () => "<font>".repeat(100_000)],
    ["300,001 cells", "too_large", () => `<table>${`<tr>${"<td>1".repeat(100)}`.repeat(3_001)}</table>`],
    [
      "spans over everything",
      "too_large",
      () => `<table>${`<tr>${"<td rowspan=65534>a".repeat(20)}`.repeat(400)}</table>`,
    ],
    [
      "a table of 1,100 columns",
      "too_large",
      () => `<table>${`<tr>${"<td>a".repeat(1_100)}`.repeat(2)}</table>`,
    ],
  ])("%s: %s", async (_, code, body) => {
    expect(await codesOf(readHtml, page(body()))).toEqual([code]);
  });

  test("bytes that are no text", async () => {
    expect(await codesOf(readHtml, new Uint8Array(100_000))).toEqual(["damaged"]);
  });

  test.each([
    ["a span of 100,000 columns", "<table><tr><td colspan=100000>甲<tr><td>乙<td>1</table>"],
    ["200 tables within one another", "<table><tr><td>".repeat(200)],
    [
      "style sheets that never end",
      `<style>${"@media x{".repeat(20_000)}</style><style>${"/*".repeat(20_000)}</style>`,
    ],
    ["a style of 100,000 declarations", `<p style="${"color:#fff;".repeat(100_000)}">甲</p>`],
    ["a line of spaces", `<p>${" \n".repeat(200_000)}甲${"　".repeat(200_000)}</p>`],
    ["a trail of signs", `<p>${">".repeat(100_000)}</p><p>${"来源：".repeat(50_000)}</p>`],
    ["20,000 breaks in a paragraph", `<p>${"全年收入<br>".repeat(20_000)}</p>`],
    ["a cell of 100,000 figures", `<table><tr><td>${"1 ".repeat(100_000)}x<td>2</table>`],
  ])("%s is read", async (_, body) => {
    const reading = await readHtml(page(body));
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(told(reading)[0]).toBe(SENTENCE);
  });
});

const documentOf = async (document: string) => {
  const zip = new JSZip();
  zip.file("word/document.xml", document);
  return zip.generateAsync({ type: "uint8array" });
};

describe("Word files", () => {
  test.each([
    [
      "entities that multiply",
      "unsafe",
      () => documentOf('<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    ],
    [
      "an entity of another file",
      "unsafe",
      () => documentOf('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ],
    [
      "5,000 tables within one another",
      "too_deep",
      () => docxOf({ body: "<w:tbl><w:tr><w:tc>".repeat(5_000) }),
    ],
    ["a cut file", "damaged", async () => (await docxOf({ body: para("甲".repeat(5_000)) })).slice(0, 700)],
    ["XML that breaks off", "damaged", () => documentOf("<w:document><w:body><w:p>")],
    [
      "a zip without a document",
      "damaged",
      () => new JSZip().file("a.txt", "a").generateAsync({ type: "uint8array" }),
    ],
    ["no zip at all", "damaged", async () => htmlBytes("PK，不是压缩包")],
  ])("%s: %s", async (_, code, make) => {
    expect(await codesOf(readDocx, await make())).toEqual([code]);
  });

  test("a part is unpacked no further than its limit, whatever the zip says of its size", async () => {
    const zip = new JSZip().file("a.xml", " ".repeat(200_000)).file("b.xml", " ".repeat(60_000));
    const bytes = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    const opened = await openZip(bytes, { entries: 10, part: 100_000, all: 100_000 });
    await expect(opened.bytes("a.xml")).rejects.toMatchObject({ code: "too_large" });
    expect((await opened.bytes("b.xml"))?.length).toBe(60_000);
    await expect(opened.bytes("b.xml")).rejects.toMatchObject({ code: "too_large" });
    await expect(openZip(bytes, { entries: 1, part: 1, all: 1 })).rejects.toMatchObject({
      code: "too_large",
    });
  });

  test("flipped bytes", async () => {
    const bytes = await docxOf({ body: para("全年收入".repeat(2_000)) });
    const broken = bytes.map((byte, at) => (at > 600 && at < 700 ? byte ^ 255 : byte));
    expect(await codesOf(readDocx, broken)).toEqual(["damaged"]);
  });

  test.each([
    [
      "styles based on one another in a ring",
      {
        body: para("甲", '<w:pStyle w:val="A"/>'),
        styles:
          '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
      },
    ],
    [
      "spans beyond any grid",
      {
        body: tbl(
          [
            [
              ["甲", '<w:gridSpan w:val="100000000"/>'],
              ["", '<w:gridSpan w:val="-5"/>'],
            ],
          ],
          ['<w:gridBefore w:val="999999999"/>'],
        ),
      },
    ],
    [
      "alternatives within one another",
      {
        body: para(
          `<w:r>${"<mc:AlternateContent><mc:Choice>".repeat(100)}<w:t>甲</w:t>${"</mc:Choice></mc:AlternateContent>".repeat(100)}</w:r>${run("甲")}`,
        ),
      },
    ],
    [
      "a note that refers to itself",
      {
        body: para(`${run("甲")}<w:r><w:footnoteReference w:id="1"/></w:r>`),
        footnotes: `<w:footnote w:id="1">${para('<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
      },
    ],
    [
      "a list that starts at two thousand million",
      {
        body: para("甲", '<w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
    ],
    [
      "macros and pictures of other machines",
      { body: para(run("甲")), others: { "word/vbaProject.bin": "MZ" } },
    ],
  ])("%s: read", async (_, parts) => {
    const reading = await readDocx(await docxOf(parts));
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(told(reading).join("")).toContain("甲");
  });
});

describe("OFD files", () => {
  const pagesNamed = (count: number) => ({
    "Doc_0/Document.xml": `<Document><Pages>${'<Page BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(count)}</Pages></Document>`,
  });

  test.each([
    ["blocks within one another", "too_deep", () => ofdOf(["<ofd:PageBlock>".repeat(5_000)])],
    [
      "more pages than any report",
      "too_large",
      () => ofdOf([textObject("甲", 20, 20)], { others: pagesNamed(5_000) }),
    ],
    ["a document type", "unsafe", () => ofdOf([""], { others: { "OFD.xml": "<!DOCTYPE a><OFD/>" } })],
    [
      "a document that is not there",
      "damaged",
      () =>
        ofdOf([""], {
          others: { "OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>" },
        }),
    ],
  ])("%s: %s", async (_, code, make) => {
    expect(await codesOf(readOfd, await make())).toEqual([code]);
  });

  test("steps that never end, and places that are no numbers", async () => {
    const object = `<ofd:TextObject Boundary="a 1e999" CTM="NaN x" Size="1e308"><ofd:TextCode X="1e308" DeltaX="${"g 999999999 1 ".repeat(100)}">甲</ofd:TextCode></ofd:TextObject>`;
    const reading = await readOfd(await ofdOf([object + textObject("乙", 20, 20)]));
    expect(told(reading).join("")).toContain("乙");
  });
});
