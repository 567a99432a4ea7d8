import { describe, expect, test } from "vitest";
import { sliceOf } from "#domain/span.ts";
import { readReport } from "#ingest/read-report.ts";

function read(text: string) {
  const { document, problems } = readReport({
    file: "x.md",
    bytes: new TextEncoder().encode(text),
    metadata: null,
  });
  if (document === null) throw new Error("not read");
  const outline = document.sections.map((section) => `${section.level} ${section.title}`);
  return { document, problems, lines: document.text.split("\n"), outline };
}

const FRONT = "某县2023年政府工作报告\n\n各位代表：\n\n";
const LONG =
  "坚持稳中求进工作总基调，扎实推进高质量发展，各项事业取得新的成效，人民生活持续改善，社会大局保持和谐稳定";

describe("damaged and run-on text", () => {
  test("a percent sign lost in conversion is one again", () => {
    const { lines } = read(`${FRONT}一、工作回顾\n生产总值增长13.3_M_M_，投资增长6.5_M_M_。`);
    expect(lines.at(-1)).toBe("生产总值增长13.3%，投资增长6.5%。");
  });
  test("a chapter's title ends where its first sentence begins", () => {
    const { outline } = read(
      `${FRONT}一、2007年工作回顾\n${LONG}。\n二、2008年政府工作的目标任务今年是全面落实部署的第一年，也是关键一年。${LONG}。`,
    );
    expect(outline).toEqual(["1 一、2007年工作回顾", "1 二、2008年政府工作的目标任务"]);
  });
  test("初步核算： opens a sentence, not a section", () => {
    const { outline } = read(
      `${FRONT}一、综合\n初步核算：全年全县生产总值120.5亿元，按可比价格计算，比上年增长5.2%，其中第一产业增长3.1%。\n${LONG}。`,
    );
    expect(outline).toEqual(["1 一、综合"]);
  });
});

describe("broken lines", () => {
  test("lines wrapped at the page's width are joined, paragraphs stay apart", () => {
    const { lines } = read(
      `${FRONT}一、工作回顾\n\n过去一年，面对复杂严峻的外部环境，全县上下团结\n一心、奋力拼搏，地区生产总值增长5.2%，规模以上工业增\n\n― 2 ―\n\n加值增长7.1%。\n\n城镇新增就业3200人，居民收入稳步增加，民生支出占一般公\n共预算支出的八成。`,
    );
    expect(lines.slice(-2)).toEqual([
      "过去一年，面对复杂严峻的外部环境，全县上下团结一心、奋力拼搏，地区生产总值增长5.2%，规模以上工业增加值增长7.1%。",
      "城镇新增就业3200人，居民收入稳步增加，民生支出占一般公共预算支出的八成。",
    ]);
  });

  test("a full stop at the page's edge ends no paragraph, an indentation begins one", () => {
    const paragraph = `${LONG.slice(0, 49)}。${LONG}。`;
    const wrap = (text: string) => `　　${text}`.match(/.{1,26}/gu)?.join("\n") ?? "";
    expect(wrap(paragraph).split("\n")[1]?.endsWith("。")).toBe(true);
    const heading = "（一）坚定不移推动高质量发展，全面提升现代化建设水平和质效";
    const { lines, outline } = read(
      `${FRONT}一、工作回顾\n${[paragraph, heading, paragraph, paragraph].map(wrap).join("\n")}`,
    );
    expect(lines.slice(-4)).toEqual([paragraph, heading, paragraph, paragraph]);
    expect(outline).toEqual(["1 一、工作回顾", `2 ${heading}`]);
  });

  test("a heading is never joined to the text behind it", () => {
    const { outline } = read(
      `${FRONT}一、工作回顾\n（一）经济运行稳中向好\n${LONG}。\n（二）改革开放走深走实\n${LONG}。`,
    );
    expect(outline).toEqual(["1 一、工作回顾", "2 （一）经济运行稳中向好", "2 （二）改革开放走深走实"]);
  });

  test("sentences that lost their full stops are not joined", () => {
    const sentences = [
      "经济效益有较大提高，结构进一步优化",
      "科技教育事业加快发展，人民生活水平有新的提高，城乡居民收入稳定增长，社会保障体系初步建立",
      "加强农业的基础地位，深化改革，扩大开放，促进区域协调发展",
      "社会主义精神文明建设取得进展，民主法制建设得到加强，社会保持稳定，国防建设进一步推进，各项事业全面进步",
      "粮食总产量达到预期目标，农民收入稳步增加",
    ];
    const { lines } = read(`某省第十个五年计划纲要\n\n${sentences.join("\n")}`);
    expect(lines).toHaveLength(6);
  });

  test("running headers and page numbers go", () => {
    const header = "某县2022年国民经济和社会发展统计公报";
    const { document } = read(
      `${header}\n\n${LONG}。\n\n1\n\n${header}\n\n${LONG}。\n\n2\n\n${header}\n\n${LONG}。\n\n3\n\n第4页 共9页`,
    );
    expect(document.text).toBe(`${header}\n${LONG}。\n${LONG}。\n${LONG}。`);
  });
});

describe("sentences cut by headings", () => {
  const body = `${LONG}。`;

  test("one heading between the halves: rejoined behind the heading", () => {
    const { lines } = read(
      `新区交出高分答卷\n\n${body}\n\n${body}重点建设国际消费中心城\n\n在高质量发展上走在前列\n\n市。一年来成效明显。\n\n${body}`,
    );
    expect(lines).toContain(`${body}重点建设国际消费中心城市。一年来成效明显。`);
    expect(lines.indexOf("在高质量发展上走在前列")).toBe(2);
  });

  test("no half to be found: the fragment stays alone and is reported", () => {
    const { lines, problems } = read(
      `新区交出高分答卷\n\n${body}\n\n${body}新建学校综合楼\n\n在高效能治理上走在前列\n\n在社会治理方面，新区走在前列。\n\n${body}`,
    );
    expect(lines).toContain(`${body}新建学校综合楼`);
    expect(problems.map((problem) => problem.code)).toContain("cut_sentence");
  });
});

describe("sections", () => {
  test("numbering decides over the number of #", () => {
    const { outline } = read(
      `${FRONT}# 一、回顾\n\n#### （一）工业\n\n${LONG}。\n\n## （二）农业\n\n${LONG}。\n\n### 二、安排\n\n${LONG}。`,
    );
    expect(outline).toEqual(["1 一、回顾", "2 （一）工业", "2 （二）农业", "1 二、安排"]);
  });

  test("numbers that start again nest under each new heading", () => {
    const item = (number: number) => `${number}.抓好第${number}类工作。${LONG}。`;
    const { outline } = read(
      `${FRONT}第一部分 回顾\n一、成绩\n（一）工业\n${item(1)}\n${item(2)}\n（二）农业\n${item(1)}\n第二部分 安排\n一、目标\n${LONG}。`,
    );
    expect(outline).toEqual([
      "1 第一部分回顾",
      "2 一、成绩",
      "3 （一）工业",
      "4 1.抓好第1类工作",
      "4 2.抓好第2类工作",
      "3 （二）农业",
      "4 1.抓好第1类工作",
      "1 第二部分安排",
      "2 一、目标",
    ]);
  });

  test("一是 and 二是 inside one paragraph are no sections", () => {
    expect(read(`${FRONT}一、困难\n主要有：一是总量不大。二是结构不优。${LONG}。`).outline).toEqual([
      "1 一、困难",
    ]);
  });

  test("一是 alone on its line opens the paragraph behind it", () => {
    const { outline } = read(
      `${FRONT}一、困难\n\n一是\n\n总量不大。${LONG}。\n\n二是\n\n结构不优。${LONG}。\n\n二、安排\n\n${LONG}。`,
    );
    expect(outline).not.toContain("2 一是");
    expect(outline).toContain("1 二、安排");
  });

  test("two characters head a part where they are words that do", () => {
    const { outline } = read(`${FRONT}一、安排\n\n${LONG}。\n\n目标\n\n${LONG}。\n\n二、保障\n\n${LONG}。`);
    expect(outline).toContain("2 目标");
  });

  test("cells that lost their table head nothing", () => {
    const cells = ["甲项目", "总投资", "5亿元", "2022年", "启动"].join("\n\n");
    const { outline } = read(
      `${FRONT}一、项目\n\n${LONG}。\n\n${cells}\n\n${LONG}。\n\n二、安排\n\n${LONG}。`,
    );
    for (const cell of ["5亿元", "2022年", "启动"])
      expect(outline.some((title) => title.endsWith(` ${cell}`))).toBe(false);
  });

  test("a list of dashes is no outline", () => {
    expect(
      read(`${FRONT}一、目标\n主要预期目标：\n——地区生产总值增长5%左右。\n——城镇新增就业3000人。\n${LONG}。`)
        .outline,
    ).toEqual(["1 一、目标"]);
  });

  test("one short opening sentence alone names nothing, two do", () => {
    const named = (title: string) => `${title}。${LONG}。`;
    expect(read(`${FRONT}一、回顾\n${named("工业经济稳步回升")}\n${LONG}。`).outline).toEqual(["1 一、回顾"]);
    expect(
      read(`${FRONT}一、回顾\n${named("工业经济稳步回升")}\n${named("农业基础不断夯实")}`).outline,
    ).toEqual(["1 一、回顾", "2 工业经济稳步回升", "2 农业基础不断夯实"]);
  });

  test("a text without headings has no sections", () => {
    expect(read(`${LONG}。\n${LONG}。`).outline).toEqual([]);
  });

  test("a glossary has an entry a term, whatever marks it", () => {
    const { document } = read(
      `${FRONT}一、回顾\n${LONG}。\n※名词解释※\n[1]“六稳”：稳就业、稳金融。\n2.双减 减轻作业负担。\n无废城市 固体废物最少的城市。\n其范围逐年扩大。`,
    );
    const entries = document.sections.filter((section) => section.kind === "definition");
    expect(entries.map((section) => section.title)).toEqual(["六稳", "双减", "无废城市"]);
    expect(sliceOf(document.text, entries[2]?.span ?? { start: 0, end: 0 })).toBe(
      "无废城市 固体废物最少的城市。\n其范围逐年扩大。",
    );
  });

  const termsOf = (text: string) =>
    read(text).document.sections.flatMap((section) =>
      section.kind === "definition" ? [`${section.level} ${section.title}`] : [],
    );

  test.each([
    ["附件：名词解释", "[1]“六稳”：稳就业、稳金融。", "[2]“双减”：减轻作业负担。"],
    ["有关名词解释", "1.“六稳”：指稳就业、稳金融。", "2.“双减”：指减轻作业负担。"],
    ["注释：", "①六稳：稳就业、稳金融。", "②双减：减轻作业负担。"],
    [
      "《政府工作报告》名词解释（按出现先后为序）",
      "[^1]: “六稳”：稳就业、稳金融。",
      "[^2]: 双减：减轻作业负担。",
    ],
  ])("%s opens a glossary", (...lines) => {
    expect(termsOf(`${FRONT}一、回顾\n${LONG}。\n\n${lines.join("\n")}`)).toEqual(["2 六稳", "2 双减"]);
  });

  test.each([
    ["注：[1]“六稳”：稳就业、稳金融。", "[2]双减：减轻作业负担。"],
    ["注：", "[1]“六稳”：稳就业、稳金融。", "[2]双减：减轻作业负担。"],
    ["①六稳：稳就业、稳金融。", "②双减：减轻作业负担。"],
    ["1.“六稳”：指稳就业、稳金融。", "2.“双减”：指减轻作业负担。"],
  ])("notes at the end need no heading: %s", (...lines) => {
    const text = `${FRONT}一、回顾\n全面做好六稳①工作，${LONG}。\n（一）工业\n${LONG}。\n落实双减②要求[2]，${LONG}。\n\n${lines.join("\n")}`;
    expect(termsOf(text)).toEqual(["1 六稳", "1 双减"]);
    expect(read(text).document.text).toContain("六稳①工作");
  });

  test("a numbered list at the end that explains nothing is no glossary", () => {
    expect(termsOf(`${FRONT}一、回顾\n${LONG}。\n①工业：${LONG}。\n②农业：${LONG}。`)).toEqual([]);
  });
});
