import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvCell, csvOf } from "./csv.ts";

describe("CSV", () => {
  test("starts with a byte-order mark and ends every line as RFC 4180 says", () => {
    expect(csvOf(["a", "b"], [[1, null]])).toBe("\ufeffa,b\r\n1,\r\n");
  });

  test.each<[CsvCell, string]>([
    ["-4.3", "-4.3"],
    [-4.3, "-4.3"],
    ["+5.1%", "+5.1%"],
    ["-1,234.5", '"-1,234.5"'],
    ["-", "-"],
    ["=1+1", "'=1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    [" =1", "' =1"],
    ["\t=1", "'\t=1"],
    ['他说"好"', '"他说""好"""'],
    ["一\n二", '"一\n二"'],
  ])("writes %j as %j", (cell, written) => {
    expect(csvOf(["a"], [[cell]])).toBe(`\ufeffa\r\n${written}\r\n`);
  });

  test("reads back as it was, but for the mark that defuses a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const read = readCsv(csvOf(["a", "b"], rows)).slice(1);
          expect(
            read.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r])/u, ""))),
          ).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r])/u, ""))));
        },
      ),
    );
  });
});

/** A reader of RFC 4180 as small as it gets. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[""]];
  const cells = text.slice(1, -2).matchAll(/"((?:[^"]|"")*)"|([^,\r\n"]+)|(,)|(\r\n)/g);
  for (const [, quoted, plain, comma, end] of cells) {
    const record = records.at(-1) ?? [];
    if (comma !== undefined) record.push("");
    else if (end !== undefined) records.push([""]);
    else record[record.length - 1] = quoted?.replaceAll('""', '"') ?? plain ?? "";
  }
  return records;
}
