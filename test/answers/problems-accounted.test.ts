import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemPoints } from "#answer/topics/problem-points.ts";
import { sliceOf } from "#domain/span.ts";
import { readReport } from "#ingest/read-report.ts";

const LACKING = [
  "产业结构还不够优",
  "就业压力依然较大",
  "创新能力不强",
  "民生领域还有不少短板",
  "财政收支矛盾突出",
  "安全生产还有隐患",
  "农民增收渠道不多，增收困难",
] as const;
const NUMBERS = ["一", "二", "三", "四", "五", "六", "七"];

/** The points told of an invented report with this account between its review and its plan. */
function told(account: string): string[] {
  const text = `青溪区2023年政府工作报告\n一、2023年工作回顾\n全年地区生产总值增长5.6%，经济运行总体平稳。\n${account}\n二、2024年工作安排\n2024年，我们将着力解决发展中的困难和问题。\n`;
  const bytes = new TextEncoder().encode(text);
  const { document } = readReport({ file: "qingxi-2023.txt", bytes, metadata: null });
  if (document === null) throw new Error("the invented report is not read");
  return problemPoints(document).map((point) => sliceOf(document.text, point));
}

const account = fc.shuffledSubarray([...LACKING], { minLength: 3 });

describe("what a report says is lacking is told point by point, in its order", () => {
  const opening = "我们也清醒地看到，发展中还存在一些困难和问题";

  test("counted, with sentences under a number that name nothing lacking", () => {
    fc.assert(
      fc.property(account, (points) => {
        const counted = points.map((point, at) => `${NUMBERS[at]}是${point}。重点企业的订单大多来自省外。`);
        const found = told(`${opening}。${counted.join("")}对此，我们将认真加以解决。`);
        expect(found).toHaveLength(points.length);
        for (const [at, point] of points.entries()) expect(found[at]).toContain(point);
      }),
      { numRuns: 30 },
    );
  });

  test("divided by semicolons behind 主要是", () => {
    fc.assert(
      fc.property(account, (points) => {
        const found = told(`${opening}，主要是：${points.join("；")}。我们一定采取措施，认真加以解决。`);
        expect(found.map((words) => words.replace(/[；。]$/u, ""))).toEqual(points);
      }),
      { numRuns: 30 },
    );
  });

  test("a sentence each, with one between them that lacks nothing", () => {
    fc.assert(
      fc.property(account, (points) => {
        const sentences = points.map((point) => `${point}。`);
        const found = told(
          `${opening}。${sentences.join("去年以来外部环境有所变化。")}对此，我们将认真解决。`,
        );
        expect(found).toEqual(sentences);
      }),
      { numRuns: 30 },
    );
  });

  test("all in one sentence that only says what is seen", () => {
    const words = "我们也清醒地看到，我区发展动力不足，结构性矛盾比较突出，民生领域还有不少短板。";
    expect(told(`${words}我们一定扎实工作，努力解决。`)).toEqual([words]);
  });
});

test("a problem that was solved, and one that the plan names, are no account of what is lacking", () => {
  expect(told("全年着力解决群众反映的突出问题120个。")).toEqual([]);
});
