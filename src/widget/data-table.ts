import { element } from "./dom.ts";
import { plainText } from "./plain-text.ts";

interface TableContent {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIGURE = /^[-−+≥≤<>]?\s*[\d,.]+(?!\s*[年月日])/;

/** A table that scrolls sideways on its own; `fill` puts a cell's words in. */
export function dataTable(
  { label, columns, rows }: TableContent,
  fill: (cell: HTMLElement, text: string) => void = (cell, text) => cell.append(plainText(text)),
): HTMLElement {
  const isFigures = columns.map((_, at) => at > 0 && rows.every((row) => FIGURE.test(row[at] ?? "")));
  const styleOf = (at: number) => (isFigures[at] === true ? "figure" : null);
  const head = columns.map((column, at) =>
    element("th", { scope: "col", class: styleOf(at) }, plainText(column)),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((text, at) => {
        const cell = at === 0 ? element("th", { scope: "row" }) : element("td", { class: styleOf(at) });
        fill(cell, text);
        return cell;
      }),
    ),
  );
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": label }, table);
}
