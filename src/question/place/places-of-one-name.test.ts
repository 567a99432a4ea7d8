import { describe, expect, test } from "vitest";
import type { DocumentMetadata } from "#domain/document.ts";
import { outlineOf } from "#question/outline.ts";
import { createUnderstand } from "#question/understand.ts";

function report(region: string, parents?: readonly string[]): DocumentMetadata {
  return {
    id: region,
    title: `${region}2023年政府工作报告`,
    region,
    ...(parents === undefined ? {} : { parents }),
    years: [2022, 2023],
    reviewYear: 2022,
    planYear: 2023,
    kind: "work-report",
    issuer: null,
    published: null,
    file: `${region}.txt`,
    sourceName: `${region}.txt`,
  };
}

const over = (...documents: readonly DocumentMetadata[]) => {
  const understand = createUnderstand(outlineOf(documents));
  return (asked: string) => {
    const { regions, otherRegions, inside, unclearPlace, text } = understand([asked]);
    return { regions, otherRegions, inside, unclear: unclearPlace?.readings ?? null, text };
  };
};

describe("every name of a place leads to its report", () => {
  const ask = over(report("黔东南苗族侗族自治州"), report("浦东新区"), report("两江新区"));
  test.each([
    ["黔东南2022年GDP是多少", "黔东南苗族侗族自治州"],
    ["黔东南州2022年GDP是多少", "黔东南苗族侗族自治州"],
    ["黔东南苗族侗族自治州2022年GDP是多少", "黔东南苗族侗族自治州"],
    ["贵州省黔东南州2022年GDP是多少", "黔东南苗族侗族自治州"],
    ["浦东2022年GDP是多少", "浦东新区"],
    ["上海浦东2022年GDP是多少", "浦东新区"],
    ["重庆两江新区2022年GDP是多少", "两江新区"],
  ])("%s", (asked, region) => expect(ask(asked)).toMatchObject({ regions: [region], otherRegions: [] }));
});

describe("a place without a report is looked for in that of the region around it", () => {
  const ask = over(report("黔东南苗族侗族自治州"), report("江苏省"));
  test.each(["凯里市2022年GDP是多少", "凯里2022年GDP是多少", "黔东南凯里市2022年GDP是多少"])("%s", (asked) =>
    expect(ask(asked)).toMatchObject({
      regions: [],
      otherRegions: ["凯里市"],
      inside: [{ place: "凯里市", region: "黔东南苗族侗族自治州" }],
      text: `${asked}（在黔东南苗族侗族自治州的报告中查找）`,
    }),
  );
  test("the innermost held region is searched", () => {
    const both = over(report("江苏省"), report("苏州市"));
    expect(both("昆山2022年GDP").inside).toEqual([{ place: "昆山市", region: "苏州市" }]);
  });
  test("a place elsewhere is named as not held, and nothing is searched for it", () => {
    expect(ask("浦东2022年GDP是多少")).toMatchObject({ otherRegions: ["浦东新区"], inside: [] });
  });
});

describe("places of one name", () => {
  test("are told apart by the region named before them", () => {
    const ask = over(report("江北区", ["重庆市"]));
    expect(ask("江北区2022年GDP").regions).toEqual(["江北区"]);
    for (const asked of ["宁波江北区2022年GDP", "宁波市江北区2022年GDP", "宁波的江北区2022年GDP"])
      expect(ask(asked)).toMatchObject({ regions: [], otherRegions: ["宁波市江北区"] });
  });
  test("are told apart by what is held", () => {
    expect(over(report("海南藏族自治州"))("海南2022年GDP").regions).toEqual(["海南藏族自治州"]);
    expect(over(report("吉林市"))("吉林2022年GDP").regions).toEqual(["吉林市"]);
    expect(over(report("楚雄市"))("楚雄2022年GDP").regions).toEqual(["楚雄市"]);
    expect(over(report("四川省"))("海南2022年GDP").otherRegions).toEqual(["海南省"]);
  });
  test("are asked back where both are held and nothing tells", () => {
    const ask = over(report("南京市鼓楼区"), report("福州市鼓楼区"), report("吉林省"), report("吉林市"));
    expect(ask("鼓楼区2022年GDP").unclear).toEqual(["南京市鼓楼区", "福州市鼓楼区"]);
    expect(ask("吉林2022年GDP").unclear).toEqual(["吉林省", "吉林市"]);
    expect(ask("福州鼓楼区2022年GDP")).toMatchObject({ regions: ["福州市鼓楼区"], unclear: null });
    expect(ask("吉林市2022年GDP")).toMatchObject({ regions: ["吉林市"], unclear: null });
  });
});
