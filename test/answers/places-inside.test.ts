import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `黔东南苗族侗族自治州2023年国民经济和社会发展统计公报

黔东南州统计局

一、综合

全州地区生产总值1356.25亿元，比上年增长4.6%。全州常住人口368.63万人。

二、重点项目

凯里市引进酸汤产业园项目，总投资12.5亿元。台江县建成电池材料基地，年产值突破100亿元。

三、旅游

全州接待游客8700万人次，增长35%。

四、投资

凯里市固定资产投资60.2亿元，增长10.9%；台江县固定资产投资31.5亿元，增长5.1%；天柱县固定资产投资20.4亿元，下降3.9%。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
}, 60_000);

describe("a county without a report of its own", () => {
  test("never gets the figure of the region around it", async () => {
    const { status, answer: told } = await answer("凯里市2023年地区生产总值是多少");
    expect(status).toBe("refused");
    expect(told).not.toContain("1356.25");
    expect(told).toContain("凯里市");
  });

  test("nor do several of its figures asked for at once", async () => {
    for (const asked of ["凯里2023年GDP、常住人口", "台江县2022、2023两年的GDP各是多少"])
      expect(await answer(asked)).toMatchObject({ status: "refused", indicators: [] });
  });

  test("elsewhere is named as not held", async () => {
    const { status, answer: told } = await answer("浦东2023年地区生产总值是多少");
    expect(status).toBe("refused");
    expect(told).toContain("浦东新区");
  });
});

test("each name of the region leads to its figure", async () => {
  for (const name of ["黔东南", "黔东南州", "黔东南苗族侗族自治州"])
    expect((await answer(`${name}2023年地区生产总值是多少`)).answer).toContain("1356.25");
});

describe("a figure that the region's report tells of a county", () => {
  test("is told as the county's", async () => {
    const { answer: told } = await answer("台江县2023年固定资产投资增长多少");
    expect(told).toContain("台江县2023年固定资产投资增速为5.1%");
  });

  test("is set beside another county's, and ranked", async () => {
    expect((await answer("台江县和天柱县2023年固定资产投资谁高")).answer).toContain("台江县（31.5亿元）高于");
    expect((await answer("黔东南哪个县2023年固定资产投资最低")).answer).toContain(
      "最低的是天柱县（20.4亿元）",
    );
  });
});
