import { describe, expect, test } from "vitest";
import { sentenceRows } from "#indicators/sentences/sentence-rows.ts";
import { readReport } from "#ingest/read-report.ts";

/** Rows of a sentence under a heading of a work report of 2020, as `indicator kind year value`. */
function rowsOf(sentence: string, heading = "二、2020年主要工作"): string[] {
  const text = `青溪省2020年政府工作报告\n\n${heading}\n\n${sentence}\n`;
  const { document } = readReport({ file: "x.md", bytes: new TextEncoder().encode(text), metadata: null });
  if (document === null) throw new Error("not read");
  return sentenceRows(document).map(
    ({ indicator, kind, year, raw }) => `${indicator} ${kind} ${year} ${raw}`,
  );
}

describe("a sentence that lists the aims of a year", () => {
  test("goes on being of that year behind an aim to double something", () => {
    const rows = rowsOf(
      "主要预期目标是：进出口总额增长10%，实际利用外资翻番，城镇和农村常住居民人均可支配收入分别增长8%和8.2%，城镇新增就业13万人以上。",
    );
    expect(rows).toEqual([
      "进出口总额增速 target 2020 10%",
      "城镇居民人均可支配收入增速 target 2020 8%",
      "农村居民人均可支配收入增速 target 2020 8.2%",
      "城镇新增就业人数 target 2020 13万人",
    ]);
  });

  test("that is put forward in so many words (对今年目标的建议是：) is told from its first aim", () => {
    expect(rowsOf("对今年经济社会发展主要奋斗目标的建议是：生产总值增长10%，固定资产投资增长18%。")).toEqual([
      "地区生产总值增速 target 2020 10%",
      "固定资产投资增速 target 2020 18%",
    ]);
  });

  test("with an aim measured by last year's result is of last year in nothing else", () => {
    const rows = rowsOf("居民消费价格涨幅控制在去年实际涨幅4.8%以内，城镇登记失业率控制在4.5%以内。");
    expect(rows).toContain("城镇登记失业率 target 2020 4.5%");
  });

  test.each(["二、“十三五”时期主要任务和2020年重点工作", "开启新征程：确保五年强势开局"])(
    "is of one year where its growth is not called yearly, under a heading on several: %s",
    (heading) => {
      expect(rowsOf("主要预期目标是：地区生产总值增长7.5%，城镇新增就业26万人。", heading)).toEqual([
        "地区生产总值增速 target 2020 7.5%",
        "城镇新增就业人数 target 2020 26万人",
      ]);
    },
  );

  test("whose growth is called yearly is of several years", () => {
    const rows = rowsOf(
      "主要预期目标是：地区生产总值年均增长7.5%，城镇新增就业130万人。",
      "二、“十四五”时期主要目标",
    );
    expect(rows.join()).not.toContain("target 2020");
  });
});

test("the whole year named again behind a part of it is the whole year", () => {
  expect(rowsOf("针对三季度增速回落的情况，果断出台措施，全年地区生产总值增长4.9%。")).toEqual([
    "地区生产总值增速 target 2020 4.9%",
  ]);
  expect(rowsOf("全年经济平稳，三季度地区生产总值增长4.9%。")).toEqual([]);
  expect(rowsOf("受2018年下半年翘尾因素影响，全年居民消费价格涨幅预计为9.9%。")).toEqual([]);
});

test("people are counted without the word where what is counted is said before", () => {
  expect(rowsOf("全年减少贫困人口13万，城镇新增就业6万。")).toEqual([
    "减贫人数 target 2020 13万",
    "城镇新增就业人数 target 2020 6万",
  ]);
});

test.each(["居民消费价格水平涨幅", "居民消费价格总水平上涨幅度", "城市居民消费价格总水平涨幅"])(
  "%s is the rise of consumer prices",
  (name) => expect(rowsOf(`${name}控制在3%左右。`)).toEqual(["居民消费价格涨幅 target 2020 3%"]),
);
