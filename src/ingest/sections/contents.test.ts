import { describe, expect, test } from "vitest";
import { withoutContents } from "./contents.ts";

const kept = (...lines: string[]) =>
  withoutContents(lines.map((raw, at) => ({ number: at + 1, raw })))
    .map((line) => line.raw)
    .filter((raw) => raw !== "");

describe("a table of contents", () => {
  test("goes with its leaders and page numbers, on any page", () => {
    const report = ["某区2023年计划报告", "一、执行情况", "全区平稳运行。"];
    expect(kept("目  录", "一、执行情况……………1", "二、工作安排 ....... 12", ...report)).toEqual(report);
  });

  test("goes without page numbers where its lines stand again as headings", () => {
    const body = ["第一章 环境", "世界在变。", "第二章 目标", "稳中求进。"];
    expect(kept("目录", "第一章 环境", "第二章 目标", ...body)).toEqual(body);
  });

  test("stays where nothing says that it is one", () => {
    const lines = ["目录", "这里列出全部行政权力。", "一、行政许可"];
    expect(kept(...lines)).toEqual(lines);
  });
});
