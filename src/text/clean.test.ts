import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weld, withoutLayoutSpaces, withoutMarks } from "./clean.ts";

describe("withoutMarks", () => {
  test("bookmarks, zero-width and control characters go, tabs stay", () => {
    expect(withoutMarks("\ufeff\t[bookmark: _Hlk124067916]1\u200b")).toBe("\t1");
    expect(withoutMarks("[bookmark: _GoBack]4. 推动\u0007制造业\ufffd")).toBe("4. 推动制造业");
  });

  test("every kind of space becomes a plain one", () => {
    expect(withoutMarks("一\u3000二\u00a0三")).toBe("一 二 三");
  });
});

describe("withoutLayoutSpaces", () => {
  test.each([
    ["江北区 2022 年国民经济和社会发 展计划", "江北区2022年国民经济和社会发展计划"],
    ["增长 3.9%，增速 居首", "增长3.9%，增速居首"],
    ["政 府 工 作 报 告", "政府工作报告"],
    ["占比 (%) *", "占比(%)*"],
    ["首次公开募股（Initial Public Offering）", "首次公开募股（Initial Public Offering）"],
    ["推进 PPP 项目", "推进 PPP 项目"],
    ["人民政府办公室                2024年2月3日印发", "人民政府办公室 2024年2月3日印发"],
    ["1 000 万元", "1 000万元"],
  ])("%s → %s", (printed, cleaned) => expect(withoutLayoutSpaces(printed)).toBe(cleaned));

  test("only spaces ever go", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("年", "a", "5", " ", "，", ".", "（", "%") }), (text) => {
        expect(withoutLayoutSpaces(text).replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });

  test("cleaning twice changes nothing more, wide gaps aside", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("年", "月", "b", "5", " ", "，") }), (text) => {
        const once = withoutLayoutSpaces(text.replace(/ +/g, " "));
        expect(withoutLayoutSpaces(once)).toBe(once);
      }),
    );
  });
});

test("weld puts a space between Latin words only", () => {
  expect(weld("规模以上工业增", "加值增长19.5%")).toBe("规模以上工业增加值增长19.5%");
  expect(weld("Initial", "Public")).toBe("Initial Public");
  expect(weld("总投资15", "80.9亿元")).toBe("总投资1580.9亿元");
});
