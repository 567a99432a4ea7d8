import { describe, expect, it } from "vitest";
import { countLost, lostAt } from "#evaluate/score/lost.ts";
import { cite, handMadeItem, handMadeItems, usedRow } from "./hand-made.ts";

const question = { evidence: ["建成绿道三十公里"], must: [["三十公里"]] };
const right = { documentId: "d1", text: "建成绿道三十公里。", probability: 0.4 };
const other = { documentId: "d1", text: "建成公园两座。", probability: 0.9 };
const refused = { status: "refused" as const, answer: "没有", citations: [] };
const told = (quote: string) => ({
  status: "answered" as const,
  answer: `${quote}[1]`,
  citations: [cite(quote)],
});

describe("a question that can be answered is lost", () => {
  it.each([
    ["not read", [other], refused],
    ["read, not first", [other, right], told("建成公园两座。")],
    ["first, refused", [right, other], refused],
    ["first, not told", [right, other], told("建成公园两座。")],
  ])("%s", (stage, units, response) => {
    expect(lostAt(handMadeItem({ question, response, record: { units } }))).toBe(stage);
  });

  it("cited, not said: where the evidence is quoted and what must be said is left out", () => {
    const response = { ...told("建成绿道三十公里。"), answer: "建成绿道[1]" };
    expect(lostAt(handMadeItem({ question, response, record: { units: [right] } }))).toBe("cited, not said");
  });
});

it("what should be refused is lost to a figure or to a passage", () => {
  const unanswerable = { expect: "refuse" as const };
  const answered = told("建成公园两座。");
  const lost = (indicators: ReturnType<typeof usedRow>[]) =>
    lostAt(
      handMadeItem({
        question: unanswerable,
        response: { ...answered, indicators },
        record: { units: [other] },
      }),
    );
  expect(lost([usedRow()])).toBe("answered from a figure");
  expect(lost([])).toBe("answered from a passage");
});

it("what is right is not lost, and of a run that did not record what was read nothing is known", () => {
  const response = told("建成绿道三十公里。");
  const items = handMadeItems(
    { question, response, record: { units: [right] } },
    { question, response: refused, record: { units: [right] } },
  );
  expect(countLost(items)).toEqual({ "first, refused": 1 });
  expect(countLost(handMadeItems({ question, response }))).toBeNull();
});
