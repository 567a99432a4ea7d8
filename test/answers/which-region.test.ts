import { describe, expect, test } from "vitest";
import { Desk } from "#answer/desk.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { createUnderstand } from "#question/understand.ts";
import { documentWith, rowWith, sourcesOf } from "./example-sources.ts";

const REGIONS = [..."甲乙丙丁戊己庚辛壬癸子丑"].map((name) => `${name}山区`);

/** What is told of the growth of GDP, asked of no region, where so many regions hold it. */
function draftOver(regions: readonly string[], asked: string) {
  const text = "地区生产总值增长3.7%。\n";
  const documents = regions.map((region) => documentWith({ id: region, region, text }));
  const context = { start: 0, end: 14 };
  const rows = regions.map((region) =>
    rowWith({ documentId: region, region, raw: "3.7%", start: 8, end: 12, context }),
  );
  const sources = sourcesOf(documents, rows);
  const question = createUnderstand(sources.outline)([asked]);
  return figuresDraft(question, () => new Desk(question, sources));
}

describe("a figure asked of no region", () => {
  test("is told of each of a few", () => {
    expect(draftOver(REGIONS.slice(0, 3), "GDP增速是多少")).toMatchObject({ status: "answered" });
  });
  test("is asked back where many hold it, with regions to choose from", () => {
    const draft = draftOver(REGIONS, "2022年GDP增速是多少");
    expect(draft).toMatchObject({ status: "clarify" });
    expect(draft?.suggestions[0]).toBe("甲山区2022年地区生产总值增速是多少？");
  });
  test("is ranked over however many hold it", () => {
    expect(draftOver(REGIONS, "2022年哪个区GDP增速最高")).toMatchObject({
      status: "answered",
      reason: "rank",
    });
  });
});
