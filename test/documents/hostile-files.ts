import { deflateSync } from "node:zlib";
import JSZip from "jszip";

/** A packed file of these parts. */
export async function packed(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const ofdRoot = (document: string) =>
  `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>${document}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`;

/** A PDF of these numbered objects, without a table of their places: a reader has to look for them. */
const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...objects.flatMap((object, at) => [
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from("\nendobj\n"),
    ]),
    Buffer.from("trailer << /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF"),
  ]);
const stream = (bytes: Buffer, extra = ""): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${extra} >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";

/** A sheet of a workbook whose cells are as given. */
const sheet = (cells: string) =>
  packed({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  });

/** A page of half a million letters: more than a sheet holds. */
export const overfull = (): Uint8Array => {
  const letters = Array.from(
    { length: 500_000 },
    (_, at) => `1 0 0 1 ${at % 595} ${(at * 7) % 842} Tm (a) Tj `,
  );
  const drawn = deflateSync(Buffer.from(`BT /F1 9 Tf ${letters.join("")}ET`));
  return pdf(CATALOG, PAGES, PAGE, stream(drawn, "/Filter /FlateDecode"));
};

/** Files that nobody means well with, format by format: each is read, or named with a reason, and no other is lost by it. */
export const FURTHER_FILES: Readonly<Record<string, () => Uint8Array | string | Promise<Uint8Array>>> = {
  "climbing.ofd": () => packed({ "OFD.xml": ofdRoot("../../../../etc/passwd") }),
  "round.ofd": () => packed({ "OFD.xml": ofdRoot("OFD.xml") }),
  "hollow.ofd": () => packed({ "OFD.xml": `<ofd:OFD ${OFD}/>` }),
  "broken.ofd": () => packed({ "OFD.xml": "<ofd:OFD" }),
  "deep.ofd": () => packed({ "OFD.xml": `<ofd:OFD ${OFD}>${"<ofd:DocBody>".repeat(100_000)}` }),
  "braces.rtf": () => `{\\rtf1 ${"{".repeat(100_000)}`,
  "quote.csv": () => `指标,2023年\n"${"总值,5.2\n".repeat(50_000)}`,
  "commas.csv": () => `指标${",".repeat(2_000_000)}`,
  "formulas.csv": () => `指标,2023年\n=HYPERLINK("http://x";"y"),@SUM(1+1)\n=cmd|' /C calc'!A0,5.2`,
  "span.html": () =>
    '<html><body><table><tr><td colspan="999999999" rowspan="999999999">青溪区</td><td>1</td></tr></table></body></html>',
  "attributes.html": () => `<html><body><p ${"a=1 ".repeat(500_000)}>青溪区公报</p></body></html>`,
  "comment.html": () => `<html><body>青溪区公报${"<!--".repeat(200_000)}`,
  "script.html": () =>
    "<html><body><script>for(;;);</script><img src=x onerror=alert(1)><p>青溪区公报。</p></body></html>",
  "far.xlsx": () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  "unreal.xlsx": () =>
    sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c><c r="ZZZZZ9"><v>1</v></c></row>'),
  "loop.pdf": () => pdf(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 >>"),
  "swollen.pdf": () =>
    pdf(CATALOG, PAGES, PAGE, stream(deflateSync(Buffer.alloc(100_000_000, 32)), "/Filter /FlateDecode")),
  "huge-page.pdf": () =>
    pdf(CATALOG, PAGES, PAGE.replace("595 842", "1e38 1e38"), stream(Buffer.from("BT (x) Tj ET"))),
  "nested.pdf": () => pdf(CATALOG, PAGES, PAGE, stream(Buffer.from("q ".repeat(20_000)))),
  "brackets.pdf": () => pdf(`${"[".repeat(200_000)}`),
  "utf16.txt": () =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("\ud800\udfff青\udc00", "utf16le")]),
  "unseen.txt": () => `青溪区2023年\u202e政府工作报告\u2066\u200b${"\u200d".repeat(100_000)}`,
  "digits.txt": () => `青溪区2023年公报\n${"9".repeat(2_000_000)}亿元`,
  "marks.md": () => `${"#".repeat(100_000)} 青溪区\n${"> ".repeat(50_000)}公报\n${"*_".repeat(50_000)}`,
};
