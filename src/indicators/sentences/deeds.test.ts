import { describe, expect, it } from "vitest";
import { read } from "./read-facts.ts";

describe("deeds", () => {
  it("are told under the verb and what it was done to", () => {
    expect(read("实施审计项目20个，征收国有土地上房屋1.5万平方米，全年争取上级资金71亿元。")).toEqual([
      "实施审计项目 actual 2022 20 个",
      "征收国有土地上房屋 actual 2022 1.5 万平方米",
      "争取上级资金 actual 2022 71 亿元",
    ]);
  });

  it("go on with their verb while the unit stays", () => {
    expect(read("投用公共停车场5个、小微停车场20个。")).toEqual([
      "投用公共停车场 actual 2022 5 个",
      "投用小微停车场 actual 2022 20 个",
    ]);
  });

  it("may name after the figure what was counted", () => {
    expect(read("全年竣工投用67个项目。")).toEqual([
      expect.stringMatching(/^竣工投用项目\S* actual 2022 67 个$/),
    ]);
    expect(read("康特终端等24个项目开工建设。")).toEqual(["开工建设项目 actual 2022 24 个"]);
  });

  it("tell the sum and the progress of the projects counted", () => {
    expect(read("拟实施建设项目267个，总投资2436亿元。", "plan")).toEqual([
      "重点项目数 target 2023 267 个",
      "重点项目总投资 target 2023 2436 亿元",
    ]);
    expect(read("245个区级重点项目完成投资231亿元。")).toEqual([
      "重点项目数 actual 2022 245 个",
      "重点项目完成投资 actual 2022 231 亿元",
    ]);
  });

  it("tell the whole after what was added", () => {
    expect(read("新认定市级以上研发平台42家，达到408家。")).toEqual([
      "新增市级以上研发平台数 actual 2022 42 家",
      "市级以上研发平台数 actual 2022 408 家",
    ]);
  });

  it.each([
    "园区深化改革，引进龙头企业8家。",
    "累计发放低保金1700万元。",
    "实施42个基地县、1200万亩超级稻等优质粮食工程。",
    "组建3个跨行业、跨企业的产业技术联盟。",
    "新增2个规模超千亿元、5个超500亿元的开发区。",
    "兑现资金1000万元。",
    "提高补助标准50元。",
    "争取地区生产总值500亿元。",
  ])("are not told for sure in %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("lists kept by the region", () => {
  it.each([
    ["15件区级重点民生实事年度目标全面完成。", ["区级重点民生实事 actual 2022 15 件"]],
    ["31件市、区重点民生实事任务较好完成。", ["市、区重点民生实事 actual 2022 31 件"]],
    ["21项国家级改革试点先行先试，成功创建示范区。", ["国家级改革试点 actual 2022 21 项"]],
    ["其中35个市级重点项目开工建设。", []],
    ["6个项目入选市级重点项目库。", []],
  ])("%s", (text, facts) => {
    expect(read(text)).toEqual(facts);
  });

  it("are told of the coming year where they are tended", () => {
    expect(read("加快40个重点基建项目的施工进度。", "plan")).toEqual(["重点基建项目 target 2023 40 个"]);
  });
});

describe("what there is in all", () => {
  it.each([
    ["年末共有A级旅游景区67处。", ["A级旅游景区数 actual 2022 67 处"]],
    ["年末全区共有公有制艺术表演团体14个。", ["公有制艺术表演团体 actual 2022 14 个"]],
    ["共有110个国家参展。", []],
  ])("%s", (text, facts) => {
    expect(read(text)).toEqual(facts);
  });
});

describe("names", () => {
  it("of classes may begin with 中国", () => {
    expect(read("新增中国驰名商标30件、专利授权量1128件。")).toEqual([
      "新增中国驰名商标 actual 2022 30 件",
      "专利授权量 actual 2022 1128 件",
    ]);
  });

  it("lose the words that call them a task", () => {
    expect(read("完成322处堵点治理年度任务。")).toEqual(["堵点治理 actual 2022 322 处"]);
  });
});

describe("growths of several names", () => {
  it("keep the names that stand by themselves", () => {
    const names = read("原油产量、原油加工量和天然气勘探开发投资分别增长5%、11.4%和19.3%。").join();
    expect(names).not.toContain("产量气");
  });

  it("against the year before are aims in the plan", () => {
    expect(read("农产品加工业产值要比去年增长30%。", "plan")).toEqual([
      "农产品加工业产值增速 target 2023 30 %",
    ]);
  });

  it("follow levels told from the year before on", () => {
    expect(read("万人发明专利拥有量从上年的29件提高到35件，技术合同成交额增长16.2%。")).toEqual([
      "万人发明专利拥有量 actual 2022 35 件",
      "技术合同成交额增速 actual 2022 16.2 %",
    ]);
  });
});

describe("deeds of two verbs", () => {
  it.each([
    [
      "开工改造老旧小区3014个、棚户区6.14万套。",
      ["开工改造老旧小区 actual 2022 3014 个", "开工改造棚户区 actual 2022 6.14 万套"],
    ],
    [
      "新建和改扩建乡镇卫生院88个、村卫生室90个。",
      ["新建和改扩建乡镇卫生院 actual 2022 88 个", "新建和改扩建村卫生室 actual 2022 90 个"],
    ],
    ["新建、改扩建200所幼儿园。", ["新建、改扩建幼儿园 actual 2022 200 所"]],
    [
      "建成乡镇综合文化站712处、农家书屋1万多个。",
      ["建成乡镇综合文化站 actual 2022 712 处", "建成农家书屋 actual 2022 1 万个 多"],
    ],
    ["搬迁安置移民8万人。", ["搬迁安置移民 actual 2022 8 万人"]],
  ])("%s", (text, facts) => {
    expect(read(text)).toEqual(facts);
  });
});
