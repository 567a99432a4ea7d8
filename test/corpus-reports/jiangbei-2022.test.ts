import { describe, expect, test } from "vitest";
import { sliceOf } from "#domain/span.ts";
import { cellsOf, childrenOf, readCorpusReport, tableOf, titles } from "./corpus-report.ts";

const jiangbei2022 = readCorpusReport("jiangbei-2022-plan-report.txt");

describe("江北区 2022: PDF text, pages breaking inside words and tables", () => {
  test("headings nest as numbered", () => {
    expect(titles(jiangbei2022, [1, 2])).toEqual([
      "一、2022年国民经济和社会发展规划执行情况",
      "（一）实现了一个领先：经济整体运行“稳”的态势在全市领先",
      "（二）加快了三大提升：产业质效、市场活力、城市能级进一步得到提升",
      "（三）守牢了两个底线：民生保障底线、安全发展底线牢牢守住",
      "二、2023年国民经济和社会发展规划",
      "（一）2023年经济社会发展总体要求",
      "（二）“三项”主要目标安排",
      "（三）“六项”重点任务",
      "（四）“四项”保障措施",
    ]);
  });

  test("dash and label lead-ins nest under their heading", () => {
    expect(
      childrenOf(jiangbei2022, "（二）加快了三大提升：产业质效、市场活力、城市能级进一步得到提升"),
    ).toEqual([
      "——以更大力度稳工业，担稳担好金融、消费“两副担子”，支柱产业“质效”加快提升",
      "——以创新、开放之势蓄发展动能，着力稳定预期、提振企业信心，市场发展“活力”加快提升",
      "——以更高水平促进产、城、景深度融合，优空间、提品质，城市发展“能级”加快提升",
    ]);
    const dash = "——以更大力度稳工业，担稳担好金融、消费“两副担子”，支柱产业“质效”加快提升";
    expect(childrenOf(jiangbei2022, dash)).toEqual(["工业", "金融", "商贸", "数字经济"]);
  });

  test("一是 to 六是 carry the paragraphs behind them", () => {
    const tasks = childrenOf(jiangbei2022, "（三）“六项”重点任务");
    expect(tasks).toEqual([
      "一是着力抓项目，发挥投资的关键作用",
      "二是着力强产业，不断夯实经济根基",
      "三是着力优环境，培育壮大市场主体",
      "四是着力扩能级，提升城市功能品质",
      "五是着力保民生，提高人民生活品质",
      "六是着力防风险，安全与发展良性互动",
    ]);
    expect(childrenOf(jiangbei2022, "二是着力强产业，不断夯实经济根基")).toEqual([
      "实施“工业倍增”行动",
      "深化发展金融产业",
      "转型壮大商贸产业",
      "提速发展数字经济",
    ]);
    expect(childrenOf(jiangbei2022, "四是着力扩能级，提升城市功能品质")).toEqual([
      "更高水平促进城市开发",
      "专栏2：2023年上、中、下三段重大平台及重点项目",
      "更大规模实施城市更新",
      "更强力度打造宜居城市",
    ]);
  });

  test("a box ends before the next paragraph of the report", () => {
    const box = jiangbei2022.sections.find((one) => one.title.startsWith("专栏2"));
    const text = sliceOf(jiangbei2022.text, box?.span ?? { start: 0, end: 0 });
    expect(text).toContain("上段：提档升级\n重大平台：国际化滨水城市风貌展示带");
    expect(text.endsWith("推动铜锣峡隧道、花红湾隧道、望江隧道、郭兴路等项目前期工作。")).toBe(true);
  });

  test("five tables, the first two parts of a split table joined", () => {
    expect(
      jiangbei2022.tables.map((table) => [table.caption, table.columns.length, table.rows.length]),
    ).toEqual([
      ["表1：2022年江北区国民经济和社会发展主要目标完成情况", 5, 18],
      ["表2:“一带双核五片区”重点项目、重大事项推进情况", 2, 4],
      ["表3:2023年国民经济和社会发展主要预期目标", 3, 20],
      ["表4：2023年重点项目建议", 4, 8],
      ["表5：2023年重点民生实事建议方案", 3, 21],
    ]);
  });

  test("cells as printed, missing ones empty", () => {
    expect(cellsOf(jiangbei2022, 1, 2)).toEqual(["2", "人均地区生产总值（万元）", "16.5", "17.1", ""]);
    expect(cellsOf(jiangbei2022, 1, 16)).toEqual([
      "16",
      "地区生产总值二氧化碳排放量降低率(%)*",
      "市级下达",
      "——",
      "市级未反馈",
    ]);
    expect(cellsOf(jiangbei2022, 1, 18)).toEqual([
      "18",
      "亿元地区生产总值安全事故死亡率*",
      "≤0.021",
      "0.02",
      "",
    ]);
    expect(cellsOf(jiangbei2022, 5, 21)).toEqual(["", "合计", "40708"]);
  });

  test("part rows know the row they are part of", () => {
    expect(tableOf(jiangbei2022, 4).rows.map((one) => one.parent)).toEqual([null, null, 1, 1, null, 4, 4, 4]);
  });

  test("notes under a table are attached to it", () => {
    const notes = tableOf(jiangbei2022, 3).notes.map((note) => sliceOf(jiangbei2022.text, note));
    expect(notes).toEqual(["注：加*为约束性指标；其他为预期性指标。"]);
  });

  test("sentences broken by pages are whole", () => {
    expect(jiangbei2022.text).toContain("规模以上工业增加值快速增长19.5%，高于全市16.3个百分点");
    expect(jiangbei2022.text).toContain("执行情况已争取到最好结果，发展稳步前行、持续在全市领先。");
    expect(jiangbei2022.text).toContain(
      "现将江北区2022年国民经济和社会发展计划执行情况及2023年计划草案提请大会审查",
    );
    expect(jiangbei2022.text).toContain("成立以区委书记、区政府区长为双组长的稳经济大盘工作专班");
  });

  test("figure captions are joined to nothing", () => {
    expect(jiangbei2022.text.split("\n")).toContain("图1:2022年1-4季度 GDP 增速与全市对比图");
  });

  test("the glossary has one entry a term", () => {
    const terms = titles(jiangbei2022, [2], "definition");
    expect(terms).toHaveLength(19);
    expect(terms.slice(0, 5)).toEqual(["“12345”总体思路", "两副担子", "IPO", "QDLP", "QFLP"]);
    const entry = jiangbei2022.sections.find((one) => one.title === "一带双核五片区");
    const text = sliceOf(jiangbei2022.text, entry?.span ?? { start: 0, end: 0 });
    expect(text).toContain(
      "一带双核五片区 “一带”指国际化滨水城市风貌展示带；\n“双核”指为培育国际消费中心城市打造核心窗口",
    );
  });
});
