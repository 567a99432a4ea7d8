import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHILD_LIMITS } from "#ingest/child/run-child.ts";
import { type CorpusReading, readCorpus } from "#ingest/read-corpus.ts";
import { FURTHER_FILES, overfull, packed } from "./hostile-files.ts";
import { writeWorkbook } from "./write-workbook.ts";

const REPORT = "青溪区2023年政府工作报告\n\n一、2022年工作回顾\n\n全区地区生产总值增长5.2%。\n";
const WORKBOOK = writeWorkbook([
  {
    rows: [
      ["指标", "2023年"],
      ["总值", 5.2],
    ],
  },
]);
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

const wordFile = (document: string) =>
  packed({ "[Content_Types].xml": TYPES, "word/document.xml": document });
const compound = (name: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from(name, "utf16le"),
    Buffer.alloc(2000),
  ]);

/** A packed file whose directory says that its parts are small. */
function lying(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf("PK\u0001\u0002"); at >= 0; at = buffer.indexOf("PK\u0001\u0002", at + 4))
    buffer.writeUInt32LE(1000, at + 24);
  return buffer;
}

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`,
).join("")}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;
const EXTERNAL =
  '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';

/** What each file is, and the code it is named by; `null` for one that does no harm and may be read. */
const FILES: Readonly<
  Record<string, readonly [content: () => Uint8Array | string | Promise<Uint8Array>, code: RegExp | null]>
> = {
  "empty.pdf": [() => "", /^empty_file$/],
  "empty.docx": [() => "", /^empty_file$/],
  "cut.xlsx": [() => WORKBOOK.slice(0, WORKBOOK.length / 2), /^damaged$/],
  "cut.pdf": [() => "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0", /./],
  "cut.docx": [async () => (await wordFile("<w/>")).slice(0, 90), /^damaged$/],
  "bomb.xlsx": [
    () => packed({ "xl/workbook.xml": "<workbook/>", "xl/sheet.xml": "0".repeat(60_000_000) }),
    /^zip_bomb$/,
  ],
  "bomb.docx": [() => wordFile(" ".repeat(60_000_000)), /^zip_bomb$/],
  "lying-bomb.docx": [async () => lying(await wordFile(`<w>${" ".repeat(60_000_000)}</w>`)), /./],
  "archive.zip": [() => packed({ "report.txt": REPORT }), /^archive$/],
  "archive.docx": [async () => packed({ "inner.zip": await packed({ "a.txt": REPORT }) }), /^archive$/],
  "archive.pdf": [() => Buffer.from("526172211a0700cf", "hex"), /^archive$/],
  "overfull.pdf": [overfull, /^damaged$/],
  "picture.pdf": [() => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /^picture$/],
  "picture.png": [() => Buffer.from("89504e470d0a1a0a", "hex"), /^unread_format$/],
  "words.pdf": [() => REPORT, /^unread_format$/],
  "noise.pdf": [() => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251), /^unread_format$/],
  "noise.docx": [() => wordFile("\u0001\u0002 no xml"), /./],
  "locked.xlsx": [() => compound("EncryptedPackage"), /^encrypted$/],
  "hollow.doc": [() => compound("nothing"), /^damaged$/],
  "hollow.xls": [() => compound("Workbook"), /./],
  "slides.ppt.doc": [() => compound("PowerPoint Document"), /^unread_format$/],
  "mail.html": [() => "MIME-Version: 1.0\nContent-Type: text/plain\n\nabc", /^unread_format$/],
  "archive-without-page.html": [
    () => "MIME-Version: 1.0\nContent-Type: multipart/related\n\nabc",
    /^no_text$/,
  ],
  "deep.docx": [() => wordFile(`<w>${"<w:tbl>".repeat(200_000)}`), /./],
  "deep.html": [() => `<html><body>${"<div>".repeat(100_000)}青溪区公报`, null],
  "deep-tables.html": [() => `<html><body>${"<table><tr><td>".repeat(20_000)}青溪区公报`, null],
  "entities.docx": [() => wordFile(ENTITIES), /./],
  "external.docx": [() => wordFile(EXTERNAL), /./],
  "page.xls": [
    () =>
      "<html><body><table><tr><th>指标</th><th>2023年</th></tr><tr><td>总值</td><td>5.2</td></tr></table></body></html>",
    null,
  ],
  "sheet.doc": [() => WORKBOOK, null],
  "vast.xlsx": [
    () =>
      writeWorkbook([
        {
          rows: [
            ["指标", "2023年"],
            ["总值", 5.2],
          ],
          merges: ["C5:XFD1048576"],
        },
      ]),
    null,
  ],
  "bars.txt": [() => "| a |\n".repeat(170_000), null],
  "dots.txt": [() => ".".repeat(80_000), null],
  "cells.txt": [() => "<td>1".repeat(180_000), null],
  "sections.txt": [() => "（一）甲乙丙\n内容。\n".repeat(3_000), null],
  "rows.md": [() => `| 指标 | 2022年 |\n|---|---|\n${"| 增速 | 1% |\n".repeat(20_000)}`, null],
  "prose.txt": [() => "全年收入1亿元，增长2%。".repeat(180_000), null],
  "nul.txt": [() => new Uint8Array(5000), /^binary_file$/],
  "line\nbreak.csv": [() => "指标,2023年\n总值,5.2", null],
};

let folder = "";
let outside = "";
let reading: CorpusReading;
const named = (file: string) => reading.problems.filter((problem) => problem.file === file);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
  outside = mkdtempSync(path.join(tmpdir(), "outside-"));
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at("good.txt"), REPORT);
  mkdirSync(at("2023"));
  writeFileSync(at("2023/good.xlsx"), WORKBOOK);
  for (const [name, [content]] of Object.entries(FILES)) writeFileSync(at(name), await content());
  for (const [name, content] of Object.entries(FURTHER_FILES)) writeFileSync(at(name), await content());
  writeFileSync(path.join(outside, "secret.txt"), "秘密。".repeat(50));
  writeFileSync(at("sparse.pdf"), "");
  truncateSync(at("sparse.pdf"), 200 * 1024 * 1024);
  symlinkSync("/dev/zero", at("endless.txt"));
  symlinkSync(path.join(outside, "secret.txt"), at("secret.txt"));
  symlinkSync(at("loop.txt"), at("loop.txt"));
  symlinkSync(outside, at("elsewhere"));
  symlinkSync(at("good.txt"), at("inside.txt"));
  if (process.platform !== "win32") execFileSync("mkfifo", [at("pipe.txt")]);
  mkdirSync(at(Array.from({ length: 18 }, () => "d").join("/")), { recursive: true });
  writeFileSync(at(".hidden.pdf"), "%PDF");
  writeFileSync(at("~$good.docx"), "lock");
  reading = await readCorpus(folder);
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(outside, { recursive: true });
});

describe("a folder of hostile files", () => {
  test.each(Object.entries(FILES).filter(([, [, code]]) => code !== null))(
    "%s is named, with a reason and what to do",
    (file, [, code]) => {
      const [problem] = named(file);
      expect(problem?.code).toMatch(code ?? /./);
      expect(problem?.message.length).toBeGreaterThan(20);
    },
  );

  const harmless = Object.entries(FILES).flatMap(([file, [, code]]) => (code === null ? [file] : []));

  test.each([...harmless, ...Object.keys(FURTHER_FILES)])("%s does no harm: it is read, or named", (file) => {
    const read = reading.documents.some((document) => document.file === file);
    expect(read || named(file).length > 0).toBe(true);
  });

  test.each([
    ["sparse.pdf", "too_large"],
    ["endless.txt", "link_outside"],
    ["secret.txt", "link_outside"],
    ["loop.txt", "unreadable"],
    ["elsewhere", "link_outside"],
    ["pipe.txt", "not_a_file"],
    [Array.from({ length: 17 }, () => "d").join("/"), "too_deep"],
  ])("%s is not followed and named %s", (file, code) => {
    expect(named(file).map((problem) => problem.code)).toEqual([code]);
  });

  test("the good reports are read, in sub-folders and through a link inside as well", () => {
    const files = reading.documents.map((document) => document.file);
    expect(files).toEqual(expect.arrayContaining(["good.txt", "2023/good.xlsx", "inside.txt"]));
    expect(reading.documents.find(({ file }) => file === "2023/good.xlsx")).toMatchObject({
      id: "2023-good",
      tables: [{ rows: [{}] }],
    });
  });

  test("ids are unique and safe in an address, whatever the files are called", () => {
    const ids = reading.documents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  test("nothing from outside the folder is read", () => {
    for (const { text } of reading.documents) {
      expect(text).not.toContain("秘密");
      expect(text).not.toContain("root:");
    }
  });

  test("hidden files and locks of office programs are no reports", () => {
    expect(named(".hidden.pdf")).toEqual([]);
    expect(named("~$good.docx")).toEqual([]);
  });
});

test("a reader that hangs or crashes loses its own file alone", { timeout: 60_000 }, async () => {
  const corpus = mkdtempSync(path.join(tmpdir(), "readers-"));
  const program = path.join(corpus, "program.mjs");
  writeFileSync(
    program,
    `import { readSync, writeSync } from "node:fs";
    const input = Buffer.alloc(65536);
    const words = input.toString("utf8", 0, readSync(0, input));
    if (words.includes("hang")) for (;;);
    if (words.includes("crash")) throw new RangeError("no such cell");
    if (words.includes("nonsense")) writeSync(3, '{"blocks": 5}');
    const block = { kind: "paragraph", text: "青溪区公报", origin: { page: null, sheet: null } };
    const facts = { title: null, issuer: null, published: null, url: null };
    writeSync(3, JSON.stringify({ blocks: [block], facts, problems: [], pages: null }));
    process.exit(0);`,
  );
  for (const name of ["hang", "crash", "nonsense", "good"])
    writeFileSync(path.join(corpus, `${name}.csv`), `${name},1\na,2`);
  const limits = { ...CHILD_LIMITS, deadlineMs: 1_500, program };
  const { documents, problems } = await readCorpus(corpus, { kept: null, limits });
  rmSync(corpus, { recursive: true });
  expect(documents.map(({ file }) => file)).toEqual(["good.csv"]);
  const errors = problems.filter(({ file, severity }) => file.endsWith(".csv") && severity === "error");
  expect(errors).toMatchObject([
    { file: "crash.csv", code: "crashed", message: expect.stringContaining("no such cell") },
    { file: "hang.csv", code: "deadline" },
    { file: "nonsense.csv", code: "crashed" },
  ]);
});
