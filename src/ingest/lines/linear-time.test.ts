import { describe, expect, test } from "vitest";
import { chunkDocument } from "#chunk/chunk-document.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readReport } from "#ingest/read-report.ts";

const SENTENCE =
  "全市地区生产总值完成5446.1亿元，增长3.7%，其中第一产业增加值103.2亿元，增长4.1%。居民消费价格上涨0.3%。";
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join("\n");

/** Files that took minutes, or more of the stack than there is. Each grows with its size alone. */
const FILES: Readonly<Record<string, (size: number) => string>> = {
  "rows of one cell": (size) => "| a |\n".repeat(size),
  "one row of many cells": (size) => "| a |".repeat(size),
  dots: (size) => ".".repeat(size),
  "a dot a line": (size) => ".\n".repeat(size / 4),
  "prose on one line": (size) => SENTENCE.repeat(size / 50),
  "a table of pipes": (size) =>
    `| 指标 | 单位 | 2023年 |\n|---|---|---|\n${rows(size / 20, (at) => `| 指标${at} | 亿元 | ${at}.5 |`)}`,
  "a table of HTML": (size) =>
    `<table><tr><th>指标</th><th>2023年</th></tr>${rows(size / 20, (at) => `<tr><td>指标${at}</td><td>${at}.5</td></tr>`)}</table>`,
  headings: (size) => rows(size / 20, (at) => `一、标题${at}\n\n正文${at}。`),
  "bold that never ends": (size) => "**a ".repeat(size / 4),
  "sentences cut by headings": (size) => `${SENTENCE.slice(0, -3)}\n一、标题\n`.repeat(size / 60),
};

/** Time of the processor to read, cut and look for figures. */
async function work(text: string): Promise<number> {
  const begun = process.cpuUsage();
  const { document } = readReport({ file: "a.txt", bytes: new TextEncoder().encode(text), metadata: null });
  if (document !== null) {
    await chunkDocument(document);
    extractIndicators(document);
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe("eight times the size takes at most about eight times the work", () => {
  test.each(Object.keys(FILES))("%s", { timeout: 120_000 }, async (name) => {
    const file = FILES[name] ?? (() => "");
    await work(file(2_000));
    const small = await work(file(8_000));
    const large = await work(file(64_000));
    // Square work would be 64 times as much; what is done once counts for little.
    expect(large).toBeLessThan(24 * Math.max(small, 20));
  });
});
