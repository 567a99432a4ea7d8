import { describe, expect, test } from "vitest";
import { sliceOf } from "#domain/span.ts";
import { cellsOf, childrenOf, readCorpusReport, tableOf, titles } from "./corpus-report.ts";

const jiangbei2020 = readCorpusReport("jiangbei-2020-plan-report.txt");

describe("江北区 2020: Markdown with two-level headers and uneven headings", () => {
  test("the numbering decides the level, not the number of #", () => {
    expect(titles(jiangbei2020, [1])).toEqual([
      "一、2020年国民经济和社会发展规划执行情况",
      "二、2021年经济社会发展目标安排",
      "三、2021年经济社会发展的重点任务",
    ]);
    expect(titles(jiangbei2020, [2])).toEqual([
      "（一）加快完善创新链条，产业核心竞争力持续提升",
      "（二）统筹协调三大需求，发展引擎进一步增强",
      "（三）加强协作交流，主动融入成渝地区双城经济圈建设",
      "（四）深化改革开放，发展动力活力增强",
      "（五）推动城乡协调发展，建设美丽山水生态城区",
      "（六）着力保障改善民生，发展成果更多惠及人民群众",
      "（一）宏观环境分析",
      "（二）总体思路",
      "(三)主要目标",
      "（四）重大项目安排",
      "（一）加快建立新形势新阶段新格局下高质量发展格局",
      "（二）提升实体经济能级，率先推进体现高质量发展要求的产业发展现代化",
      "（三）着力提振消费投资，加快构建融入国内大循环的内需发展格局",
      "（四）推动改革开放走深走实，加快形成高质量发展新动力",
      "（五）全面提升创新能力，塑造高质量发展新优势",
      "（六）推动城乡协调发展，融入服务新发展格局",
      "（七）推动绿色发展，加快建设美丽山水江北",
      "（八）持续改善和保障民生，努力提升人民群众幸福感获得感",
    ]);
  });

  test("items numbered through the chapters stand under their own heading", () => {
    expect(childrenOf(jiangbei2020, "（六）推动城乡协调发展，融入服务新发展格局")).toEqual([
      "17、主动融入成渝地区双城经济圈建设",
      "18、提升都市区核心引领作用",
      "19、推动区域更加均衡协调发展",
      "20、全面实施乡村振兴战略",
    ]);
  });

  test("two header levels make two column levels", () => {
    expect(tableOf(jiangbei2020, 1).columns.map((column) => column.levels)).toEqual([
      ["序号"],
      ["指标名称"],
      ["2020年", "年初目标"],
      ["2020年", "实际完成"],
      ["完成情况"],
    ]);
    expect(jiangbei2020.tables.map((table) => table.rows.length)).toEqual([22, 20]);
  });

  test("sub-rows belong to the row above, escaped marks are gone", () => {
    expect(cellsOf(jiangbei2020, 1, 20)).toEqual(["20", "主要污染物排放总量减少(%)*", "—", "—", "完成目标"]);
    expect(cellsOf(jiangbei2020, 1, 21)).toEqual(["", "#化学需氧量", "2.5", "2.5", ""]);
    expect(
      tableOf(jiangbei2020, 1)
        .rows.slice(19)
        .map((one) => one.parent),
    ).toEqual([null, 19, 19]);
    expect(sliceOf(jiangbei2020.text, tableOf(jiangbei2020, 1).notes[0] ?? { start: 0, end: 0 })).toMatch(
      /^注：1\.加\*为约束性指标/,
    );
  });

  test("a heading and its body on one line are told apart", () => {
    const section = jiangbei2020.sections.find((one) => one.title === "（二）总体思路");
    expect(sliceOf(jiangbei2020.text, section?.span ?? { start: 0, end: 0 })).toMatch(
      /^（二）总体思路。深入贯彻党的十九大/,
    );
  });

  test("the closing paragraphs belong to the chapter, not to its last item", () => {
    const item = jiangbei2020.sections.find((one) => one.title === "30、推进平安江北建设");
    expect(sliceOf(jiangbei2020.text, item?.span ?? { start: 0, end: 0 })).not.toContain("新的蓝图已经绘就");
  });
});
