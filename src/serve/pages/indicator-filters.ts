import { html } from "hono/html";
import { INDICATOR_KINDS, KIND_WORDS } from "#domain/indicator.ts";
import type { Facet, IndicatorColumn, IndicatorPage } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";
import { type Choice, choiceField, nameField } from "./choice-field.ts";
import type { Html } from "./layout.ts";

/** The filter form: the most frequent values of each column to tick, and boxes to type any other name into. */
export function indicatorFilters(
  parameters: DataPageParameters,
  facets: IndicatorPage["facets"],
  titles: ReadonlyMap<string, string>,
): Html {
  const chosen = inForce(parameters);
  const field = (column: IndicatorColumn, name: string, label: (value: string) => string = plain) => {
    const ticked = parameters[column].map(String);
    return choiceField(column, name, choicesOf(facets[column], ticked, label));
  };
  const byYear = [...facets.year].sort((a, b) => Number(b.value) - Number(a.value));
  const kindLabel = (value: string) =>
    KIND_WORDS[INDICATOR_KINDS.find((kind) => kind === value) ?? "unknown"];
  return html`<details class="fold"><summary>筛选${chosen === "" ? "" : html`<b>${chosen}</b>`}</summary>
<form class="filters" action="/indicators" method="get">
${field("region", "地区")}
${choiceField("year", "年份", choicesOf(byYear, parameters.year.map(String), plain))}
${field("kind", "类型", kindLabel)}
${field("document", "报告", (id) => titles.get(id) ?? id)}
${field("indicator", "指标")}
${nameField("region", "其他地区", { value: "", hint: "输入地区名" })}
${nameField("indicator", "其他指标", { value: "", hint: "如 GDP增速" })}
<div class="filter-actions"><button class="button" type="submit">查询</button><a class="button quiet" href="/indicators">清除</a></div>
</form></details>`;
}

const plain = (value: string): string => value;

function choicesOf(facets: readonly Facet[], ticked: readonly string[], labelOf: (value: string) => string) {
  const choiceOf = (value: string, rows: number | null): Choice => ({ value, label: labelOf(value), rows });
  return {
    choices: facets.map(({ value, rows }) => choiceOf(value, rows)),
    chosen: ticked.map((value) =>
      choiceOf(value, facets.find((facet) => facet.value === value)?.rows ?? null),
    ),
  };
}

/** The filters in force, in words: 江北区、2022、目标. */
function inForce({ region, year, kind, indicator }: DataPageParameters): string {
  return [...region, ...year, ...indicator, ...kind.map((each) => KIND_WORDS[each])].join("、");
}
