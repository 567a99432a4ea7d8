import { describe, expect, test } from "vitest";
import { readReport } from "#ingest/read-report.ts";

/** Bytes of one report, saved in ways that spare neither lines nor marks. */
const SENTENCES = Array.from(
  { length: 6 },
  (_, at) =>
    `面对复杂严峻的外部环境，全县上下团结一心，“第${at + 1}项任务”取得新成效，有关指标比上年增长5.${at}%，社会大局保持和谐稳定。`,
);
const PARAGRAPHS = [
  "云岭县2024年政府工作报告",
  "——2024年1月10日在云岭县第十届人民代表大会第三次会议上",
  "各位代表：",
  "一、2023年工作回顾",
  SENTENCES.join(""),
  "（一）工业经济稳中向好。",
  SENTENCES.join(""),
  "（二）农业基础不断夯实。",
  SENTENCES.join(""),
  "二、2024年工作安排",
  "（一）坚定不移发展工业。",
  SENTENCES.join(""),
  "（二）坚定不移改善民生。",
  SENTENCES.join(""),
];

function read(text: string, file = "x.txt") {
  const { document } = readReport({ file, bytes: new TextEncoder().encode(text), metadata: null });
  if (document === null) throw new Error("not read");
  const { title, region, years } = document;
  const outline = document.sections
    .filter((section) => section.kind === "heading")
    .map((section) => `${section.level} ${section.title}`);
  return { title, region, years, outline, text: document.text };
}

const OUTLINE = [
  "1 一、2023年工作回顾",
  "2 （一）工业经济稳中向好",
  "2 （二）农业基础不断夯实",
  "1 二、2024年工作安排",
  "2 （一）坚定不移发展工业",
  "2 （二）坚定不移改善民生",
];
const whole = {
  title: "云岭县2024年政府工作报告",
  region: "云岭县",
  years: [2023, 2024],
  outline: OUTLINE,
};

describe("the same report, however its file was mangled", () => {
  test.each([
    ["one paragraph a line", PARAGRAPHS.join("\n")],
    ["line ends of Windows", PARAGRAPHS.join("\r\n")],
    ["lines cut every 30 characters", PARAGRAPHS.flatMap((one) => one.match(/.{1,30}/gu) ?? []).join("\n")],
    ["one line, paragraphs parted by a space", PARAGRAPHS.join(" ")],
    ["HTML on one line", PARAGRAPHS.map((one) => `<p style="a">&nbsp;&emsp;${one}</p>`).join("")],
    ["HTML line breaks", PARAGRAPHS.map((one) => `&nbsp;${one}`).join("<br/>")],
    [
      "HTML with quotation marks as entities",
      `<head><title>首页</title></head>\n<!-- a -->\n${PARAGRAPHS.map((one) => `<p>${one.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;")}</p>`).join("\n")}`,
    ],
    [
      "Markdown with escapes",
      PARAGRAPHS.map((one) =>
        one.replace(/[.\-（）—]/g, (mark) => (/[.-]/.test(mark) ? `\\${mark}` : mark)),
      ).join("\n\n"),
    ],
  ])("%s", (_, text) => {
    const report = read(text);
    expect(report).toMatchObject(whole);
    expect(report.text).toContain(SENTENCES[0]);
    expect(report.text).not.toMatch(/[<>\\]|&\w+;/);
  });

  test("one line without a space between title and text: what ends a heading is a full stop or a year", () => {
    const { outline, region, text } = read(
      PARAGRAPHS.join("").replace("2023年工作回顾", "2023年工作回顾刚刚过去的2023年，"),
    );
    expect(region).toBe("云岭县");
    expect(outline.slice(0, 3)).toEqual(OUTLINE.slice(0, 3));
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(1300);
  });

  test("marks that only look like HTML stay", () => {
    expect(read("云岭县公报\n\n一、综合\n\n单位能耗<5%，R&D投入>3%，甲&乙公司。").text).toContain(
      "单位能耗<5%，R&D投入>3%，甲&乙公司。",
    );
  });
});

test("reading takes time in proportion to the size of the file", () => {
  const body = PARAGRAPHS.slice(3).join("\n");
  const report = (chapters: number) =>
    `${PARAGRAPHS.slice(0, 3).join("\n")}\n${`${body}\n`.repeat(chapters)}`;
  // Of the processor: the clock goes on while others work.
  const seconds = (text: string) => {
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  seconds(report(20));
  const small = seconds(report(100));
  expect(seconds(report(800))).toBeLessThan(Math.max(1, small * 8 * 4));
});
