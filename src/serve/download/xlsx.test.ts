import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CsvCell } from "./csv.ts";
import { xlsxOf } from "./xlsx.ts";

function readBack(
  columns: readonly string[],
  batches: readonly (readonly (readonly CsvCell[])[])[],
): unknown[][] {
  const book = read(Buffer.concat([...xlsxOf("指标", columns, batches)]));
  const sheet = book.Sheets["指标"];
  if (sheet === undefined) throw new Error("the sheet is missing");
  return utils.sheet_to_json(sheet, { header: 1, defval: null });
}

test("a workbook reads back as it was written, numbers as numbers and formulas as text", () => {
  expect(
    readBack(
      ["地区", "数值"],
      [
        [["江北区", 3.7]],
        [
          ["=1+1", null],
          ['<&>"', -4.3],
        ],
      ],
    ),
  ).toEqual([
    ["地区", "数值"],
    ["江北区", 3.7],
    ["=1+1", null],
    ['<&>"', -4.3],
  ]);
});

test("however the rows come in batches, the sheet is the same", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer(), { maxLength: 4 }), { maxLength: 6 }), (batches) => {
      const rows = batches.map((batch) => batch.map((value) => [value, "字"]));
      expect(readBack(["a", "b"], rows)).toEqual([["a", "b"], ...rows.flat()]);
    }),
    { numRuns: 30 },
  );
});
