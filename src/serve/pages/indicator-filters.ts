import { html } from "hono/html";
import { INDICATOR_KINDS, KIND_WORDS } from "#domain/indicator.ts";
import type { DocumentSummary, IndicatorRecord } from "#protocol/library.ts";
import type { DataPageParameters } from "#protocol/query-string.ts";
import { inWordOrder } from "./indicator-order.ts";
import type { Html } from "./layout.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

const KINDS: readonly Choice[] = INDICATOR_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));

/** The filter form. Each list is a set of boxes to tick, so that several values need no script. */
export function indicatorFilters(
  parameters: DataPageParameters,
  all: readonly IndicatorRecord[],
  documents: readonly DocumentSummary[],
): Html {
  const regions = inWordOrder(all.flatMap((row) => row.region ?? []));
  const years = [...new Set(all.map((row) => row.year))].sort((a, b) => b - a).map(String);
  const names = inWordOrder(all.map((row) => row.indicator));
  const chosen = inForce(parameters);
  const reports = documents.map((each) => ({ value: each.id, label: each.title }));
  return html`<details class="fold"><summary>筛选${chosen === "" ? "" : html`<b>${chosen}</b>`}</summary>
<form class="filters" action="/indicators" method="get">
${boxes("region", "地区", plain(regions), parameters.region)}
${boxes("year", "年份", plain(years), parameters.year.map(String))}
${boxes("kind", "类型", KINDS, parameters.kind)}
${boxes("document", "报告", reports, parameters.document)}
<label class="field"><span>指标</span>
<input name="indicator" list="indicator-names" value="${parameters.indicator[0] ?? ""}" placeholder="如 GDP增速" autocomplete="off"></label>
${parameters.indicator.slice(1).map((name) => html`<input type="hidden" name="indicator" value="${name}">`)}
<datalist id="indicator-names">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>
<div class="filter-actions"><button class="button" type="submit">查询</button><a class="button quiet" href="/indicators">清除</a></div>
</form></details>`;
}

/** The filters in force, in words: 江北区、2022、目标. */
function inForce({ region, year, kind, indicator }: DataPageParameters): string {
  return [...region, ...year, ...indicator, ...kind.map((each) => KIND_WORDS[each])].join("、");
}

function boxes(name: string, label: string, choices: readonly Choice[], chosen: readonly string[]): Html {
  const known = choices.filter((choice) => chosen.includes(choice.value));
  const summary = known.length === 0 ? "全部" : known.map((choice) => choice.label).join("、");
  return html`<details class="field"><summary><span>${label}</span><b>${summary}</b></summary>
<fieldset><legend class="unseen">${label}</legend>
${choices.map((choice) => box(name, choice, chosen.includes(choice.value)))}
</fieldset></details>`;
}

function box(name: string, { value, label }: Choice, checked: boolean): Html {
  return checked
    ? html`<label><input type="checkbox" name="${name}" value="${value}" checked>${label}</label>`
    : html`<label><input type="checkbox" name="${name}" value="${value}">${label}</label>`;
}

function plain(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: value }));
}
