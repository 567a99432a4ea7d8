import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Questions of people who ask in general, over the shipped corpus. */
let corpus: OpenedCorpus;
const ask = (...turns: readonly string[]) => corpus.answer(...turns);

beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test.each(["2+2等于几", "1+1=?"])("sums are no question about reports: %s", async (asked) => {
  expect(await ask(asked)).toMatchObject({ status: "refused", reason: "off_topic" });
});

describe("a passage asked of no region", () => {
  test("says whose report speaks", async () => {
    expect((await ask("悦来国际会展城办了几场展会")).answer).toMatch(/^渝北区：悦来/);
    const { answer } = await ask("How many exhibitions did Yuelai hold?");
    expect(answer).toMatch(/^The reports say.*\n\nYubei \(渝北区\): 悦来/);
  });
  test("does not where the words say so themselves, or a term is explained", async () => {
    expect((await ask("三峰环境做什么")).answer).not.toContain("：完成");
    expect((await ask("什么是QFLP")).answer).not.toContain("江北区：");
  });
});

describe("so many of a kind", () => {
  test("are listed where they alone are named", async () => {
    expect((await ask("江北的八大重点项目")).answer).toMatch(/中环万象城.*大九街/s);
    expect((await ask("20件民生实事")).answer).toMatch(/装修改造5所幼儿园.*新（改）建公厕20座/s);
  });
  test("are not all of the kind: their figure is their own", async () => {
    const { answer } = await ask("江北八大重点项目投资多少亿");
    expect(answer).toContain("总投资700亿元的八大重点项目");
    expect(answer).not.toContain("2223.3");
  });
});

describe("what a year brought, or is to bring, asked of nothing in particular", () => {
  test.each([
    ["大渡口2022年有啥成绩", "全力稳住经济大盘"],
    ["渝北过去一年有哪些成绩", "扎实推进产业质效稳步提升"],
    ["江北2022年主要工作有哪些", "守牢了两个底线"],
    ["大渡口今年有什么打算", "深入实施扩大内需战略"],
    ["江北2021年要干哪些大事", "持续改善和保障民生"],
  ])("%s: the headings of that part of the report", async (asked, heading) => {
    const { reason, answer } = await ask(asked);
    expect(reason).toBe("list");
    expect(answer).toContain(heading);
  });
  test.each(["江北2023年有什么亮点", "江北2023年都干了些什么"])(
    "%s: the headline figures, where a report has no such part",
    async (asked) => {
      expect((await ask(asked)).answer).toContain("地区生产总值 | 1744亿元");
    },
  );
  test("is not told of another year", async () => {
    expect((await ask("渝北2025年有啥大动作")).status).toBe("refused");
  });
});

describe("how things stand in general", () => {
  test("is told by the headline figures of the year asked", async () => {
    const { answer } = await ask("江北区2022年经济怎么样");
    expect(answer).toMatch(/（实际）.*地区生产总值 \| 1602\.8亿元.*社会消费品零售总额 \| 800亿元/s);
  });
  test("is told of the year with the most figures where none is asked", async () => {
    expect((await ask("介绍一下渝北2023年的情况")).answer).toContain("2442.6亿元");
    expect((await ask("渝北发展得怎么样")).answer).toContain("渝北区2023年");
  });
  test("is told by the whole table of targets where those are asked for", async () => {
    expect((await ask("江北区2023年主要预期目标")).answer.match(/目标/g)).toHaveLength(20);
  });
  test("is not what a part of it asks", async () => {
    expect((await ask("江北2022年数字经济发展得怎么样")).answer).not.toContain("主要指标");
  });
});

test("what was not met and why is the list, with the report's own account", async () => {
  for (const turns of [["大渡口哪些指标没完成，为什么"], ["大渡口哪些指标没完成", "为什么没完成"]]) {
    const { answer } = await ask(...turns);
    expect(answer).toContain("- 地区生产总值增速：目标6%左右，实际4.7%");
  }
});

test("who holds an office is not told by a sentence that names only the office", async () => {
  expect(await ask("江北区区长是谁")).toMatchObject({ status: "refused", reason: "not_in_corpus" });
});

test("nothing is written to order", async () => {
  expect(await ask("帮我写一份工作总结")).toMatchObject({ status: "refused", reason: "off_topic" });
});

test("a matter as a whole is told by every indicator its word may mean; a figure of it is asked back", async () => {
  const { status, answer } = await ask("江北2022年投资情况");
  expect([status, answer]).toEqual([
    "answered",
    expect.stringMatching(/固定资产投资为317\.7亿元.*工业投资为70\.5亿元/s),
  ]);
  expect(await ask("江北2022年投资多少")).toMatchObject({ status: "clarify" });
});
