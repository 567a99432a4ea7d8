import { element } from "./dom.ts";
import { plainText } from "./plain-text.ts";

interface TableContent {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIGURE = /^[-−+≥≤]?\s*[\d,.]+/;

/** A table that scrolls sideways on its own; `fill` puts a cell's words in. */
export function dataTable(
  { label, columns, rows }: TableContent,
  fill: (cell: HTMLElement, text: string) => void = (cell, text) => cell.append(plainText(text)),
): HTMLElement {
  const head = columns.map((column) => element("th", { scope: "col" }, plainText(column)));
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((text, at) => {
        const cell =
          at === 0
            ? element("th", { scope: "row" })
            : element("td", { class: FIGURE.test(text) ? "figure" : null });
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
