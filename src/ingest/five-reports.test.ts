import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { SourceDocument, Table } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import { readReport } from "./read-report.ts";

function read(file: string): SourceDocument {
  const bytes = readFileSync(new URL(`../../corpus/${file}`, import.meta.url));
  const { document } = readReport({ file, bytes, metadata: null });
  if (document === null) throw new Error(`${file} was not read`);
  return document;
}

const jiangbei2022 = read("jiangbei-2022-plan-report.txt");
const jiangbei2020 = read("jiangbei-2020-plan-report.txt");
const jiangbei2023 = read("jiangbei-2023-news.txt");
const dadukou = read("dadukou-2022-plan-report.txt");
const yubei = read("yubei-2023-work-report.txt");

/** Titles of the sections of some levels, in reading order. */
function titles(document: SourceDocument, levels: readonly number[], kind = "heading"): string[] {
  return document.sections
    .filter((one) => one.kind === kind && levels.includes(one.level))
    .map((one) => one.title);
}

function childrenOf(document: SourceDocument, title: string): string[] {
  const parent = document.sections.find((one) => one.title === title);
  return document.sections.filter((one) => one.parent === parent?.id).map((one) => one.title);
}

function tableOf(document: SourceDocument, number: number): Table {
  const table = document.tables[number - 1];
  if (table === undefined) throw new Error(`no table ${number}`);
  return table;
}

const row = (document: SourceDocument, table: number, at: number) =>
  tableOf(document, table).rows[at - 1]?.cells.map((cell) => cell.text);

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
    expect(row(jiangbei2022, 1, 2)).toEqual(["2", "人均地区生产总值（万元）", "16.5", "17.1", ""]);
    expect(row(jiangbei2022, 1, 16)).toEqual([
      "16",
      "地区生产总值二氧化碳排放量降低率(%)*",
      "市级下达",
      "——",
      "市级未反馈",
    ]);
    expect(row(jiangbei2022, 1, 18)).toEqual(["18", "亿元地区生产总值安全事故死亡率*", "≤0.021", "0.02", ""]);
    expect(row(jiangbei2022, 5, 21)).toEqual(["", "合计", "40708"]);
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
    expect(row(jiangbei2020, 1, 20)).toEqual(["20", "主要污染物排放总量减少(%)*", "—", "—", "完成目标"]);
    expect(row(jiangbei2020, 1, 21)).toEqual(["", "#化学需氧量", "2.5", "2.5", ""]);
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

describe("江北区 2023: a newspaper page whose columns interleave", () => {
  test("the sentence cut around one heading is rejoined under it", () => {
    expect(jiangbei2023.text).toContain(
      "另一副担子是建设国际消费中心城市首区。一年来，江北区“两副担子”，可谓是“担”得有声有色。",
    );
    const section = jiangbei2023.sections.find((one) => one.title.startsWith("在推动高质量发展上走在前"));
    expect(sliceOf(jiangbei2023.text, section?.span ?? { start: 0, end: 0 })).toContain("城市首区。一年来");
  });

  test("the sentence cut around two headings finds its half five paragraphs later", () => {
    expect(jiangbei2023.text).toContain("鲁能巴蜀中学综合楼开工建设，宏帆八中开办高中部");
  });

  test("the half whose beginning is lost is welded to nothing, and reported", () => {
    expect(jiangbei2023.text.split("\n")).toContain(
      "层智治体系实现12个镇街基层治理中心、1379个基层网格全覆盖。",
    );
    const bytes = readFileSync(new URL("../../corpus/jiangbei-2023-news.txt", import.meta.url));
    const { problems } = readReport({ file: "news.txt", bytes, metadata: null });
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([["cut_sentence", 73]]);
  });

  test("photo captions stand alone", () => {
    const lines = jiangbei2023.text.split("\n");
    expect(lines).toContain("改造后的观音桥街道塔坪社区");
    expect(lines).toContain(
      "重庆海尔洗碗机互联工厂创下6个月厂房建成、10个月投产的“加速度”，刷新了海尔集团国内外项目建设记录",
    );
  });

  test("headings without numbers have two levels", () => {
    expect(childrenOf(jiangbei2023, "围绕企业转 加快构建现代化产业体系")).toEqual([
      "加快打造西部金融中心核心区",
      "加快打造国际消费中心城市首选区",
      "加快打造先进制造业集聚区",
      "加快发展新质生产力",
    ]);
    expect(childrenOf(jiangbei2023, "聚焦环境创 厚植经济稳健增效的良好氛围")).toEqual([
      "用好政策环境",
      "优化营商环境",
      "维护社会环境",
    ]);
  });
});

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
    expect(row(dadukou, 1, 1)).toEqual(["1", "地区生产总值增速", "（%）", "预期性", "6左右", "4.7", "否"]);
    expect(row(dadukou, 1, 11)?.[5]).toBe("3.5、保持全市前列");
    expect(row(dadukou, 1, 13)?.join("")).toContain("人民币存贷款余额增速（%）预期性100.54否");
    expect(row(dadukou, 1, 15)?.[4]).toBe("完成市级下达任务（6000）");
    expect(row(dadukou, 1, 18)?.[4]).toBe("-11.2（调整后)");
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

describe("渝北区 2023: a long work report", () => {
  test("headings", () => {
    expect(titles(yubei, [1])).toEqual([
      "一、2023年工作回顾",
      "二、2024年重点工作",
      "三、切实加强政府自身建设",
    ]);
    expect(childrenOf(yubei, "三、切实加强政府自身建设")).toEqual([
      "（一）坚定信念铸就绝对忠诚",
      "（二）坚行法治强化依法履职",
      "（三）坚持变革提升工作质效",
      "（四）坚守初心打造廉洁政府",
    ]);
  });

  test("lead-ins, inside one paragraph and at the start of paragraphs", () => {
    expect(childrenOf(yubei, "（六）扎实推进社会民生全面进步")).toEqual([
      "公共服务增量提质",
      "民生保障扎实有力",
      "平安渝北建设成效明显",
    ]);
    expect(childrenOf(yubei, "（一）坚定不移强改革、扩开放，不断增强发展活力")).toEqual([
      "纵深推进重点领域改革",
      "深度融入双城经济圈建设",
      "深化拓展西部陆海新通道“空中走廊”",
    ]);
  });

  test("page marks at the end are gone", () => {
    expect(yubei.text.trimEnd().endsWith("2024年2月3日印发")).toBe(true);
  });
});
