import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokens } from "#text/tokens.ts";
import { tellingTerms, tellingWords, withoutOutcome } from "./query-words.ts";

describe("the words that tell what is asked", () => {
  test.each([
    ["节能减排准备采取 措施", "节能减排准备采取哪些措施?", "节能减排"],
    ["所高等学校", "有多少所高等学校?", "高等学校"],
    ["结婚登记 对", "结婚登记了多少对夫妻?", "结婚登记"],
    ["目前存在 短板", "目前存在哪些短板?", "短板"],
    ["打算 做", "打算怎么做?", "打算 做"],
    ["西里面积 平方公里", "西里面积多少平方公里?", "西里面积"],
    ["哪座桥成 网红桥", "哪座桥成了网红桥?", "桥 网红桥"],
    ["悦来 边 办 好多场展会", "悦来那边办了好多场展会?", "悦来 展会"],
    [
      "记者核实 中心累计受理 案件件数 报道里 写",
      "记者核实:中心累计受理的案件件数,报道里怎么写的?",
      "中心累计受理 案件",
    ],
    ["改造后那三个月 商铺数量", "改造后那三个月,商铺数量从几家到几家?", "改造后 商铺"],
  ])("%s, asked as %s → %s", (topic, asked, told) => expect(tellingWords(topic, asked)).toBe(told));
});

test.each([
  ["服务业 倒退 2.7%", "服务业"],
  ["外贸只涨 2.9% 没到5% 目标 原因归到 点", "外贸"],
  ["增长5%", "增长5%"],
])("without what came of it, %s is %s", (words, left) => expect(withoutOutcome(words)).toBe(left));

describe("the terms of a topic", () => {
  test("are pairs within words, not across two", () => {
    const { terms, bonds } = tellingTerms("四大民生工程");
    expect(terms).toEqual(["四大", "民生", "工程"]);
    expect(bonds).toEqual(["大民", "生工"]);
  });
  test("are two characters that stand alone, if some report has them", () => {
    const { terms, seams } = tellingTerms("悦来 展会");
    expect(terms).toContain("展会");
    expect(seams).toContain("展会");
    expect(tellingTerms("悦来 还有").terms).not.toContain("还有");
  });
  test("keep a function character inside a word", () => {
    expect(tellingTerms("高等学校").terms).toContain("高等");
    expect(tellingTerms("给老人").terms).not.toContain("给老");
  });
  test("are some of the text's search terms, and at least one where there are any", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const all = tokens(text);
        const { terms, bonds } = tellingTerms(text);
        expect([...terms, ...bonds].every((term) => all.includes(term))).toBe(true);
        expect(terms.length > 0).toBe(all.length > 0);
      }),
    );
  });
});
