import { describe, expect, test } from "vitest";
import { yearsTogetherDraft } from "#answer/compare/years-together.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, rowWith, sourcesOf } from "./example-sources.ts";

describe("five years, one of them and an aim in one question", () => {
  const jobs = { indicator: "城镇新增就业人数", name: "城镇新增就业", unit: "万人" };
  const held = sourcesOf(
    [documentWith({ text: "五年城镇新增就业11.4万人。2022年新增2.4万人，2023年力争新增2.5万人。" })],
    [
      rowWith({ ...jobs, period: "2018/2022", value: "11.4", raw: "11.4万人" }),
      rowWith({ ...jobs, value: "2.4", raw: "2.4万人" }),
      rowWith({ ...jobs, year: 2023, kind: "target", value: "2.5", raw: "2.5万人" }),
    ],
  );
  const read = createUnderstand(held.outline);
  const lines = (asked: string) =>
    (yearsTogetherDraft(read([asked]), held)?.blocks ?? []).map((block) =>
      block.type === "paragraph" ? block.text : "",
    );

  test("each is told with its own time and kind", () => {
    const [five, year, aim] = lines("江北区城镇新增就业：五年累计、2022年、2023年目标");
    expect(five).toContain("2018—2022年城镇新增就业人数为11.4万人");
    expect(year).toContain("2022年城镇新增就业人数为2.4万人");
    expect(aim).toMatch(/2023年城镇新增就业人数.*目标.*2.5万人/u);
  });

  test("a single year summed up is no five years", () => {
    expect(lines("江北区2022年累计城镇新增就业多少")).toEqual([]);
    expect(lines("江北区三年城镇新增就业累计多少")).toEqual([]);
  });
});
