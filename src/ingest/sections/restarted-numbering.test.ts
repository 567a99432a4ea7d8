import { describe, expect, test } from "vitest";
import { readReport } from "#ingest/read-report.ts";

/** The outline of a report with these headings, each over a sentence, indented by level. */
function outline(...headings: string[]): string[] {
  const text = [
    "某县2023年政府工作报告",
    "各位代表：",
    ...headings.flatMap((heading) => [heading, "全县稳中求进，各项工作平稳。"]),
  ];
  const bytes = new TextEncoder().encode(text.join("\n\n"));
  const { document } = readReport({ file: "x.txt", bytes, metadata: null });
  return (document?.sections ?? []).map((section) => `${"  ".repeat(section.level - 1)}${section.title}`);
}

describe("numbers that begin again", () => {
  test("一、 below 二、 is a part of it, until the number that continues the chapters", () => {
    expect(
      outline(
        "一、回顾",
        "二、重点任务",
        "一、扩大内需",
        "二、产业升级",
        "三、改善民生",
        "四、绿色发展",
        "三、2023年实事",
      ),
    ).toEqual([
      "一、回顾",
      "二、重点任务",
      "  一、扩大内需",
      "  二、产业升级",
      "  三、改善民生",
      "  四、绿色发展",
      "三、2023年实事",
    ]);
  });

  test("二、 continues a first chapter that has no number", () => {
    expect(
      outline(
        "2022年工作回顾",
        "一、工业增势好",
        "二、农业基础牢",
        "二、2023年工作安排",
        "一、扩大内需",
        "二、产业升级",
      ),
    ).toEqual([
      "2022年工作回顾",
      "  一、工业增势好",
      "  二、农业基础牢",
      "二、2023年工作安排",
      "  一、扩大内需",
      "  二、产业升级",
    ]);
  });

  test("chapters numbered through stay side by side", () => {
    const chapters = ["一、2022年工作回顾", "二、2023年总体要求", "三、2023年重点工作"];
    expect(outline(...chapters)).toEqual(chapters);
  });
});
