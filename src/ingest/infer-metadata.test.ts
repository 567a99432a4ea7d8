import { describe, expect, test } from "vitest";
import { slug } from "./infer-metadata.ts";
import { dateIn, isoDate } from "./printed-years.ts";
import { readReport } from "./read-report.ts";

function infer(...lines: string[]) {
  const { document } = readReport({
    file: "upload.txt",
    bytes: new TextEncoder().encode(lines.join("\n")),
    metadata: null,
  });
  if (document === null) throw new Error("not read");
  const { title, region, years, reviewYear, planYear, kind, issuer, published } = document;
  return { title, region, years, reviewYear, planYear, kind, issuer, published };
}

describe("inferred from the text alone", () => {
  test("a county's work report: years from the assembly's date, region the innermost", () => {
    expect(
      infer(
        "政 府 工 作 报 告",
        "（2022年1月26日在重庆市江北区第十九届人民代表大会第二次会议上）",
        "江北区人民政府区长 某某",
        "各位代表：",
        "一、2021年工作回顾",
        "全区稳中有进。",
      ),
    ).toEqual({
      title: "江北区2022年政府工作报告",
      region: "江北区",
      years: [2021, 2022],
      reviewYear: 2021,
      planYear: 2022,
      kind: "work-report",
      issuer: "江北区人民政府",
      published: "2022-01-26",
    });
  });

  test("a national report", () => {
    expect(
      infer(
        "政府工作报告",
        "——2012年3月5日在第十一届全国人民代表大会第五次会议上",
        "国务院总理 某某",
        "各位代表：",
        "一、2011年工作回顾",
      ),
    ).toMatchObject({ region: "全国", planYear: 2012 });
  });

  test("a plan report: the year carried out and the year ahead", () => {
    expect(
      infer(
        "关于成都市2021年国民经济和社会发展计划执行情况及2022年",
        "计划草案的报告",
        "成都市发展和改革委员会",
        "各位代表：",
        "一、执行情况",
      ),
    ).toMatchObject({
      kind: "plan-report",
      region: "成都市",
      reviewYear: 2021,
      planYear: 2022,
      issuer: "成都市发展和改革委员会",
    });
  });

  test("a communique covers its one year", () => {
    expect(
      infer(
        "宜春市2022年国民经济和社会发展统计公报",
        "宜春市统计局",
        "（2023年4月12日）",
        "",
        "一、综合",
        "全年生产总值增长5.3%。",
      ),
    ).toMatchObject({
      kind: "communique",
      region: "宜春市",
      years: [2022],
      reviewYear: 2022,
      planYear: null,
      published: "2023-04-12",
    });
  });

  test("a five-year plan covers five years", () => {
    expect(
      infer(
        "云南省国民经济和社会发展第十个五年计划纲要",
        "（2001年2月16日云南省第九届人民代表大会第四次会议通过）",
        "第一篇 指导思想",
      ),
    ).toMatchObject({
      kind: "five-year-plan",
      region: "云南省",
      years: [2001, 2002, 2003, 2004, 2005],
    });
  });

  test("no date on top: the year looked back on tells", () => {
    expect(infer("定兴县政府工作报告", "各位代表：", "一、2019年工作回顾", "全县稳中有进。")).toMatchObject({
      years: [2019, 2020],
      published: null,
    });
  });

  test("nothing to be told is null, not a guess", () => {
    expect(infer("会议纪要", "今天讨论了食堂的菜单。")).toMatchObject({
      region: null,
      years: [],
      reviewYear: null,
      kind: "other",
    });
  });
});

describe("slug", () => {
  test.each([
    ["jiangbei-2022.txt", "jiangbei-2022"],
    ["A Report (final).md", "a-report-final"],
  ])("%s → %s", (file, id) => expect(slug(file)).toBe(id));

  test("names in Chinese get stable ids that differ", () => {
    expect(slug("报告.txt")).toMatch(/^report-[0-9a-f]{8}$/);
    expect(slug("报告.txt")).not.toBe(slug("公报.txt"));
  });
});

test.each([
  ["2024年1月26日在会议上", "2024-01-26"],
  ["二〇二〇年一月十二日", "2020-01-12"],
  ["２０１１年１月２０日", "2011-01-20"],
  ["2026-01-22", "2026-01-22"],
  ["2022年工作回顾", null],
])("date in %s", (line, date) => {
  const found = dateIn(line);
  expect(found === null ? null : isoDate(found)).toBe(date);
});
