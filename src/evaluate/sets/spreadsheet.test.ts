import { describe, expect, it } from "vitest";
import { formatQuestionSet, parseQuestionSet, QuestionSetError } from "./question-set.ts";
import { questionsFromCsv } from "./spreadsheet.ts";

function problemsOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof QuestionSetError) return error.problems;
  }
  return [];
}

describe("a spreadsheet", () => {
  it("becomes a question set, with several lines in one cell", () => {
    const csv = [
      "\uFEFF编号,类别,问题,必含,不得含,预期,文件,证据",
      'a1,multi_turn,"江北增速？\n那乙区呢？","3.7|3.70\n乙区",9.9,,two.txt,"增长3.7%，""稳"""',
      "",
      "a2,refuse,手机号？,,,拒答,,",
    ].join("\r\n");
    const { questions } = questionsFromCsv("set.csv", csv);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toMatchObject({
      id: "a1",
      turns: ["江北增速？", "那乙区呢？"],
      must: [["3.7", "3.70"], ["乙区"]],
      must_not: ["9.9"],
      expect: "answer",
      doc: ["two.txt"],
      evidence: ['增长3.7%，"稳"'],
    });
    expect(questions[1]).toMatchObject({ expect: "refuse", turns: ["手机号？"] });
  });

  it("tells every bad row by the number the spreadsheet shows", () => {
    const csv = 'id,question,expect\nq1,问？,answer\nq2,,answer\n\nq1,问？,answer\nq4,"问\n？",perhaps\n';
    const problems = problemsOf(() => questionsFromCsv("set.csv", csv));
    expect(problems.map(({ row }) => row)).toEqual([3, 5, 6]);
    expect(problems[0]?.problem).toContain("turns");
    expect(problems[2]?.problem).toContain("expect");
    const twice = problemsOf(() => questionsFromCsv("set.csv", "id,question\nq1,问？\nq1,问？\n"));
    expect(twice).toEqual([{ row: 3, problem: "id q1 stands in row 2 already" }]);
  });

  it("tells a column that is unknown or missing", () => {
    expect(problemsOf(() => questionsFromCsv("set.csv", "id,colour\nq1,red\n"))).toEqual([
      { row: 1, problem: "no column is called colour" },
      { row: 1, problem: "the column of questions is missing" },
    ]);
    expect(problemsOf(() => questionsFromCsv("set.csv", ""))).toHaveLength(1);
  });
});

describe("JSON Lines", () => {
  it("come back as they were written", () => {
    const set = questionsFromCsv("set", "id,question,must,computed\nq1,问？,甲|乙,是\n");
    expect(parseQuestionSet("set", formatQuestionSet(set))).toEqual(set);
  });

  it("tell every bad line", () => {
    const lines =
      '{"id":"a","category":"c","turns":["问"],"expect":"answer"}\n{"id":\n\n{"id":"b","mustt":[]}\n';
    const problems = problemsOf(() => parseQuestionSet("set", lines));
    expect(problems.map(({ row }) => row)).toEqual([2, 4]);
    expect(problems[1]?.problem).toContain("mustt");
  });

  it("may give a typed reading in the place of an expected ending", () => {
    const row = {
      turns: ["问？"],
      expect: { regions: [], years: [2022], kind: "actual", operation: "value" },
    };
    const set = parseQuestionSet("set", JSON.stringify(row));
    expect(parseQuestionSet("set", formatQuestionSet(set))).toEqual(set);
    expect(set.questions[0]).toMatchObject({
      id: "r1",
      expect: "any",
      reading: { regions: [], years: [2022], kinds: ["actual"], operation: "value" },
    });
  });

  it("with no question at all are no set", () => {
    expect(problemsOf(() => parseQuestionSet("set", "\n"))).toHaveLength(1);
  });
});
