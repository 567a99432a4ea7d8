import { html } from "hono/html";
import type { Html } from "./layout.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many rows choosing it would show; null where that is not counted. */
  readonly rows: number | null;
}

/** Boxes to tick, so that several values need no script; what is chosen stays listed however rare it is. */
export function choiceField(
  name: string,
  label: string,
  { choices, chosen }: { readonly choices: readonly Choice[]; readonly chosen: readonly Choice[] },
): Html {
  const ticked = new Set(chosen.map(({ value }) => value));
  const summary = chosen.length === 0 ? "全部" : chosen.map((choice) => choice.label).join("、");
  const others = choices.filter(({ value }) => !ticked.has(value));
  return html`<details class="field"><summary><span>${label}</span><b>${summary}</b></summary>
<fieldset><legend class="unseen">${label}</legend>
${chosen.map((choice) => box(name, choice, true))}${others.map((choice) => box(name, choice, false))}
</fieldset></details>`;
}

/** A box to type a name into; names are offered while one types, where scripts run. */
export function nameField(
  name: string,
  label: string,
  { value, hint }: { value: string; hint: string },
): Html {
  return html`<label class="field"><span>${label}</span>
<input name="${name}" list="${name}-names" data-suggest="${name}" value="${value}" placeholder="${hint}" autocomplete="off"></label>
<datalist id="${name}-names"></datalist>`;
}

function box(name: string, { value, label, rows }: Choice, isChecked: boolean): Html {
  const count = rows === null ? html`` : html`<small>${rows.toLocaleString("zh-CN")}</small>`;
  return isChecked
    ? html`<label><input type="checkbox" name="${name}" value="${value}" checked>${label}${count}</label>`
    : html`<label><input type="checkbox" name="${name}" value="${value}">${label}${count}</label>`;
}
