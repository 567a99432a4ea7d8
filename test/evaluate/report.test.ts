import { describe, expect, it } from "vitest";
import { markup } from "#evaluate/report/markup.ts";
import { reportPage } from "#evaluate/report/report-page.ts";
import { summarize } from "#evaluate/report/summary.ts";
import { score } from "#evaluate/score/score.ts";
import { promptfooConfig } from "#evaluate/sets/promptfoo.ts";
import { cite, handMadeRun, hit } from "./hand-made.ts";

const HOSTILE = `<script>alert("1")</script><img src=x onerror='y'>`;
const run = handMadeRun(
  {
    question: { turns: [HOSTILE], must: [["3.7"]], evidence: ["3.7"], notes: HOSTILE, category: HOSTILE },
    response: { answer: `${HOSTILE} {{x}}`, citations: [cite(HOSTILE)], question: HOSTILE },
    record: { retrieval: { hybrid: [hit(HOSTILE)], lexical: [hit("有3.7。")] }, slices: [] },
  },
  { question: { expect: "refuse" }, response: { status: "refused", answer: "没有。" } },
  { question: { must: [["5"]] }, response: null },
);

describe("the page", () => {
  const page = reportPage(run);

  it("escapes whatever questions, answers and reports hold", () => {
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain("&#60;script&#62;");
  });

  it("asks nothing of the outside: no address, no script, and a policy that forbids both", () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/https?:|url\(|@import/);
    expect(page).toContain("default-src 'none'");
  });

  it("shows each failed question with what was wanted, cited and seen, and no other", () => {
    expect(page.match(/<details /g)).toHaveLength(2);
    expect(page).toContain("must hold");
    expect(page).toContain("Retrieval saw (lexical");
    expect(page).toContain("not the text at its offsets");
    expect(page).toContain("broke");
  });

  it("draws its plots in the page", () => {
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).not.toContain("NaN");
  });

  it("stands also on an empty run", () => {
    const empty = reportPage({ ...run, records: [] });
    expect(empty).toContain("3 not asked yet");
    expect(empty).not.toContain("NaN");
  });
});

it("is summed up for a terminal with every category and the components at fault", () => {
  const text = summarize(score(handMadeRun({ question: { category: "trend", must: [["1"]] } })));
  expect(text).toMatch(/trend +1 +0\.0% \[0\.0%, 0\.0%\]/);
  expect(text).toMatch(/answer +1 +q1/);
});

it("goes to promptfoo with its gold as assertions on the recorded answers", () => {
  const { providers, tests } = promptfooConfig(run);
  expect(providers).toEqual(["echo"]);
  expect(tests[0]?.vars.answer).toBe(`{% raw %}${HOSTILE} {{x}}{% endraw %}`);
  expect(tests[0]?.assert).toEqual([
    { type: "contains-any", value: ["3.7"], metric: "must" },
    { type: "javascript", value: "true", metric: "status" },
    { type: "javascript", value: "false", metric: "cited" },
  ]);
  expect(tests[1]?.assert).toEqual([{ type: "javascript", value: "true", metric: "status" }]);
});

it("joins lists, leaves out nothings and keeps markup that is markup", () => {
  expect(markup`<p>${["a", markup`<b>${"&"}</b>`, null, false, 0]}</p>`.text).toBe("<p>a<b>&#38;</b>0</p>");
});
