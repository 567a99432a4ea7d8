import { describe, expect, test } from "vitest";
import { readPdf } from "#ingest/formats/pdf/read-pdf.ts";
import { told } from "./made-blocks.ts";
import { centred, proseMarks } from "./pdf-layout.ts";
import { type PdfMark, writePdf } from "./pdf-writer.ts";

const LONG =
  "全年全市实现地区生产总值2765.8亿元，比上年增长5.5%。分产业看，第一产业增加值214.5亿元，同比增长4.0%；第二产业增加值1085.7亿元，同比增长4.4%；第三产业增加值1465.6亿元，同比增长6.5%。";
const OTHER =
  "全市一般公共预算收入完成312.4亿元，为预算的101.2%，比上年增长3.1%，其中税收收入240.6亿元，增长2.8%。";

const linesOf = async (...pages: (readonly PdfMark[])[]) =>
  told(await readPdf(writePdf(pages.map((marks) => ({ marks })))));
const at = (x: number, y: number, text: string, size = 12): PdfMark => ({ kind: "text", x, y, text, size });
const problemOf = async (bytes: Uint8Array) => {
  const { blocks, problems } = await readPdf(bytes);
  return { blocks, code: problems.map(({ severity, code }) => `${severity} ${code}`) };
};

describe("paragraphs", () => {
  test("lines are joined, whatever they cut; a first line set in begins a paragraph", async () => {
    const marks = [...proseMarks(LONG, { y: 100 }), ...proseMarks(OTHER, { y: 180 })];
    expect(await linesOf(marks)).toEqual([LONG, OTHER]);
  });

  test("a paragraph goes on over the end of a page", async () => {
    const lines = proseMarks(LONG, { y: 100 });
    const upper = [...proseMarks(OTHER, { y: 60 }), ...lines.slice(0, 2)];
    const lower = [...lines.slice(2), ...proseMarks(OTHER, { y: 200 })];
    expect(await linesOf(upper, lower)).toEqual([OTHER, LONG, OTHER]);
  });

  test("a note at the foot of a page does not cut the paragraph that goes on over it", async () => {
    const lines = proseMarks(LONG, { y: 100 });
    const upper = [
      ...proseMarks(OTHER, { y: 40 }),
      ...lines.slice(0, 2),
      at(90, 744, "3", 5),
      at(95, 748, "指横琴合作区。", 9),
    ];
    const lower = [...lines.slice(2), ...proseMarks(OTHER, { y: 200 })];
    expect(await linesOf(upper, lower)).toEqual([OTHER, LONG, "* [3]指横琴合作区。", OTHER]);
  });

  test("two centred lines of a title are one", async () => {
    const marks = [
      centred("关于江北区2023年预算执行情况", 80, 18),
      centred("与2024年预算草案的报告", 108, 18),
    ];
    expect(await linesOf([...marks, ...proseMarks(LONG, { y: 160 })])).toEqual([
      "关于江北区2023年预算执行情况与2024年预算草案的报告",
      LONG,
    ]);
  });

  test("running heads and page numbers are left out, a number of the text is not", async () => {
    const pages = [1, 2, 3, 4].map((page) => [
      at(90, 50, "江北区人民政府公报"),
      ...proseMarks(`${OTHER}${page}`, { y: 120 }),
      centred(`— ${page} —`, 790),
    ]);
    expect(await linesOf(...pages)).toEqual([1, 2, 3, 4].map((page) => `${OTHER}${page}`));
  });

  test("two columns are read one after the other, below the heading over both", async () => {
    const left = proseMarks(LONG + OTHER, { x: 60, y: 140, wide: 18 });
    const right = proseMarks(OTHER + LONG, { x: 310, y: 140, wide: 18 });
    expect(await linesOf([centred("政府工作报告提交审议", 90, 20), ...left, ...right])).toEqual([
      "政府工作报告提交审议",
      LONG + OTHER,
      OTHER + LONG,
    ]);
  });

  test("a small raised number is the mark of a note, not a digit of the figure", async () => {
    const marks = [at(90, 100, "实现生产总值2765"), at(186, 95, "4", 7), at(190, 100, "亿元。")];
    expect(await linesOf(marks)).toEqual(["实现生产总值2765[4]亿元。"]);
  });

  test("a letter drawn twice to look bold is one letter", async () => {
    expect(
      await linesOf([
        at(90, 100, "一、综合情况说明"),
        at(90.4, 100, "一、综合情况说明"),
        ...proseMarks(LONG, { y: 140 }),
      ]),
    ).toEqual(["一、综合情况说明", LONG]);
  });
});

describe("turned pages", () => {
  const wide = { width: 842, height: 595 };

  test("a page that the file turns", async () => {
    const marks: PdfMark[] = proseMarks(LONG, { y: 100 });
    const turned: PdfMark[] = marks.map((mark) =>
      mark.kind === "text" ? { ...mark, x: mark.y, y: 842 - mark.x, turn: 1 } : mark,
    );
    const reading = await readPdf(writePdf([{ marks: turned, rotate: 90 }]));
    expect(told(reading)).toEqual([LONG]);
  });

  test("text that runs up the side of the page", async () => {
    const marks: PdfMark[] = proseMarks(LONG, { y: 100 }).map((mark) =>
      mark.kind === "text" ? { ...mark, x: mark.y, y: wide.width - mark.x, turn: 1 } : mark,
    );
    expect(await linesOf(marks)).toEqual([LONG]);
  });
});

describe("files that must not be read by halves", () => {
  const whole = writePdf([{ marks: proseMarks(LONG, { y: 100 }) }]);
  const picture: PdfMark = { kind: "picture", x: 40, y: 40, width: 500, height: 700 };

  test("a scan, recognised text laid under it or not", async () => {
    const hidden = proseMarks(LONG, { y: 100 }).map((mark) => ({ ...mark, hidden: true }));
    for (const marks of [[picture], [picture, ...hidden]])
      expect(await problemOf(writePdf([{ marks }]))).toEqual({ blocks: [], code: ["error scanned"] });
  });

  test("a file with a password", async () => {
    const bytes = writePdf([{ marks: proseMarks(LONG, { y: 100 }) }], { encrypted: true });
    expect(await problemOf(bytes)).toEqual({ blocks: [], code: ["error encrypted"] });
  });

  test.each([
    ["cut off", whole.subarray(0, whole.length - 300)],
    ["no PDF at all", new TextEncoder().encode("报告%%EOF")],
    ["empty", new Uint8Array()],
  ])("a damaged file: %s", async (_, bytes) => {
    expect(await problemOf(bytes)).toEqual({ blocks: [], code: ["error damaged"] });
  });

  test("a font that doesn't name its characters", async () => {
    const marks = Array.from(
      { length: 20 },
      (_, line): PdfMark => ({
        kind: "text",
        x: 90,
        y: 100 + 20 * line,
        text: "!\"#$%&'()*+,-./0123!\"#$%&'&'&$#",
        font: "plain",
      }),
    );
    expect(await problemOf(writePdf([{ marks }]))).toEqual({ blocks: [], code: ["error garbled_fonts"] });
  });

  test("a picture among text is warned of with its page", async () => {
    const pages = [
      { marks: proseMarks(LONG, { y: 100 }) },
      { marks: [...proseMarks(OTHER, { y: 100 }), { ...picture, y: 300, height: 300 }] },
    ];
    const { blocks, problems } = await readPdf(writePdf(pages));
    expect(blocks).toHaveLength(2);
    expect(problems).toMatchObject([{ severity: "warning", code: "pictures_not_read" }]);
    expect(problems[0]?.message).toContain("page 2 ");
  });
});
