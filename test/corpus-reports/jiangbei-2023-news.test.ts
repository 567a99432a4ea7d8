import { describe, expect, test } from "vitest";
import { sliceOf } from "#domain/span.ts";
import { childrenOf, readCorpusFile, readCorpusReport } from "./corpus-report.ts";

const jiangbei2023 = readCorpusReport("jiangbei-2023-news.txt");

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
    const { problems } = readCorpusFile("jiangbei-2023-news.txt");
    const cuts = problems.filter(({ code }) => code === "cut_sentence");
    expect(cuts.map((problem) => [problem.code, problem.line])).toEqual([["cut_sentence", 73]]);
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
