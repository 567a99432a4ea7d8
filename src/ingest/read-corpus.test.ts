import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { corpusDigest } from "./corpus-files.ts";
import { readCorpus } from "./read-corpus.ts";

const REPORT = [
  "2023年定兴县政府工作报告",
  "——2023年1月8日在定兴县第十七届人民代表大会第二次会议上",
  "各位代表：",
  "一、2022年工作回顾",
  "全县地区生产总值增长5.2%。",
].join("\n");

let directory = "";
const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(path.join(directory, name), content);
const codes = (problems: readonly { file: string; code: string }[]) =>
  problems.map(({ file, code }) => `${file} ${code}`);

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "corpus-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("readCorpus", () => {
  test("reads .txt, .md and .markdown in the order of their names and passes over the rest", async () => {
    put("b.md", REPORT);
    put("a.txt", `${REPORT}\n二、2023年工作安排`);
    put("c.markdown", `${REPORT}\n三、自身建设`);
    put(".hidden.txt", REPORT);
    put("~$b.docx", "x");
    mkdirSync(path.join(directory, "old.txt"));
    const { documents, problems } = await readCorpus(directory);
    expect(documents.map((document) => document.id)).toEqual(["a", "b", "c"]);
    expect(problems).toEqual([]);
  });

  test("one bad file harms no other and is named", async () => {
    put("good.txt", REPORT);
    put("empty.txt", "");
    put("binary.txt", Uint8Array.from([0, 1, 2, 3]));
    put("broken.txt", Uint8Array.from([0xff, 0x80, 0xff, 0x80]));
    put("huge.txt", "");
    truncateSync(path.join(directory, "huge.txt"), 50 * 1024 * 1024);
    const { documents, problems } = await readCorpus(directory);
    expect(documents.map((document) => document.file)).toEqual(["good.txt"]);
    expect(codes(problems)).toEqual([
      "binary.txt binary_file",
      "broken.txt undecodable",
      "empty.txt empty_file",
      "huge.txt too_large",
    ]);
    expect(problems.at(-1)?.message).toBe("the file has 50 MB; the limit is 20 MB");
  });

  test("without metadata everything is inferred; with it, what it says counts", async () => {
    put("x.txt", REPORT);
    expect((await readCorpus(directory)).documents[0]).toMatchObject({
      id: "x",
      title: "2023年定兴县政府工作报告",
      region: "定兴县",
      years: [2022, 2023],
      reviewYear: 2022,
      planYear: 2023,
      kind: "work-report",
      published: "2023-01-08",
    });
    put(
      "metadata.json",
      JSON.stringify([{ file: "x.txt", id: "dingxing", title: "定兴报告" }, { file: "gone.txt" }]),
    );
    const { documents, problems } = await readCorpus(directory);
    expect(documents[0]).toMatchObject({ id: "dingxing", title: "定兴报告", region: "定兴县" });
    expect(codes(problems)).toEqual(["gone.txt missing_file"]);
  });

  test("a broken metadata file or entry is reported and the reports are still read", async () => {
    put("x.txt", REPORT);
    put("metadata.json", "{ not json");
    expect(codes((await readCorpus(directory)).problems)).toEqual(["metadata.json bad_metadata"]);
    put("metadata.json", JSON.stringify([{ file: "x.txt", kind: "poem" }]));
    const { documents, problems } = await readCorpus(directory);
    expect(documents).toHaveLength(1);
    expect(codes(problems)).toEqual(["metadata.json bad_metadata"]);
  });

  test("a report in a format that is not read is named", async () => {
    put("x.txt", REPORT);
    put("old.zip", "1");
    put("logo.png", "1");
    put("plan.docx", "2");
    expect(codes((await readCorpus(directory)).problems)).toEqual([
      "logo.png unread_format",
      "old.zip archive",
      "plan.docx unread_format",
    ]);
  });

  test("equal ids and equal contents are warned about; ids stay unique", async () => {
    put("报告.txt", REPORT);
    put("a b.txt", REPORT);
    put("a-b.txt", `${REPORT}\n完。`);
    const { documents, problems } = await readCorpus(directory);
    expect(new Set(documents.map((document) => document.id)).size).toBe(3);
    expect(documents.every((document) => /^[a-z0-9-]+$/.test(document.id))).toBe(true);
    expect(codes(problems)).toEqual(["a-b.txt duplicate_id", "报告.txt duplicate_content"]);
  });

  test("the digest of a reading is of the bytes that were read: a report replaced since makes it stale", async () => {
    put("x.txt", REPORT);
    mkdirSync(path.join(directory, "2022"));
    put("2022/y.txt", `${REPORT}完。`);
    put("metadata.json", "[]");
    const { digest } = await readCorpus(directory);
    expect(await corpusDigest(directory)).toBe(digest);
    put("2022/y.txt", `${REPORT}又完。`);
    expect(await corpusDigest(directory)).not.toBe(digest);
  });

  test("sub-folders are read; the metadata file names a report by its path", async () => {
    mkdirSync(path.join(directory, "定兴", "2023"), { recursive: true });
    put("定兴/2023/x.txt", REPORT);
    put("metadata.json", JSON.stringify([{ file: "定兴/2023/x.txt", id: "dingxing" }]));
    const { documents, problems } = await readCorpus(directory);
    expect(documents).toMatchObject([{ id: "dingxing", file: "定兴/2023/x.txt" }]);
    expect(problems).toEqual([]);
  });

  test("a PDF or sheet beside a text of its name takes another id, and the text keeps its own", async () => {
    put("x.txt", REPORT);
    put("x.csv", "指标,2023年\n总值,5.2\n");
    const { documents } = await readCorpus(directory);
    expect(documents.map(({ file, id }) => [file, id])).toEqual([
      ["x.csv", "x-csv"],
      ["x.txt", "x"],
    ]);
  });

  test("the digest changes with a byte, a name or the metadata, and with nothing else", async () => {
    put("x.txt", REPORT);
    const digest = await corpusDigest(directory);
    put("ignored.png", "1");
    expect(await corpusDigest(directory)).toBe(digest);
    put("metadata.json", "[]");
    const described = await corpusDigest(directory);
    put("x.txt", `${REPORT} `);
    expect(new Set([digest, described, await corpusDigest(directory)]).size).toBe(3);
  });
});
