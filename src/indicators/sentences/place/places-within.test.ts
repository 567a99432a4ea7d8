import { expect, it } from "vitest";
import { reportWith } from "#indicators/example-report.ts";
import { factsOf } from "#indicators/sentences/facts.ts";

/** Each fact as `region indicator value`, told in a report of 杭州市. */
const told = (text: string): string[] =>
  factsOf({
    document: reportWith({ region: "杭州市", title: "杭州市2022年统计公报", kind: "communique" }),
    part: "review",
    period: "one",
    ofTerritory: false,
    years: { last: 2022, count: null },
    text,
  }).map(({ region, indicator, value }) => `${region} ${indicator} ${value}`);

it("tells the figures of a place inside the region of that place, until another is named", () => {
  expect(told("桐庐县地区生产总值62.7亿元，同比增长10.9%；建德市地区生产总值108.61亿元，增长5.1%。")).toEqual(
    [
      "桐庐县 地区生产总值 62.7",
      "桐庐县 地区生产总值增速 10.9",
      "建德市 地区生产总值 108.61",
      "建德市 地区生产总值增速 5.1",
    ],
  );
  expect(told("桐庐县地区生产总值62.7亿元，全市固定资产投资增长5%。")).toEqual([
    "桐庐县 地区生产总值 62.7",
    "杭州市 固定资产投资增速 5",
  ]);
});

it("gives each of several places its figure", () => {
  expect(
    told(
      "桐庐县、淳安县和建德市的空气质量优良天数分别为346天、354天、355天，空气质量优良率分别为94.5%、96.7%、97.0%。",
    ),
  ).toEqual([
    "桐庐县 空气质量优良天数 346",
    "淳安县 空气质量优良天数 354",
    "建德市 空气质量优良天数 355",
    "桐庐县 空气质量优良天数比例 94.5",
    "淳安县 空气质量优良天数比例 96.7",
    "建德市 空气质量优良天数比例 97.0",
  ]);
});

it("tells nothing of a place outside the region", () => {
  expect(told("乌恰县地区生产总值62.7亿元，同比增长10.9%。")).toEqual([]);
});
