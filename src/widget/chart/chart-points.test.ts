import { expect, test } from "vitest";
import { fill, wordsFor } from "#widget/words.ts";
import { type ChartPoint, pointName, scale } from "./chart-points.ts";

test("zero is always on the scale", () => {
  const y = scale([3, 6], 100, 0);
  expect([y(0), y(3), y(6)]).toEqual([100, 50, 0]);
  const x = scale([-2, 2], 0, 100);
  expect([x(-2), x(0), x(2)]).toEqual([0, 50, 100]);
  expect(scale([], 0, 100)(0)).toBe(0);
});

test("a series is named only where one kind has several", () => {
  const point = (label: string, series: string, kind: "target" | "actual"): ChartPoint => ({
    label,
    series,
    kind,
    value: 1,
  });
  const one = [point("江北区", "实际", "actual"), point("江北区", "目标", "target")];
  expect(one.map((each) => pointName(each, one))).toEqual(["江北区", "江北区"]);
  const two = [point("2022", "江北区", "actual"), point("2022", "大渡口区", "actual")];
  expect(two.map((each) => pointName(each, two))).toEqual(["江北区 2022", "大渡口区 2022"]);
});

test("both languages have the same words", () => {
  expect(Object.keys(wordsFor("en"))).toEqual(Object.keys(wordsFor("zh-CN")));
  expect(wordsFor("en-GB")).toBe(wordsFor("en"));
  expect(wordsFor("fr")).toBe(wordsFor("zh-CN"));
  expect(fill("出处 {marker}：{title}", { marker: "1", title: "{marker}" })).toBe("出处 1：{marker}");
});
