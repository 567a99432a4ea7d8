import { describe, expect, test } from "vitest";
import type { IndicatorRow } from "#domain/indicator.ts";
import { revise } from "./revise.ts";
import { parseRevisions } from "./revisions-file.ts";

const ROW: IndicatorRow = {
  id: "r1",
  documentId: "report",
  region: "江北区",
  scope: "own",
  year: 2022,
  period: "year",
  indicator: "地区生产总值增速",
  name: "地区生产总值增速",
  kind: "actual",
  value: "47",
  unit: "%",
  raw: "47左右",
  qualifier: "左右",
  attribute: null,
  status: null,
  note: null,
  source: "table",
  confidence: 1,
  start: 10,
  end: 14,
  context: { start: 0, end: 20 },
  section: [],
};
const SAID = { row: "r1", printed: "47左右", author: "统计科", reason: "单位误印", date: "2026-11-30" };
const corrected = { ...SAID, verdict: "corrected", value: "4.7" };
const read = (...lines: object[]) => parseRevisions(lines.map((line) => JSON.stringify(line)).join("\n"));
const laidOver = (...lines: object[]) => revise([ROW], read(...lines).revisions);

describe("the file of revisions", () => {
  test("has its bad lines named by number and its good ones read", () => {
    const { revisions, problems } = parseRevisions(
      ["// a remark", JSON.stringify(corrected), "{", JSON.stringify({ ...SAID, verdict: "corrected" })].join(
        "\n",
      ),
    );
    expect(revisions).toMatchObject([{ row: "r1", line: 2 }]);
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });

  test("counts the last word on a row, and nothing once it is withdrawn", () => {
    expect(read(corrected, { ...SAID, verdict: "hidden" }).revisions).toMatchObject([{ verdict: "hidden" }]);
    expect(read(corrected, { ...SAID, verdict: "withdrawn" }).revisions).toEqual([]);
  });
});

describe("a row", () => {
  test("that is corrected has the new value, without the bound of the old, and the printed one is kept", () => {
    const { rows, figures } = laidOver(corrected);
    expect(rows).toMatchObject([{ id: "r1", value: "4.7", raw: "4.7", unit: "%", qualifier: null }]);
    expect(figures).toMatchObject([{ row: "r1", printed: "47%左右", corrected: "4.7%", author: "统计科" }]);
  });

  test("that is hidden is told no more; one that is confirmed stays as it is", () => {
    expect(laidOver({ ...SAID, verdict: "hidden" })).toMatchObject({
      rows: [],
      figures: [{ corrected: null }],
    });
    expect(laidOver({ ...SAID, verdict: "confirmed" })).toMatchObject({ rows: [ROW], problems: [] });
  });

  test("that prints something else by now, or is gone, is left alone, and the line is named", () => {
    expect(laidOver({ ...corrected, printed: "4.7" })).toMatchObject({
      rows: [ROW],
      figures: [],
      problems: [{ line: 1, message: expect.stringContaining("47左右") }],
    });
    expect(laidOver({ ...corrected, row: "r2" }).problems).toMatchObject([{ line: 1 }]);
  });
});
