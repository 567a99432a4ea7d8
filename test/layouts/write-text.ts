import type { FileRow } from "#ingest/formats/file-reading.ts";
import { RAISED } from "../documents/raised.ts";
import type { Piece } from "./print-report.ts";
import { withoutRaising } from "./print-table.ts";

/** A report as a file of text, its tables written in one of the ways that texts have for them. */
export type TextFormat = "pipe" | "tab" | "cell-lines" | "stacked" | "gaps" | "commas" | "html-in-text";

const encoder = new TextEncoder();

export function writeText(pieces: readonly Piece[], format: TextFormat): Uint8Array {
  const written = pieces.map((piece) => {
    if (piece.kind === "page") return `— ${piece.number} —`;
    if (piece.kind !== "table") return tagged(piece.text);
    if (format === "html-in-text") return htmlTable(piece.rows);
    return tableWriters[format](gridOf(piece.rows));
  });
  return encoder.encode(`${written.join("\n\n")}\n`);
}

/** What is raised as texts keep it: <sup>1</sup>. */
export const tagged = (text: string): string =>
  text.replaceAll(RAISED.open, "<sup>").replaceAll(RAISED.close, "</sup>");

/** One text for each row and column; what spans stands in its first cell. */
export function gridOf(rows: readonly FileRow[]): string[][] {
  const taken = new Map<string, string>();
  const wide = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  for (const [down, { cells }] of rows.entries()) {
    let at = 0;
    for (const { text, colSpan, rowSpan } of cells) {
      while (taken.has(`${down} ${at}`)) at += 1;
      for (let below = 0; below < rowSpan; below += 1)
        for (let right = 0; right < colSpan; right += 1)
          taken.set(`${down + below} ${at + right}`, below + right === 0 ? text : "");
    }
  }
  return rows.map((_, down) => Array.from({ length: wide }, (__, at) => taken.get(`${down} ${at}`) ?? ""));
}

type Grid = readonly (readonly string[])[];

const pipeRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const tableWriters: Readonly<Record<Exclude<TextFormat, "html-in-text">, (grid: Grid) => string>> = {
  pipe: ([first = [], ...rest]) =>
    [
      pipeRow(first.map(tagged)),
      `|${first.map(() => " --- |").join("")}`,
      ...rest.map((row) => pipeRow(row.map(tagged))),
    ].join("\n"),
  tab: (grid) => grid.map((row) => row.map(tagged).join("\t")).join("\n"),
  "cell-lines": (grid) => grid.map((row) => row.map((text) => `\t${tagged(text)}`).join("\n")).join("\n\n"),
  stacked: (grid) => grid.flatMap((row) => row.filter((text) => text !== "").map(withoutRaising)).join("\n"),
  gaps: (grid) => {
    const texts = grid.map((row) => row.map(withoutRaising));
    const widths = texts[0]?.map((_, at) => Math.max(...texts.map((row) => widthOf(row[at] ?? "")))) ?? [];
    return texts
      .map((row) =>
        row
          .map((text, at) => padded(text, (widths[at] ?? 0) + 3))
          .join("")
          .trimEnd(),
      )
      .join("\n");
  },
  commas: (grid) =>
    grid
      .map((row) =>
        row
          .map(withoutRaising)
          .map((text) => (text.includes(",") ? `"${text}"` : text))
          .join(","),
      )
      .join("\n"),
};

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" || sign === "—" ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(1, width - widthOf(text)));

function htmlTable(rows: readonly FileRow[]): string {
  const written = rows.map(
    ({ cells }) =>
      `<tr>${cells
        .map(({ text, colSpan, rowSpan }) => {
          const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${colSpan > 1 ? ` colspan="${colSpan}"` : ""}`;
          return `<td${spans}>${tagged(text)}</td>`;
        })
        .join("")}</tr>`,
  );
  return `<table>\n${written.join("\n")}\n</table>`;
}
