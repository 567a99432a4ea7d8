import { describe, expect, test } from "vitest";
import { childrenOf, readCorpusReport, titles } from "./corpus-report.ts";

const yubei = readCorpusReport("yubei-2023-work-report.txt");

describe("渝北区 2023: a long work report", () => {
  test("headings", () => {
    expect(titles(yubei, [1])).toEqual([
      "一、2023年工作回顾",
      "二、2024年重点工作",
      "三、切实加强政府自身建设",
    ]);
    expect(childrenOf(yubei, "三、切实加强政府自身建设")).toEqual([
      "（一）坚定信念铸就绝对忠诚",
      "（二）坚行法治强化依法履职",
      "（三）坚持变革提升工作质效",
      "（四）坚守初心打造廉洁政府",
    ]);
  });

  test("lead-ins, inside one paragraph and at the start of paragraphs", () => {
    expect(childrenOf(yubei, "（六）扎实推进社会民生全面进步")).toEqual([
      "公共服务增量提质",
      "民生保障扎实有力",
      "平安渝北建设成效明显",
    ]);
    expect(childrenOf(yubei, "（一）坚定不移强改革、扩开放，不断增强发展活力")).toEqual([
      "纵深推进重点领域改革",
      "深度融入双城经济圈建设",
      "深化拓展西部陆海新通道“空中走廊”",
    ]);
  });

  test("page marks at the end are gone", () => {
    expect(yubei.text.trimEnd().endsWith("2024年2月3日印发")).toBe(true);
  });
});
