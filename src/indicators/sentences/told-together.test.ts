import { assert, constantFrom, integer, property, record, shuffledSubarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "./read-facts.ts";

describe("a part behind 其中 is told in the measure of its whole", () => {
  test("高速公路 of 公路通车总里程", () => {
    expect(read("公路通车总里程达到15.7万公里，其中高速公路2365公里。")).toEqual([
      "公路通车里程 actual 2022 15.7 万公里",
      "高速公路通车里程 actual 2022 2365 公里",
    ]);
  });

  test("a part of what was added is not how many there are", () => {
    expect(read("新增公路通车里程500公里，其中高速公路65公里。").join()).not.toContain("高速公路通车里程");
  });

  test("what makes no name of the catalogue is left out", () => {
    expect(read("贷款余额1万亿元，其中中小企业3000亿元。")).not.toContainEqual(
      expect.stringContaining("3000"),
    );
  });
});

describe("names and figures in lists", () => {
  test.each(["一、二、三次产业增加值分别增长3%、4%、5%。", "第一、二、三产业增加值分别增长3%、4%和5%。"])(
    "each industry has its own: %s",
    (sentence) => {
      expect(read(sentence)).toEqual([
        "第一产业增加值增速 actual 2022 3 %",
        "第二产业增加值增速 actual 2022 4 %",
        "第三产业增加值增速 actual 2022 5 %",
      ]);
    },
  );

  test("the measure printed once, after the last", () => {
    expect(read("能源、旅游投资分别增长9.4%、5%。")).toEqual([
      "能源投资增速 actual 2022 9.4 %",
      "旅游投资增速 actual 2022 5 %",
    ]);
  });

  const NAMES = ["地区生产总值", "固定资产投资", "社会消费品零售总额", "进出口总额", "一般公共预算收入"];
  test("any names with 分别 and as many figures: each in its order", () => {
    assert(
      property(
        shuffledSubarray(NAMES, { minLength: 2 }),
        constantFrom("增长", "下降"),
        integer({ min: 1, max: 90 }),
        (names, verb, first) => {
          const figures = names.map((_, at) => first + at);
          const told = read(
            `${names.join("、")}分别${verb}${figures.map((each) => `${each}%`).join("、")}。`,
          );
          const sign = verb === "下降" ? "-" : "";
          expect(told).toEqual(names.map((name, at) => `${name}增速 actual 2022 ${sign}${figures[at]} %`));
        },
      ),
    );
  });
});

describe("from one year to another", () => {
  test("a name with the word of who certified it", () => {
    expect(read("国家认定的高新技术企业由2017年929家增长到3605家。")).toContain(
      "高新技术企业数 actual 2017 929 家",
    );
  });

  test("any 由 Y年 A 到 B of an indicator: the first in its year, the last in the year looked back on", () => {
    const told = record({
      name: constantFrom("粮食产量", "原煤产量", "地区生产总值"),
      year: integer({ min: 2001, max: 2021 }),
      from: integer({ min: 100, max: 999 }),
      more: integer({ min: 1, max: 900 }),
      verb: constantFrom("增加到", "提高到", "增长到", "增至"),
      of: constantFrom("", "的"),
    });
    const units: Record<string, string> = { 粮食产量: "万吨", 原煤产量: "万吨", 地区生产总值: "亿元" };
    assert(
      property(told, ({ name, year, from, more, verb, of }) => {
        const unit = units[name] ?? "";
        const sentence = `${name}由${year}年${of}${from}${unit}${verb}2022年的${from + more}${unit}。`;
        expect(read(sentence)).toEqual([
          `${name} actual ${year} ${from} ${unit}`,
          `${name} actual 2022 ${from + more} ${unit}`,
        ]);
      }),
    );
  });
});

test("the level behind a mark that was passed is told", () => {
  expect(read("一般公共预算收入跃上300亿元新台阶，达342.28亿元，增长20.9%。")).toEqual([
    "一般公共预算收入 actual 2022 342.28 亿元",
    "一般公共预算收入增速 actual 2022 20.9 %",
  ]);
});

test("a growth that no mark parts from its amount", () => {
  expect(read("进出口总额完成27.8亿美元比上年增长25.2%。")).toEqual([
    "进出口总额 actual 2022 27.8 亿美元",
    "进出口总额增速 actual 2022 25.2 %",
  ]);
});

test("运营线路总长 is of what its clause before speaks of", () => {
  expect(read("轨道交通网建设大规模推进，运营线路总长达112公里。")).toEqual([
    "轨道交通运营里程 actual 2022 112 公里",
  ]);
});

test("a share of the report's own economy is no share of a wider one", () => {
  expect(read("民营经济增加值占全区生产总值的比重达到49%。").join()).toContain("占");
});

test("how much it changed leads up to the level that is told next", () => {
  expect(read("农民人均纯收入增加321元，达到5784元。")).toEqual(["农民人均纯收入 actual 2022 5784 元"]);
  expect(read("城镇化率提高1.2个百分点，达到60%。")).toEqual(["常住人口城镇化率 actual 2022 60 %"]);
});

test("a level of one year set against another is of the former", () => {
  expect(read("2022年同2017年相比，城镇居民人均可支配收入增加910元，达到31826元。")).toEqual([
    "城镇居民人均可支配收入 actual 2022 31826 元",
  ]);
});

test("a clause without digits names what the next clause tells of a year", () => {
  expect(read("农民人均纯收入连续五年保持两位数增长，2022年达到12788元。")).toEqual([
    "农民人均纯收入 actual 2022 12788 元",
  ]);
});

test("a record since some year leaves the figures behind it in their own year", () => {
  expect(
    read(
      "生产总值增长12%，是改革开放以来发展最快的时期；固定资产投资增长29.1%，是1994年以来的最高增幅；进出口总额增长8%。",
    ),
  ).toEqual([
    "地区生产总值增速 actual 2022 12 %",
    "固定资产投资增速 actual 2022 29.1 %",
    "进出口总额增速 actual 2022 8 %",
  ]);
});

test("the economy of some parts of the region is not the region's", () => {
  expect(read("东西两翼经济发展有新突破，2022年地区生产总值达3344.5亿元。")).toEqual([]);
});
