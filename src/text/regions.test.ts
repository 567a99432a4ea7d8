import { describe, expect, test } from "vitest";
import { withoutNamesOfChina } from "./places/not-a-place.ts";
import { shortName } from "./places/place-names.ts";
import { findRegions, startsWithPart } from "./regions.ts";

const names = (text: string, held: string[] = []) =>
  findRegions(text, {
    acceptShort: (region) => region.level !== "county" || held.includes(region.name),
    within: ["重庆市"],
  }).map(({ region }) => region.name);

describe("regions in text", () => {
  test("of several regions with one short name the one held is meant, else the province", () => {
    const read = (first: string[]) =>
      findRegions("海南2021年", { acceptShort: () => true, first: new Set(first), within: ["内蒙古自治区"] });
    expect(read([])[0]?.region.name).toBe("海南省");
    expect(read(["海南区"])[0]?.region.name).toBe("海南区");
  });
  test("中国 that begins a name is no place spoken of", () => {
    expect(withoutNamesOfChina("中国历史文化名村")).not.toContain("中国");
    expect(withoutNamesOfChina("中国2015年GDP")).toContain("中国");
  });
  test("a part of provinces is told from the works that lie there", () => {
    expect(startsWithPart("珠三角地区生产总值增长8%")).toBe(true);
    expect(startsWithPart("鲁南高铁全线贯通")).toBe(false);
  });
  test("a full name is found inside its parent's", () => {
    expect(names("关于重庆市江北区2022年计划")).toEqual(["重庆市", "江北区"]);
  });
  test("the short name of a county counts only when it is held", () => {
    expect(names("江北和大渡口谁高", ["江北区", "大渡口区"])).toEqual(["江北区", "大渡口区"]);
    expect(names("长安文化国际商业街", ["江北区"])).toEqual([]);
  });
  test("a name that begins another name is not the region", () => {
    expect(names("江北国际机场和江北嘴", ["江北区"])).toEqual([]);
  });
  test("a shared name is the one under the parent asked for", () => {
    expect(findRegions("江北区", { within: ["重庆市"] })[0]?.region.parents).toEqual(["重庆市"]);
    expect(findRegions("江北区", { within: ["浙江省"] })[0]?.region.parents).toEqual(["浙江省", "宁波市"]);
  });
  test.each([
    ["酉阳土家族苗族自治县", "酉阳"],
    ["石柱土家族自治县", "石柱"],
    ["忠县", "忠县"],
    ["新疆维吾尔自治区", "新疆"],
    ["驻马店市", "驻马店"],
  ])("%s is called %s for short", (name, short) => expect(shortName(name)).toBe(short));
});

test.each(["真金白银", "长治久安", "四大理念", "五大庆典", "出海口", "日照时数"])(
  "no region stands in %s by chance",
  (words) => expect(names(words)).toEqual([]),
);
test("白银市 and 大理 are regions where they stand alone", () => {
  expect(names("白银和大理的GDP")).toEqual(["白银市", "大理白族自治州"]);
});
