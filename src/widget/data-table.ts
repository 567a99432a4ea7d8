import { element } from "./dom.ts";
import { plainText } from "./plain-text.ts";

interface TableContent {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIGURE = /^[-−+≥≤<>]?\s*[\d,.]+(?![\d,.\s]*[年月日])/;
const MARKER = /\[\d{1,4}\]/g;
/** Cells as short as this stay on one line. */
const SHORT = 7;

/** A table that scrolls sideways on its own; `fill` puts a cell's words in. */
export function dataTable(
  { label, columns, rows }: TableContent,
  fill: (cell: HTMLElement, text: string) => void = (cell, text) => cell.append(plainText(text)),
): HTMLElement {
  const isFigures = columns.map((_, at) => at > 0 && rows.every((row) => FIGURE.test(row[at] ?? "")));
  const classOf = (text: string, at: number) => {
    const isShort = text.replace(MARKER, "").length <= SHORT;
    return [isFigures[at] === true ? "figure" : "words", isShort ? "short" : ""].join(" ").trim();
  };
  const head = columns.map((column, at) =>
    element("th", { scope: "col", class: classOf(column, at) }, plainText(column)),
  );
  const cellOf = (text: string, at: number) => {
    const style = { class: classOf(text, at) };
    const cell = at === 0 ? element("th", { scope: "row", ...style }) : element("td", style);
    fill(cell, text);
    return cell;
  };
  const body = rows.map((row) => element("tr", {}, ...row.map(cellOf)));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": label }, table);
}
