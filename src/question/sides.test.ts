import { expect, it } from "vitest";
import { outlineOf } from "./outline.ts";
import { createUnderstand } from "./understand.ts";

const understand = createUnderstand({ ...outlineOf([]), regions: ["安吉县", "德清县", "长兴县"] });

/** What each side is: its place, year and kinds. */
const sidesOf = (...turns: readonly string[]): string[] =>
  understand(turns).sides.map(({ regions, years, kinds }) => [...regions, ...years, ...kinds].join(" "));

it("takes the last two turns for a difference, each with its own kind", () => {
  expect(sidesOf("安吉县2021年GDP增速", "2022年目标呢", "差多少")).toEqual([
    "安吉县 2021",
    "安吉县 2022 target",
  ]);
});
it("takes as many turns as are counted", () => {
  const turns = ["安吉县2022年GDP", "德清县呢", "长兴县呢"];
  expect(sidesOf(...turns, "这三个数哪个最大")).toHaveLength(3);
  expect(sidesOf(...turns, "后两个差多少")).toEqual(["德清县 2022", "长兴县 2022"]);
});
it("takes all turns that asked for the same, to add them up", () => {
  expect(sidesOf("安吉县2022年GDP", "德清县呢", "长兴县呢", "加起来多少")).toHaveLength(3);
});
it("takes the year before", () => {
  expect(sidesOf("安吉县2022年GDP", "比上年多多少")).toEqual(["安吉县 2021", "安吉县 2022"]);
});
it("asks each anew for the year named", () => {
  expect(sidesOf("安吉县2022年茶产业产值", "竹产业呢", "2023年这两个产业各想做到多少亿")).toEqual([
    "安吉县 2023 target",
    "安吉县 2023 target",
  ]);
});
it("takes none where the turn has a subject of its own, or nothing was asked before", () => {
  expect(sidesOf("安吉县2022年GDP", "德清县呢", "固定资产投资和社零差多少")).toEqual([]);
  expect(sidesOf("差多少")).toEqual([]);
});
