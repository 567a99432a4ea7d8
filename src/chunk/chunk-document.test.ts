import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Chunk } from "#domain/chunk.ts";
import { contains } from "#domain/span.ts";
import { readReport } from "#ingest/read-report.ts";
import { CUTTING, chunkDocument, cutDocument } from "./chunk-document.ts";

const corpus = new URL("../../corpus/", import.meta.url);
const files = readdirSync(corpus).filter((file) => file.endsWith(".txt"));

function read(file: string) {
  const { document } = readReport({ file, bytes: readFileSync(new URL(file, corpus)), metadata: null });
  if (document === null) throw new Error(`${file} was not read`);
  return document;
}

function readText(text: string) {
  const { document } = readReport({ file: "x.txt", bytes: new TextEncoder().encode(text), metadata: null });
  if (document === null) throw new Error("not read");
  return document;
}

const LONG =
  "坚持稳中求进工作总基调，扎实推进高质量发展，各项事业取得新的成效，人民生活持续改善，社会大局保持和谐稳定。";

describe.each(files)("%s", (file) => {
  const document = read(file);

  test("chunks are slices in reading order, none over a section's edge", async () => {
    const chunks = await chunkDocument(document);
    for (const [at, chunk] of chunks.entries()) {
      expect(chunk.text).toBe(document.text.slice(chunk.start, chunk.end));
      expect(chunk.ordinal).toBe(at);
      expect(chunk.start).toBeGreaterThanOrEqual(chunks[at - 1]?.end ?? 0);
      for (const section of document.sections) {
        const { start, end } = section.span;
        const apart = chunk.end <= start || end <= chunk.start;
        expect(apart || contains(section.span, chunk) || contains(chunk, section.span)).toBe(true);
      }
    }
  });

  test("every character is in exactly one chunk, headings on their own lines aside", async () => {
    const chunks = await chunkDocument(document);
    const headings = new Set(document.sections.map((section) => section.title));
    let from = 0;
    for (const { start, end } of [...chunks, { start: document.text.length, end: document.text.length }]) {
      const between = document.text.slice(from, start).split("\n");
      for (const line of between)
        expect(line === "" || headings.has(line.replace(/[。：:！？]$/, ""))).toBe(true);
      from = end;
    }
  });

  test("ids are unique and the same on a second run; sizes are bounded", async () => {
    const [once, again] = [await chunkDocument(document), await chunkDocument(document)];
    expect(new Set(once.map((chunk) => chunk.id)).size).toBe(once.length);
    expect(again).toEqual(once);
    const longest = Math.max(
      ...once.filter((chunk) => chunk.kind !== "definition").map((chunk) => chunk.text.length),
    );
    expect(longest).toBeLessThanOrEqual(525);
  });
});

describe("what a chunk carries", () => {
  const find = (chunks: readonly Chunk[], words: string) =>
    chunks.find((chunk) => chunk.text.includes(words));

  test("its section path, outermost first", async () => {
    const chunks = await chunkDocument(read("dadukou-2022-plan-report.txt"));
    expect(find(chunks, "累计减免水费、气费63.62万元")?.section).toEqual([
      "一、2022年国民经济和社会发展计划执行情况",
      "（三）重点任务完成情况",
      "1.全力稳住经济大盘，助企纾困成效明显",
      "惠企政策直达快享",
    ]);
  });

  test("a context of title, region, years and path; for the rest of a table its header too", async () => {
    const chunks = await chunkDocument(read("jiangbei-2022-plan-report.txt"));
    const rows = chunks.filter((chunk) => chunk.kind === "table" && chunk.section.at(-1)?.startsWith("表1"));
    expect(rows.length).toBeGreaterThan(1);
    expect(
      rows[0]?.text.startsWith(
        "序号 | 指标名称 | 预期目标 | 实际完成 | 备注\n1 | 地区生产总值增速（%） | 7左右 | 3.7 |",
      ),
    ).toBe(true);
    expect(rows[1]?.context).toBe(
      "关于重庆市江北区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告 · 江北区 · 2022年、2023年 · 一、2022年国民经济和社会发展规划执行情况 · ——核心计划指标执行情况 · 表1：2022年江北区国民经济和社会发展主要目标完成情况 · 序号 | 指标名称 | 预期目标 | 实际完成 | 备注",
    );
  });

  test("a kind: definitions whole, boxes, tables, prose", async () => {
    const chunks = await chunkDocument(read("jiangbei-2022-plan-report.txt"));
    expect(find(chunks, "“43321”重点项目调度督查机制")).toMatchObject({ kind: "definition" });
    expect(find(chunks, "“43321”重点项目调度督查机制")?.text.endsWith("“1”即抓好每周现场督查。")).toBe(true);
    expect(find(chunks, "破题 PPP、REITs、EOD")?.kind).toBe("box");
    expect(find(chunks, "合计 | 40708")?.kind).toBe("table");
    expect(find(chunks, "海尔洗碗机智能工厂建成投产")?.kind).toBe("prose");
  });
});

describe("cutting", () => {
  test("long sections are cut at sentence ends", async () => {
    const chunks = await chunkDocument(readText(`某县2023年工作报告\n\n一、回顾\n${LONG.repeat(20)}`));
    const body = chunks.filter((chunk) => chunk.section[0] === "一、回顾");
    expect(body.length).toBeGreaterThan(2);
    expect(body.every((chunk) => chunk.text.endsWith("。"))).toBe(true);
  });

  test("a sentence longer than a chunk is cut at a clause, never lost", async () => {
    const clause = LONG.replace("。", "，");
    const chunks = await chunkDocument(
      readText(`某县2023年工作报告\n\n一、回顾\n${clause.repeat(15)}完成。`),
    );
    expect(
      chunks
        .filter((chunk) => chunk.section.length > 0)
        .map((chunk) => chunk.text)
        .join(""),
    ).toBe(`${clause.repeat(15)}完成。`);
  });

  test("part rows stay with the row they are part of", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      `类别${at}重点建设项目\t10`,
      "其中：续建\t4",
      "新建\t6",
    ]).flat();
    const document = readText(
      ["某县2023年工作报告", "", "一、项目", "表1：项目", "类别\t个数", ...rows].join("\n"),
    );
    const chunks = (await chunkDocument(document)).filter((chunk) => chunk.kind === "table");
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.slice(1).every((chunk) => chunk.text.startsWith("类别"))).toBe(true);
  });

  test("a text without sections is cut all the same", async () => {
    const chunks = await chunkDocument(readText(`会议纪要\n${LONG.repeat(12)}`));
    expect(chunks.every((chunk) => chunk.section.length === 0)).toBe(true);
    expect(chunks.length).toBeGreaterThan(1);
  });

  test("equal words twice in one section get two ids", async () => {
    const rows = Array.from({ length: 2 }, () => `${"甲".repeat(415)}。`).join("\n");
    const chunks = await chunkDocument(readText(`某县2023年工作报告\n\n一、回顾\n${rows}`));
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(chunks.length);
  });
});

describe("cutting in another way", () => {
  const document = read("dadukou-2022-plan-report.txt");

  test("a smaller size gives more and shorter chunks that hold the same words", async () => {
    const [usual, small] = [
      await chunkDocument(document),
      await cutDocument(document, { ...CUTTING, largest: 200 }),
    ];
    const longest = Math.max(...small.map((chunk) => chunk.text.length));
    const words = (chunks: readonly Chunk[]) =>
      chunks.map((chunk) => chunk.text.replace(/\s/gu, "")).join("");
    expect(small.length).toBeGreaterThan(usual.length * 1.5);
    expect(longest).toBeLessThanOrEqual(250);
    expect(words(small)).toBe(words(usual));
  });

  test("without repeated headers only the context of later table rows differs", async () => {
    const [usual, bare] = [
      await chunkDocument(document),
      await cutDocument(document, { ...CUTTING, repeatHeader: false }),
    ];
    const headerless = (chunks: readonly Chunk[]) => chunks.map(({ context: _, ...chunk }) => chunk);
    expect(headerless(bare)).toEqual(headerless(usual));
    const changed = bare.filter((chunk, at) => chunk.context !== usual[at]?.context);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((chunk) => chunk.kind === "table")).toBe(true);
  });
});
