import { describe, expect, test } from "vitest";
import { readReport } from "#ingest/read-report.ts";
import { dateIn, isoDate } from "./printed-years.ts";
import { slug } from "./slug.ts";

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

describe("inferred from the text", () => {
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

  test("a title that lost the number of its year", () => {
    expect(
      infer(
        "年政府工作报告",
        "——2023年1月11日在云南省第十四届人民代表大会第一次会议上",
        "各位代表：",
        "一、2022年工作回顾",
      ),
    ).toMatchObject({
      title: "云南省2023年政府工作报告",
      region: "云南省",
      reviewYear: 2022,
      planYear: 2023,
    });
  });

  test("a yearbook is called by the year after the one it tells of", () => {
    expect(infer("青溪统计年鉴2003", "1-4 主要比例指标", "出生率为10.35‰。")).toMatchObject({
      kind: "yearbook",
      years: [2002],
      reviewYear: 2002,
    });
    expect(infer("青溪市2003年统计年鉴", "1-4 主要比例指标")).toMatchObject({ reviewYear: 2003 });
  });

  test("a table numbered as in a yearbook, whose title has its year, is of that year whatever its cells look like", () => {
    const rows = [
      "城市\t生产总值（亿元）\t人口（万人）",
      "杭州市\t2033.19\t723.55",
      "宁波市\t1933.61\t586.57",
    ];
    expect(infer("17-2 各市国民经济主要指标（2015年）", ...rows)).toMatchObject({
      kind: "yearbook",
      reviewYear: 2015,
      planYear: null,
    });
  });

  test.each([
    ["2022年上半年青溪市生产总值", 2022],
    ["青溪区2010年4月居民消费价格指数", 2010],
    ["青溪市2017年9月份财政收入完成情况表", 2017],
    ["青溪县2024年4月财政预算执行情况", 2024],
  ])("%s is of a part of its year, not a budget and not a plan", (title, year) => {
    expect(infer(title, "指标\t总量", "地区生产总值\t193.1")).toMatchObject({
      kind: "monthly",
      reviewYear: year,
      planYear: null,
    });
  });

  test("an account of expenses titled with a year alone is of that year", () => {
    expect(infer("2015年青溪市司法局“三公”经费情况统计表", "公务接待费\t1.70")).toMatchObject({
      kind: "budget",
      planYear: 2015,
    });
  });

  test("a paper of the whole country: by its title, its ministry, or a row for each province", () => {
    expect(infer("2021年中国水资源公报", "地表水资源量为28310.5亿立方米。").region).toBe("全国");
    expect(infer("2020年学历教育学生情况", "研究生314万人。", "中华人民共和国教育部").region).toBe("全国");
    expect(infer("中国统计年鉴2008", "12-14 农作物种植结构", "粮食作物占68.84%。").region).toBe("全国");
    expect(infer("第五次全国人口普查", "表1 各职业人口", "总计66874889人。").region).toBe("全国");
    const provinces = ["北京", "天津", "河北", "内蒙古", "江苏"].map((name, at) => `${name}\t${at}5.8`);
    expect(infer("11-18 供水用水情况", "地区\t供水总量", ...provinces).region).toBe("全国");
  });

  test("a county whose name ends like another's is not that other", () => {
    expect(infer("2023年紫云县政府工作报告", "一、2022年工作回顾", "全县稳中有进。").region).toBe(
      "紫云苗族布依族自治县",
    );
    expect(infer("2023年易县政府工作报告", "一、2022年工作回顾", "全县稳中有进。").region).toBe("易县");
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

describe("regions that no list knows are told by what they say of themselves", () => {
  const BODY = ["", "一、综合", "全年地区生产总值310亿元，增长5.3%。"];

  test.each([
    ["云岭县", "2023年云岭县国民经济和社会发展统计公报", "云岭县统计局"],
    ["青川市", "青川市2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", "青川市发改委"],
    ["云岭县", "关于云岭县2023年计划执行情况及2024年计划（草案）的报告"],
    ["云岭县", "关于2023年计划执行情况的报告", "——2024年1月8日在云岭县第十八届人民代表大会第四次会议上"],
    ["云岭区", "重庆市云岭区2023年财政预算执行情况的报告"],
    ["云岭县", "四川省凉水州云岭县2023年统计公报"],
    ["青石镇", "云岭县青石镇人民政府2023年工作报告"],
    ["云岭高新区", "云岭高新区管理委员会2023年工作报告"],
    ["云岭县", "云岭县“十四五”规划和2035年远景目标纲要"],
    ["云岭县", "二〇二三年全县国民经济和社会发展情况", "云岭县统计局 国家统计局云岭调查队"],
    ["云岭县", "关于2023年计划执行情况的报告", "受云岭县人民政府委托，现将2023年计划执行情况报告如下："],
  ])("%s: %s", (region, ...front) => expect(infer(...front, ...BODY).region).toBe(region));

  test.each(["全市2023年经济运行情况", "市区2023年工作报告", "经济技术开发区2023年工作报告"])(
    "%s names none",
    (title) => expect(infer(title, ...BODY).region).toBeNull(),
  );

  test("news is about the region its sentences speak of most", () => {
    const news = infer(
      "奋力谱写新篇章",
      "本报讯 记者某某",
      "青川市坚持稳字当头，全市工业增长5%。青川市推动改革，全市投资增长6%。青川市新增就业3万人，全市收入增长5%。成都市和绵阳市也有增长。",
    );
    expect(news).toMatchObject({ region: "青川市", kind: "news" });
  });

  test("a paper on one year or on a budget covers the years it names", () => {
    expect(infer("2023年上半年云岭县经济运行情况", ...BODY)).toMatchObject({
      years: [2023],
      reviewYear: 2023,
    });
    expect(infer("云岭县2023年财政预算执行情况和2024年预算草案的报告", ...BODY).years).toEqual([2023, 2024]);
  });
});

describe("titles and issuers without what stands beside them", () => {
  test.each([
    [
      "政府工作报告2015年4月20日云岭县第三届人民代表大会第六次会议通过云岭县人民政府县长某某",
      "云岭县2015年政府工作报告",
    ],
    ["某某县长在云岭县第五届人民代表大会第二次会议上的政府工作报告（2014年）", "云岭县2014年政府工作报告"],
    ["云岭县人民政府县长某某云岭县人民政府工作报告", "云岭县人民政府工作报告"],
    ["云岭县2014年政府工作报告（全文）", "云岭县2014年政府工作报告"],
    ["云岭县政府工作报告——2014年2月10日在云岭县第四届人民代表大会上", "云岭县政府工作报告"],
    ["2023年云岭县国民经济和社会发展统计公报①", "2023年云岭县国民经济和社会发展统计公报"],
  ])("%s", (line, title) => expect(infer(line, "", "一、回顾", "全县稳中有进。").title).toBe(title));

  test.each([
    ["2014年1月10日云岭县第三届人民代表大会第七次会议上云岭县人民政府县长某某", "云岭县人民政府"],
    ["云岭县统计局 国家统计局云岭调查队", "云岭县统计局"],
    ["县人民政府", "云岭县人民政府"],
  ])("%s", (line, issuer) =>
    expect(infer("云岭县2014年政府工作报告", line, "", "一、回顾", "全县稳中有进。").issuer).toBe(issuer),
  );
});

describe("pages as they are saved", () => {
  const body = ["一、2023年计划执行情况", "全区稳中有进。", "二、2024年计划", "全区稳中求进。"];

  test("the way to the page, its date and its source are no title", () => {
    const page = [
      "首页 > 政务公开 > 规划计划",
      "武陵县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划",
      "发布日期：2024-02-19",
      "字号：大 中 小",
    ];
    expect(infer(...page, "", ...body)).toMatchObject({
      title: page[1],
      region: "武陵县",
      reviewYear: 2023,
      published: "2024-02-19",
    });
  });

  test("neither a stamp nor a line of the contents is the title of a budget", () => {
    const tables = "2025年地方财政预算执行情况和2026年地方财政预算（草案）";
    expect(infer("会议资料妥善保存", "青溪市", tables, "青溪市财政局编制", ...body).title).toBe(tables);
    const report = "青溪市2025年预算执行情况和2026年预算草案的报告";
    expect(infer("第一部分 预算报告", report, "", ...body).title).toBe(report);
  });

  test("a title over three lines is whole", () => {
    const title = ["关于青溪区2023年国民经济和", "社会发展计划执行情况及2024年计划", "草案的报告"];
    expect(infer("会议文件（五）", "", ...title, "", "各位代表：", ...body)).toMatchObject({
      title: title.join(""),
      region: "青溪区",
      planYear: 2024,
    });
  });

  test("a half-year report has results and aims of its own year", () => {
    const title = "青溪区2024年上半年国民经济和社会发展计划执行情况的报告";
    expect(infer(title, "", "全区稳中有进。")).toMatchObject({ reviewYear: 2024, planYear: 2024 });
  });

  test("the file's name is the title of a text without one", () => {
    const bytes = new TextEncoder().encode(["各位代表：", "现向大会报告工作。", ...body].join("\n"));
    const { document } = readReport({ file: "2024年青溪区政府工作报告.txt", bytes, metadata: null });
    expect(document).toMatchObject({ title: "2024年青溪区政府工作报告", region: "青溪区", reviewYear: 2023 });
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

describe("kinds of paper are told apart by their titles", () => {
  test.each([
    ["budget", "关于云岭县2025年预算执行情况和2026年预算草案的报告", 2025, 2026],
    ["budget", "云岭县2025年全县一般公共预算支出执行情况表", 2025, null],
    ["budget", "2026年云岭县县级部门预算", 2025, 2026],
    ["final-accounts", "云岭县人民政府关于2024年县级决算草案的报告", 2024, null],
    ["debt", "云岭县2024年地方政府债务限额及余额决算情况表", 2024, null],
    ["disclosure", "云岭县人民政府2024年政府信息公开工作年度报告", 2024, null],
    ["monthly", "云岭县2024年上半年经济运行情况", 2024, null],
    ["communique", "二〇二四年云岭县国民经济和社会发展统计公报", 2024, null],
    ["other", "云岭县生态环境状况公报2024年度", 2024, null],
  ])("%s: %s", (kind, title, reviewYear, planYear) =>
    expect(infer(title, "", "一、综合", "全县稳中有进。")).toMatchObject({
      region: "云岭县",
      kind,
      reviewYear,
      planYear,
    }),
  );
});

describe("what is doubtful is named with what to write into the metadata file", () => {
  const problemsOf = (file: string, ...lines: string[]) => {
    const bytes = new TextEncoder().encode(lines.join("\n"));
    const { problems, document } = readReport({ file, bytes, metadata: null });
    return { region: document?.region, problems };
  };
  const body = ["", "一、综合", "全市稳中有进。全市工业增长5%。全市投资增长6%。"];

  test("a text that names no region", () => {
    const { region, problems } = problemsOf("a.txt", "2023年国民经济和社会发展统计公报", ...body);
    expect(region).toBeNull();
    const told = problems.find(({ code }) => code === "region_unknown");
    expect(told?.message).toContain('{ "file": "a.txt", "region": "…" }');
  });

  test("a region that only the file's name says", () => {
    const { region, problems } = problemsOf("nanchang-2023.txt", "2023年国民经济和社会发展统计公报", ...body);
    expect(region).toBe("南昌市");
    expect(problems.map(({ code }) => code)).toContain("region_doubtful");
  });

  test("the text counts where the file's name says another region", () => {
    const lines = ["2023年新乡市国民经济和社会发展统计公报", "新乡市统计局", ...body];
    const { region, problems } = problemsOf("安阳市2023年公报.txt", ...lines);
    expect(region).toBe("新乡市");
    expect(problems.map(({ code }) => code)).toContain("region_contradicts");
  });

  test("the reports of several years in one file", () => {
    const years = [2021, 2022].flatMap((year) => [`${year}年宜春市国民经济和社会发展统计公报`, ...body]);
    const { problems } = problemsOf("a.txt", ...years);
    expect(problems.map(({ code }) => code)).toContain("years_doubtful");
  });
});
