import { describe, expect, it } from "vitest";
import { factsOf } from "./facts.ts";
import { read, report } from "./read-facts.ts";

describe("subjects", () => {
  it("goes on to the growth after an amount", () => {
    expect(read("实现地区生产总值2400亿元、增长4.2%；完成规上工业总产值3500亿元。")).toEqual([
      "地区生产总值 actual 2022 2400 亿元",
      "地区生产总值增速 actual 2022 4.2 %",
      "规模以上工业总产值 actual 2022 3500 亿元",
    ]);
  });

  it("goes on to the same of another region, and to the share of what was told", () => {
    expect(read("2022年，全市固定资产投资下降1.2%，我区增长3.3%。")).toEqual([
      "固定资产投资增速 actual 2022 -1.2 % 重庆市",
      "固定资产投资增速 actual 2022 3.3 %",
    ]);
    expect(read("教育支出12.5亿元，占一般公共预算支出的比重为18.2%。")).toContain(
      "教育支出占一般公共预算支出比重 actual 2022 18.2 %",
    );
  });

  it("reads what was revised beside what it was", () => {
    expect(read("全区地区生产总值812.4亿元，按普查结果修订为835.6亿元。")).toContain(
      "地区生产总值 actual 2022 835.6 亿元",
    );
    expect(read("固定资产投资快报数为301.2亿元。")).toEqual(["固定资产投资 actual 2022 301.2 亿元"]);
  });

  it("tells an amount in the first of two currencies, and its growth", () => {
    expect(read("生产总值62164亿元、突破1万亿美元，比上年增长8.5%。")[0]).toBe(
      "地区生产总值 actual 2022 62164 亿元",
    );
  });

  it("takes things counted for no doing of theirs", () => {
    expect(read("市级以上科技研发平台达到601家，高新技术企业达到1850家。")).toEqual([
      "高新技术企业数 actual 2022 1850 家",
    ]);
  });

  it("names a figure by the name in brackets, and what there is by the year's end", () => {
    expect(read("城镇人口占常住人口比重（常住人口城镇化率）为62.54%。")).toEqual([
      "常住人口城镇化率 actual 2022 62.54 %",
    ]);
    expect(read("年末共有文化馆15个，公共图书馆15个。")).toContain("公共图书馆数 actual 2022 15 个");
  });

  it("takes 经济总量 for the region's own product, and not that of several regions", () => {
    expect(read("经济总量达到2400亿元。")).toEqual(["地区生产总值 actual 2022 2400 亿元"]);
    expect(read("成渝地区双城经济圈建设走深走实，经济总量超9万亿元。")).toEqual([]);
  });

  it("takes no year from what was brought in before", () => {
    expect(read("落实去年出台的稳外贸政策，进出口总额增长5%。")).toEqual(["进出口总额增速 actual 2022 5 %"]);
  });

  it("parts a list told 分别, and its growths after it", () => {
    expect(read("城镇和农村常住居民人均可支配收入分别达到53000元、26000元，增长4.5%、6.4%。")).toEqual([
      "城镇居民人均可支配收入 actual 2022 53000 元",
      "农村居民人均可支配收入 actual 2022 26000 元",
      "城镇居民人均可支配收入增速 actual 2022 4.5 %",
      "农村居民人均可支配收入增速 actual 2022 6.4 %",
    ]);
  });

  it("tells one rate of each of a list, where the end of the last makes the others' names", () => {
    expect(read("基本养老、医保参保率达到97%。")).toEqual([
      "基本医疗保险参保率 actual 2022 97 %",
      "基本养老保险参保率 actual 2022 97 %",
    ]);
  });

  it("takes the subject of the clause that says, without digits, what it has passed", () => {
    expect(read("全区地区生产总值突破千亿元大关，实现1053.1亿元，比上年增长13.7%。")).toEqual([
      "地区生产总值 actual 2022 1053.1 亿元",
      "地区生产总值增速 actual 2022 13.7 %",
    ]);
  });

  it("takes a subject described in the clause before", () => {
    expect(read("工业投资增长强劲，完成70亿元、增长25%。")).toEqual([
      "工业投资 actual 2022 70 亿元",
      "工业投资增速 actual 2022 25 %",
    ]);
  });

  it("keeps clean names that the catalogue lacks, less surely", () => {
    const [fact] = factsOf({
      document: report,
      part: "review",
      period: "one",
      years: null,
      ofTerritory: false,
      text: "桥面沥青铺装合格率达到96%以上。",
    });
    expect(fact).toMatchObject({
      indicator: "桥面沥青铺装合格率",
      value: "96",
      qualifier: "以上",
      confidence: 0.75,
    });
  });

  it("tells what was added from what there is", () => {
    expect(read("新增科技型企业280家、高新技术企业25家。")).toEqual([
      expect.stringMatching(/^新增科技型企业\S* actual 2022 280 家$/),
      "新增高新技术企业数 actual 2022 25 家",
    ]);
    expect(read("高新技术企业达到506家。")).toEqual(["高新技术企业数 actual 2022 506 家"]);
    expect(read("高新技术企业25家落户。")).toEqual([]);
  });
});

describe("signs and words around figures", () => {
  it("makes a fall a growth below zero, and a reduction a figure of its own", () => {
    expect(read("房地产开发投资下降5.4%，单位地区生产总值能耗下降3%。")).toEqual([
      "房地产开发投资增速 actual 2022 -5.4 %",
      "单位地区生产总值能耗降低 actual 2022 3 %",
    ]);
  });

  it("keeps 突破, 近, 以内 and ranges", () => {
    expect(
      read("金融机构存贷款余额突破1.9万亿元，城镇调查失业率控制在5.5%以内，固定资产投资增长5%-6%。"),
    ).toEqual([
      "本外币存贷款余额 actual 2022 1.9 万亿元 突破",
      "城镇调查失业率 actual 2022 5.5 % 以内",
      "固定资产投资增速 actual 2022 5 % 至6",
    ]);
  });

  it.each([
    "居民消费价格上涨1.2个百分点。",
    "增速高于全市16.3个百分点。",
    "总量居全市第3位。",
    "三次产业结构为3.9:39.0:57.1。",
    "固定资产投资完成427亿元的70%。",
    "地区生产总值未达到500亿元。",
  ])("reads no figure of its own in %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("what a sentence is on", () => {
  it("goes from its first clause to what was reached in the year", () => {
    expect(
      read("大健康产业做优做特，引进昆山美东等项目23个，全年实现营业收入137.6亿元、增长42.6%。").slice(-2),
    ).toEqual(["大健康产业营业收入 actual 2022 137.6 亿元", "大健康产业营业收入增速 actual 2022 42.6 %"]);
  });

  it("is not told where a company stands between", () => {
    expect(read("大健康产业做优做特，康特公司投产，全年实现营业收入137.6亿元。")).toEqual([]);
  });

  it("stays through what was added", () => {
    expect(read("生产总值120亿元，比2018年增长35.5亿元，同比增长6.2%。")).toEqual([
      "地区生产总值 actual 2022 120 亿元",
      "地区生产总值增速 actual 2022 6.2 %",
    ]);
    expect(read("地区生产总值5702亿元，增加1100亿元，增长15%。")).toEqual([
      "地区生产总值 actual 2022 5702 亿元",
      "地区生产总值增速 actual 2022 15 %",
    ]);
    expect(read("铁路运营里程突破4000公里，净增1235公里；高速铁路从无到有，达到867公里。")).toEqual([
      "铁路营运里程 actual 2022 4000 公里 突破",
    ]);
  });

  it("is the whole of what was added, where a total follows", () => {
    expect(read("全年净增高新技术企业22家，总数达100家。")).toEqual([
      "新增高新技术企业数 actual 2022 22 家",
      "高新技术企业数 actual 2022 100 家",
    ]);
    expect(read("净增市场主体65.2万户、其中企业31.8万户。").at(-1)).toBe("净增企业 actual 2022 31.8 万户");
  });

  it("is the road spoken of last, where the name does not say which is open to traffic", () => {
    expect(read("新增高速公路301公里，全区通车总里程突破2000公里。").at(-1)).toBe(
      "高速公路通车里程 actual 2022 2000 公里 突破",
    );
    expect(read("轨道交通4条新线投入运营，通车里程达到465公里。")).toEqual([
      "轨道交通运营里程 actual 2022 465 公里",
    ]);
    expect(read("新增公路2700公里，通车总里程达到5.2万公里。").at(-1)).toBe(
      "公路通车里程 actual 2022 5.2 万公里",
    );
  });

  it("is each one's where one figure is told of both", () => {
    expect(read("城镇居民和农村居民人均可支配收入均增长8%。")).toEqual([
      "城镇居民人均可支配收入增速 actual 2022 8 %",
      "农村居民人均可支配收入增速 actual 2022 8 %",
    ]);
    expect(read("城镇居民人均可支配收入、农民人均纯收入分别增长12%。")).toEqual([
      "城镇居民人均可支配收入增速 actual 2022 12 %",
      "农民人均纯收入增速 actual 2022 12 %",
    ]);
    expect(read("进口、出口分别下降3%和增长5%。")).toEqual([]);
  });

  it("is the exact one, in smaller units", () => {
    expect(read("农村居民人均可支配收入突破2万元、达到20793元。")).toEqual([
      "农村居民人均可支配收入 actual 2022 20793 元",
    ]);
  });

  it("is no project of what money went before, nor of the year of a prize", () => {
    expect(read("国有企业投资593亿元28个重点项目，带动就业。")).toEqual([]);
    expect(read("获得2021年度省级科技奖励10项；技术合同成交额81.8亿元。")).toEqual([
      "技术合同成交额 actual 2022 81.8 亿元",
    ]);
    expect(read("国家级、省级重点龙头企业分别达35家和185家。").join()).toContain("国家级重点龙头企业");
  });

  it("is also the level a change began with, in the year that is named", () => {
    expect(read("地区生产总值从2015年的45.58亿元增长到70.11亿元。")).toEqual([
      "地区生产总值 actual 2015 45.58 亿元",
      "地区生产总值 actual 2022 70.11 亿元",
    ]);
  });

  it("is told after 除 as well", () => {
    expect(read("除居民消费价格总水平上涨3.7%，略高于目标外，其他均完成。")).toEqual([
      "居民消费价格涨幅 actual 2022 3.7 %",
    ]);
  });

  it("is the region's share of a wider one", () => {
    expect(read("家电产值占全市超30%。")).toEqual(["家电产值占全市比重 actual 2022 30 % 超"]);
    expect(read("规上工业增加值占全市的比重达到12.5%。")).toEqual([
      "规上工业增加值占全市比重 actual 2022 12.5 %",
    ]);
  });
});

describe("growths", () => {
  it("may stand behind their figure", () => {
    expect(read("规上工业增加值保持8%以上的较快增长。")).toEqual([
      "规模以上工业增加值增速 actual 2022 8 % 以上",
    ]);
    expect(read("地区生产总值仍实现3.7%增长。")).toEqual(["地区生产总值增速 actual 2022 3.7 %"]);
  });

  it("are below zero as rates of a fall", () => {
    expect(read("PM2.5平均浓度下降率达20%。")).toEqual(["PM2.5年均浓度变化率 actual 2022 -20 %"]);
  });

  it("of a year named behind several years are those of the year", () => {
    expect(
      read("结合“十四五”规划目标，综合分析2023年形势，提出全区经济增长预期目标7%左右。", "plan"),
    ).toEqual(["地区生产总值增速 target 2023 7 % 左右"]);
  });

  it("of a part are none of the whole", () => {
    expect(read("开发区营业收入、税收收入均实现20%以上增长。")).toEqual([]);
  });
});

describe("whom a figure is about", () => {
  it.each([
    "总部贸易企业达8家，占全市的40%，完成进出口总额201亿元。",
    "园区实现规上工业总产值364亿元、增长23.9%。",
    "海尔集团营业收入增长20%。",
    "成都市地区生产总值增长5%。",
  ])("is not the district in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("is a part of the economy where the sentence is on one", () => {
    expect(read("非公有制经济增长27%，占生产总值比重提高到45%，出口增长68.4%。")).toEqual([
      "非公有制经济增速 actual 2022 27 %",
    ]);
  });

  it("is the city where the city is named", () => {
    expect(read("2023年全市地区生产总值增速目标为6%以上。", "plan")).toEqual([
      "地区生产总值增速 target 2023 6 % 以上 重庆市",
    ]);
  });

  it("is the district again where it is named again", () => {
    expect(read("长安集团成功突破，全区固定资产投资完成427亿元。")).toEqual([
      "固定资产投资 actual 2022 427 亿元",
    ]);
  });
});

describe("target and actual", () => {
  it("aims in the plan, looks back in the review", () => {
    expect(read("城镇新增就业3.5万人。")).toEqual(["城镇新增就业人数 actual 2022 3.5 万人"]);
    expect(read("力争城镇新增就业3.5万人以上。", "plan")).toEqual([
      "城镇新增就业人数 target 2023 3.5 万人 以上",
    ]);
  });

  it("takes the year that the sentence names", () => {
    expect(read("2022年固定资产投资增长1.6%。", "plan")).toEqual(["固定资产投资增速 actual 2022 1.6 %"]);
    expect(read("到2025年，森林覆盖率达到45%。", "plan")).toEqual(["森林覆盖率 target 2025 45 %"]);
  });

  it("takes what goes on after 、 for an aim, too", () => {
    const news = { ...report, kind: "news" as const };
    const facts = factsOf({
      document: news,
      part: null,
      period: "one",
      years: null,
      ofTerritory: false,
      text: "力争认定高新技术企业40家、市级科技企业300家。",
    });
    expect(facts.map(({ kind, year, value }) => [kind, year, value])).toEqual([
      ["target", 2023, "40"],
      ["target", 2023, "300"],
    ]);
  });

  it("takes no year for one that what was done before only builds on", () => {
    expect(read("今年在去年1098个试点村的基础上，新增重点推进村2000个。", "plan")).toEqual([
      "新增重点推进村 target 2023 2000 个",
    ]);
  });

  it("takes a list of aims for aims wherever it stands", () => {
    expect(read("主要预期目标是：地区生产总值增长6.5%，固定资产投资增长10%。")).toEqual([
      "地区生产总值增速 target 2023 6.5 %",
      "固定资产投资增速 target 2023 10 %",
    ]);
  });

  it("drops the words that lead in, and knows short names of the whole", () => {
    expect(read("特别是一般公共预算增长0.5%。")).toEqual(["一般公共预算收入增速 actual 2022 0.5 %"]);
    expect(read("预计区域生产总值达到400亿元。")).toEqual(["地区生产总值 estimate 2022 400 亿元"]);
    expect(read("全区经济总量达到400亿元。")).toEqual(["地区生产总值 actual 2022 400 亿元"]);
  });

  it("takes for expected what stands behind 预计, up to the semicolon", () => {
    expect(read("预计全区生产总值400亿元，增长6%；固定资产投资200亿元。")).toEqual([
      "地区生产总值 estimate 2022 400 亿元",
      "地区生产总值增速 estimate 2022 6 %",
      "固定资产投资 actual 2022 200 亿元",
    ]);
  });

  it("leaves out what was won of a wider region, and two that go different ways", () => {
    expect(read("企业出口额达4亿美元，获全市最高奖励资金3174万元。")).toEqual([]);
    expect(read("进口、出口分别下降3%和增长5%。")).toEqual([]);
    expect(read("工业投资、技改投资分别增长10%。")).toEqual([
      "工业投资增速 actual 2022 10 %",
      "工业技改投资增速 actual 2022 10 %",
    ]);
  });

  it("places a level told of several years in the last of them", () => {
    expect(read("五年来，地区生产总值由1325亿元增加到2400亿元，年均增长7%。")).toEqual([
      "地区生产总值 actual 2022 2400 亿元",
    ]);
    expect(read("“十三五”末，森林覆盖率达到45%，比2016年提高3个百分点。")).toEqual([
      "森林覆盖率 actual 2022 45 %",
    ]);
    expect(read("今后五年，常住人口城镇化率达到70%以上，生产总值年均增长7%。", "plan")).toEqual([
      "常住人口城镇化率 target 2025 70 % 以上",
    ]);
    expect(read("今后五年的目标是：到2027年，常住人口城镇化率达到70%。", "plan")).toEqual([
      "常住人口城镇化率 target 2027 70 %",
    ]);
  });

  it.each([
    "五年来，地区生产总值增长40%。",
    "五年来，固定资产投资累计达到4000亿元。",
    "五年来，财政支出中民生支出达到400亿元。",
    "上半年固定资产投资增长3%。",
    "地区生产总值比2015年增长50%。",
    "地区生产总值年均增长7%。",
    "固定资产投资超过年初目标77.7亿元。",
    "地区生产总值计划增长7%。",
  ])("leaves out in the review: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("several years together", () => {
  const told = (text: string) =>
    factsOf({
      document: report,
      part: "review",
      period: "many",
      years: { last: 2022, count: 5 },
      ofTerritory: false,
      text,
    }).map(({ indicator, year, period, value }) => `${indicator} ${year} ${period} ${value}`);

  it("tells a sum and a yearly growth of all of them", () => {
    expect(told("五年累计城镇新增就业11.4万人，地区生产总值年均增长7.6%。")).toEqual([
      "城镇新增就业人数 2022 2018/2022 11.4",
      "地区生产总值年均增速 2022 2018/2022 7.6",
    ]);
  });

  it("tells where a level began and where it has come to", () => {
    expect(told("地区生产总值从346亿元增加到722亿元，年均增长11.8%。")).toEqual([
      "地区生产总值 2017 year 346",
      "地区生产总值 2022 year 722",
      "地区生产总值年均增速 2022 2018/2022 11.8",
    ]);
    expect(told("全区生产总值从2012年的346亿元增加到2022年的722亿元，年均增长7.6%。")).toEqual([
      "地区生产总值 2012 year 346",
      "地区生产总值 2022 year 722",
      "地区生产总值年均增速 2022 2013/2022 7.6",
    ]);
  });
});
