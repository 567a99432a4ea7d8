import { element } from "#widget/dom.ts";
import { plainText } from "./plain-text.ts";

interface TableContent {
  /** What the table shows; read out before it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIGURE = /^[-−+≥≤<>]?\s*[\d,.]+(?![\d,.\s]*[年月日])/;
const MARKER = /\[\d{1,4}\]/g;
/** Cells as short as this stay on one line. */
const SHORT = 7;

/**
 * A table, or one card a row where it is wider than its place: nothing scrolls sideways and no figure is cut or broken.
 * `fill` puts a cell's words in. The roles stay what they are when the style makes cards of the rows.
 */
export function dataTable(
  { caption, columns, rows }: TableContent,
  fill: (cell: HTMLElement, text: string) => void = (cell, text) => cell.append(plainText(text)),
): HTMLElement {
  // A running number names no row: the first column that holds words does.
  const named = Math.max(
    0,
    columns.findIndex((_, at) => rows.some((row) => /\p{L}/u.test(row[at] ?? ""))),
  );
  const isFigures = columns.map((_, at) => at !== named && rows.every((row) => FIGURE.test(row[at] ?? "")));
  const classOf = (text: string, at: number) => {
    const isShort = text.replace(MARKER, "").length <= SHORT;
    return [isFigures[at] === true ? "figure" : "words", isShort ? "short" : ""].join(" ").trim();
  };
  const head = columns.map((column, at) =>
    element("th", { scope: "col", role: "columnheader", class: classOf(column, at) }, plainText(column)),
  );
  const cellOf = (text: string, at: number) => {
    const style = { class: classOf(text, at), "data-column": plainText(columns[at] ?? "") };
    const cell =
      at === named
        ? element("th", { scope: "row", role: "rowheader", ...style })
        : element("td", { role: "cell", ...style });
    fill(cell, text);
    return cell;
  };
  const rowOf = (cells: readonly HTMLElement[]) => element("tr", { role: "row" }, ...cells);
  const table = element(
    "table",
    { role: "table" },
    element("caption", { class: "unseen" }, plainText(caption)),
    element("thead", { role: "rowgroup" }, rowOf(head)),
    element("tbody", { role: "rowgroup" }, ...rows.map((row) => rowOf(row.map(cellOf)))),
  );
  const frame = element("div", { class: "table-frame" }, table);
  stackWhenNarrow(frame, table);
  return frame;
}

/** Rows become cards while the table is wider than its frame, by what the browser measures in the type it shows. */
function stackWhenNarrow(frame: HTMLElement, table: HTMLElement): void {
  let measured = 0;
  const measure = () => {
    if (frame.clientWidth === measured) return;
    measured = frame.clientWidth;
    frame.classList.remove("cards");
    frame.classList.toggle("cards", table.offsetWidth > measured);
  };
  new ResizeObserver(measure).observe(frame);
}
