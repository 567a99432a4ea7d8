import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./render.ts";

describe("blocks as Markdown", () => {
  test("paragraphs are set apart by an empty line", () => {
    const blocks = ["甲。[1]", "乙。[2]"].map((text) => ({ type: "paragraph" as const, text }));
    expect(renderMarkdown(blocks)).toBe("甲。[1]\n\n乙。[2]");
  });
  test("a list has a dash or its ordinal", () => {
    expect(renderMarkdown([{ type: "list", ordered: false, items: ["甲", "乙"] }])).toBe("- 甲\n- 乙");
    expect(renderMarkdown([{ type: "list", ordered: true, items: ["甲", "乙"] }])).toBe("1. 甲\n2. 乙");
  });
  test("a table has its head, a rule and its rows", () => {
    const table = { type: "table" as const, columns: ["地区", "数值"], rows: [["江北区", "3.7%[1]"]] };
    expect(renderMarkdown([table])).toBe("| 地区 | 数值 |\n| --- | --- |\n| 江北区 | 3.7%[1] |");
  });
  test("a chart repeats a table and adds nothing", () => {
    const chart = { type: "chart" as const, shape: "bar" as const, title: "甲", unit: "%", points: [] };
    expect(renderMarkdown([{ type: "paragraph", text: "甲" }, chart])).toBe("甲");
  });
  test("nothing gives nothing", () => expect(renderMarkdown([])).toBe(""));
});

test("whatever its cells hold, a table keeps its rows and columns", () => {
  const cell = fc.string({ unit: fc.constantFrom("江", "3", "|", "\n", " ", "%", "[1]"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const rendered = renderMarkdown([{ type: "table", columns: ["甲", "乙", "丙"], rows }]);
      const lines = rendered.split("\n");
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) expect(line.replaceAll("\\|", "").match(/\|/g)).toHaveLength(4);
    }),
  );
});
