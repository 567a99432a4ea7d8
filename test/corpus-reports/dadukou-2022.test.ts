import { describe, expect, test } from "vitest";
import { cellsOf, childrenOf, readCorpusReport, tableOf } from "./corpus-report.ts";

const dadukou = readCorpusReport("dadukou-2022-plan-report.txt");

describe("大渡口区 2022: Word text, a cell a line", () => {
  test("32 rows in 7 columns and 32 rows in 5", () => {
    expect(tableOf(dadukou, 1).columns.map((column) => column.title)).toEqual([
      "序号",
      "指标名称",
      "单位",
      "指标属性",
      "2022年目标",
      "2022年完成",
      "是否达到预期",
    ]);
    expect(dadukou.tables.map((table) => [table.columns.length, table.rows.length])).toEqual([
      [7, 32],
      [5, 32],
    ]);
  });

  test("bookmarks are gone, cells over several lines are one", () => {
    expect(cellsOf(dadukou, 1, 1)).toEqual([
      "1",
      "地区生产总值增速",
      "（%）",
      "预期性",
      "6左右",
      "4.7",
      "否",
    ]);
    expect(cellsOf(dadukou, 1, 11)?.[5]).toBe("3.5、保持全市前列");
    expect(cellsOf(dadukou, 1, 13)?.join("")).toContain("人民币存贷款余额增速（%）预期性100.54否");
    expect(cellsOf(dadukou, 1, 15)?.[4]).toBe("完成市级下达任务（6000）");
    expect(cellsOf(dadukou, 1, 18)?.[4]).toBe("-11.2（调整后)");
    expect(dadukou.text).not.toContain("bookmark");
  });

  test("lead-ins inside a long paragraph are sections", () => {
    expect(childrenOf(dadukou, "1.全力稳住经济大盘，助企纾困成效明显")).toEqual([
      "惠企政策直达快享",
      "对上争取扎实有效",
      "市场主体健康发展",
    ]);
    expect(childrenOf(dadukou, "2.提速重点片区开发，区域价值持续提升")).toEqual([
      "艺术湾城市新名片持续做靓",
      "九宫庙—金桥核心消费带加快打造",
      "伏牛溪活力生态宜居新城提速建设",
      "高新区建桥园高质量发展",
    ]);
  });

  test("boxes", () => {
    expect(dadukou.sections.filter((one) => one.kind === "box").map((one) => one.title)).toEqual([
      "专栏1：2022年重点开竣工项目情况",
      "专栏2：2023年产业建设重点项目",
      "专栏3：2023年城乡融合重点项目",
      "专栏4：2023年绿色发展项目",
      "专栏5：2023年公共服务建设项目",
    ]);
  });

  test("the title broken over two lines is whole", () => {
    expect(dadukou.title).toBe("重庆市大渡口区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告");
  });
});
