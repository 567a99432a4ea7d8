import { afterAll, describe, expect, test } from "vitest";
import { openCorpus } from "./open-corpus.ts";

const corpus = await openCorpus();
afterAll(() => corpus.close());

describe("the figure told before is asked over all regions", () => {
  test.each([
    [["江北区2022年财政收入增速", "哪个区最高"], /-4\.3/],
    [["江北2023年GDP", "三个区哪个最高"], /渝北区[\s\S]*2442\.6/],
    [["渝北2023年GDP", "江北呢", "那三个区都说哈"], /江北区[\s\S]*1744[\s\S]*大渡口区2022年338\.9/],
    [["Yubei's GDP in 2023", "Which of the three is highest?"], /Yubei[\s\S]*2442\.6/],
  ])("%j", async (turns, told) => {
    const { status, answer } = await corpus.answer(...turns);
    expect(status).toBe("answered");
    expect(answer).toMatch(told);
  });

  test("each by its newest year where they share none, and the highest is named with its year", async () => {
    const { answer } = await corpus.answer("渝北研发投入强度", "三个区最高的是哪个");
    expect(answer).toContain("其中最高的是渝北区2023年（5.26%）");
  });
});

describe("a turn that names another place or year and nothing else", () => {
  test.each([
    ["渝北有哪些困难", "那江北呢", "江北区有哪些困难"],
    ["渝北养老怎么样", "江北的", "江北区养老怎么样"],
  ])("%s, %s is %s, byte for byte", async (before, turn, whole) => {
    const { id: _, question: __, ...short } = await corpus.answer(before, turn);
    const { id: ___, question, ...long } = await corpus.answer(whole);
    expect(JSON.stringify(short)).toBe(JSON.stringify(long));
    expect(question).toContain("江北");
  });
});

describe("what two turns told is set against each other", () => {
  test.each([
    [["江北2022年数字经济占比", "2020年嘞", "涨了几个点"], "40 − 35 = 5"],
    [["江北2022年的托位", "2023年目标要提高多少"], "2.6 − 2.38 = 0.22"],
    [["江北2022年人均GDP", "大渡口呢", "合计有意义吗，算了，差多少"], "17.1 − 7.9 = 9.2"],
  ])("%j", async (turns, sum) => expect((await corpus.answer(...turns)).answer).toContain(sum));
});

describe("the figures of one enquiry", () => {
  const years = ["江北2020年GDP", "2022年", "2023年"];
  test("stand in one table", async () => {
    const { answer, blocks } = await corpus.answer(...years, "列个表");
    expect(blocks[0]?.type).toBe("table");
    for (const figure of ["1325", "1602.8", "1744"]) expect(answer).toContain(figure);
  });
  test("make one chart", async () => {
    const { blocks } = await corpus.answer(...years, "画个图");
    const chart = blocks.find(({ type }) => type === "chart");
    expect(chart).toMatchObject({
      shape: "line",
      points: [{ value: 1325 }, { value: 1602.8 }, { value: 1744 }],
    });
  });
  test("end where another question began", async () => {
    const { answer } = await corpus.answer("渝北2023年社零", "江北2023年GDP", "列个表");
    expect(answer).not.toContain("1153.3");
  });
});

describe("shorter", () => {
  test("a list keeps its first names and how many there are", async () => {
    const { answer } = await corpus.answer("大渡口2022年未完成的指标", "概括成一句话");
    expect(answer).toMatch(/：地区生产总值增速\[1\]、.*等，共9项。$/);
  });
  test("main points are told by the first and their number, with its source", async () => {
    const { answer } = await corpus.answer("渝北有哪些困难和问题", "说短点");
    expect(answer).toMatch(/\[1\]等，共6项。$/);
  });
});

describe("yes or no of the figure told before", () => {
  test.each([
    [["大渡口2022年GDP", "是不是超过400亿了"], /^不是。.*338\.9/],
    [["大渡口2022年安全事故死亡人数", "超了上限没有"], /目标≤16人.*实际10人/],
    [["大渡口2022年服务业增加值增速", "下降了?"], /-2\.7%/],
  ])("%j", async (turns, told) => expect((await corpus.answer(...turns)).answer).toMatch(told));
});

test("words of the report are gone back to by what they were about", async () => {
  const { answer } = await corpus.answer("渝北2023年机场旅客", "渝北2023年GDP", "回到机场那个,增长多少");
  expect(answer).toContain("106%");
});
