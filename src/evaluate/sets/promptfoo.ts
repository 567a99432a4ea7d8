import type { Run } from "#evaluate/report/run-record.ts";
import { itemsOf } from "./item.ts";

/**
 * A run as a promptfoo configuration (`promptfoo eval -c FILE`): the recorded answers go through its `echo` provider,
 * and its own assertions check what each must and must not hold, the status, and the citation. Nothing is asked anew.
 * Source: https://www.promptfoo.dev/docs/configuration/reference/
 */
export function promptfooConfig(run: Run) {
  return {
    description: `${run.manifest.set.name}, asked ${run.manifest.started}`,
    prompts: ["{{answer}}"],
    providers: ["echo"],
    tests: itemsOf(run)
      .filter(({ grade }) => grade !== null)
      .map(({ question, response, grade }) => ({
        description: `${question.id} ${question.turns.join(" / ")}`,
        vars: { answer: literal(response?.answer ?? "") },
        assert: [
          ...(response?.status === "answered"
            ? question.must.map((value) => ({ type: "contains-any", value, metric: "must" }))
            : []),
          ...question.must_not.map((value) => ({ type: "not-contains", value, metric: "must_not" })),
          verdict("status", grade?.statusRight ?? false),
          ...(grade?.cited == null ? [] : [verdict("cited", grade.cited)]),
        ],
        metadata: {
          id: question.id,
          category: question.category,
          expect: question.expect,
          status: response?.status ?? "failed",
        },
      })),
  };
}

/** What was scored here already, as an assertion that says so. */
function verdict(metric: string, passed: boolean) {
  return { type: "javascript", value: String(passed), metric };
}

/** promptfoo fills templates in variables; braces of an answer must not be read as one. */
function literal(text: string): string {
  return /\{[{%#]/.test(text) ? `{% raw %}${text}{% endraw %}` : text;
}
