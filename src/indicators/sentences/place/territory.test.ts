import { describe, expect, it } from "vitest";
import { read } from "#indicators/sentences/read-facts.ts";
import { sentenceRows } from "#indicators/sentences/sentence-rows.ts";
import { readReport } from "#ingest/read-report.ts";

describe("what a park or zone has of its own", () => {
  it.each([
    "产业集聚区固定资产投资增长20%，规模以上工业增加值增长13%。",
    "2022年，兵团生产总值增长8%，一般公共预算收入增长21.6%。",
    "兵团生产总值完成75亿元，农牧工家庭人均纯收入8680元，增长13.2%。",
    "珠三角现代产业核心区初步形成，现代服务业增加值占服务业比重达61.5%。",
    "兰州新区经济增速持续领跑，生产总值由2017年162亿元增加到342亿元。",
    "35个开发区集聚功能增强，完成地区生产总值135亿元，占全区比重达到20%。",
  ])("is not the region's: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("is the region's where the region is named, and after the sentence has come to it", () => {
    expect(read("高新区工业增加值增长9%，全区固定资产投资增长6%。")).toEqual([
      "固定资产投资增速 actual 2022 6 %",
    ]);
  });

  it("makes no share of a wider region a part of this one", () => {
    expect(read("规上工业增加值120亿元，占全市的12%。")).toEqual(["规模以上工业增加值 actual 2022 120 亿元"]);
  });

  it("ends with its paragraph", () => {
    const text = [
      "云岭县2023年政府工作报告",
      "各位代表：",
      "一、2022年工作回顾",
      "产业集聚区建设步伐加快。基础设施不断完善，完成固定资产投资114亿元。新增标准厂房3万平方米。",
      "投资消费平稳增长。完成固定资产投资300亿元。",
    ].join("\n\n");
    const { document } = readReport({ file: "x.txt", bytes: new TextEncoder().encode(text), metadata: null });
    const rows = document === null ? [] : sentenceRows(document);
    expect(rows.filter(({ indicator }) => indicator === "固定资产投资").map(({ value }) => value)).toEqual([
      "300",
    ]);
  });
});

describe("figures of another calibre", () => {
  it("stand back behind the plain ones", () => {
    expect(read("一般公共预算收入达350亿元、增长1.7%（同口径增长2.5%以上）。")).toEqual([
      "一般公共预算收入 actual 2022 350 亿元",
      "一般公共预算收入增速 actual 2022 1.7 %",
    ]);
    expect(read("一般公共预算收入同口径增长3%。")).toEqual(["一般公共预算收入增速 actual 2022 3 %"]);
  });

  it("that leave something out are not the whole", () => {
    expect(read("扣除资源价款收入，财政总收入为887.3亿元。")).toEqual([]);
    expect(read("扣除价格因素，城镇居民人均可支配收入实际增长5%。")).toEqual([
      "城镇居民人均可支配收入实际增速 actual 2022 5 %",
    ]);
    expect(read("除外贸实现强劲增长外，实际使用外资也达到4亿美元。")).toEqual([
      "实际利用外资 actual 2022 4 亿美元",
    ]);
  });

  it("of parts that a name alone does not tell are none", () => {
    expect(read("全年商品零售2113.8亿元。")).toEqual([]);
  });
});
