import { expect, test } from "vitest";
import { fill, wordsFor } from "#widget/words.ts";
import { type ChartPoint, labelsBetween, pointName, scale, seriesNames } from "./chart-points.ts";

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

test("a year without a figure is a gap", () => {
  const of = (...labels: string[]) =>
    labelsBetween(labels.map((label) => ({ label, series: "实际", kind: "actual", value: 1 })));
  expect(of("2023年", "2020年")).toEqual(["2020年", "2021年", "2022年", "2023年"]);
  expect(of("2021", "2021", "2022")).toEqual(["2021", "2022"]);
  expect(of("一季度", "2020")).toEqual(["一季度", "2020"]);
});

test("a colour tells series apart only where one kind has several", () => {
  const point = (series: string, kind: "target" | "actual"): ChartPoint => ({
    label: "2022",
    series,
    kind,
    value: 1,
  });
  expect(seriesNames([point("实际", "actual"), point("目标", "target")])).toEqual([]);
  expect(seriesNames([point("甲区", "actual"), point("乙区", "actual")])).toEqual(["甲区", "乙区"]);
});

test("both languages have the same words", () => {
  expect(Object.keys(wordsFor("en"))).toEqual(Object.keys(wordsFor("zh-CN")));
  expect(wordsFor("en-GB")).toBe(wordsFor("en"));
  expect(wordsFor("fr")).toBe(wordsFor("zh-CN"));
  expect(fill("出处 {marker}：{title}", { marker: "1", title: "{marker}" })).toBe("出处 1：{marker}");
});
