import { LINE_BREAK, leadingSteps, SOURCE_BREAK } from "#ingest/formats/fold-space.ts";
import { type Piece, writePieces } from "#ingest/formats/inline-text.ts";
import { lengthInCharacters, styleOf } from "./inline-style.ts";
import { attribute, isElement, isText, type PageElement, type PageNode } from "./page-tree.ts";
import { isRaised } from "./read-superscript.ts";

const BLOCKS = new Set(
  "p div li dt dd h1 h2 h3 h4 h5 h6 tr table blockquote center pre section ul ol".split(" "),
);

/** Text of the source, where its own line breaks are no more than spaces. */
export function softBreaks(value: string): string {
  return value.replace(/[ \t\r\n]+/gu, (run) => (/[\r\n]/u.test(run) ? SOURCE_BREAK : " "));
}

/** The raw text below an element, a line for each paragraph, a tab between the cells of a table within. */
export function rawText(element: PageElement, notes: ReadonlySet<string>): string {
  const pieces: Piece[] = [];
  const visit = (node: PageNode, raised: boolean): void => {
    if (isText(node)) pieces.push({ text: softBreaks(node.value), raised });
    if (!isElement(node)) return;
    if (node.tagName === "br") return void pieces.push({ text: LINE_BREAK, raised: false });
    const block = BLOCKS.has(node.tagName);
    if (block) pieces.push({ text: LINE_BREAK, raised: false });
    for (const child of node.childNodes) visit(child, raised || isRaised(node));
    if (block) pieces.push({ text: LINE_BREAK, raised: false });
    else if (/^t[dh]$/u.test(node.tagName)) pieces.push({ text: "\t", raised: false });
  };
  for (const child of element.childNodes) visit(child, false);
  return writePieces(pieces, notes);
}

/** How far a cell's text is set in, in characters: by spaces before it, or by the style of the cell or its first paragraph. */
export function indentOf(cell: PageElement, raw: string): number {
  const firstLine = raw.split(LINE_BREAK).find((line) => line.replace(/[\s\v]/gu, "") !== "") ?? "";
  const steps = leadingSteps(firstLine);
  const paragraph = cell.childNodes.filter(isElement).find((child) => /^(?:p|div)$/u.test(child.tagName));
  const styled = [cell, paragraph].map((element) => (element === undefined ? 0 : styledIndent(element)));
  return Math.min(20, steps + Math.round(Math.max(...styled)));
}

function styledIndent(element: PageElement): number {
  const style = styleOf(element);
  if (/center|right/u.test(style.get("text-align") ?? attribute(element, "align"))) return 0;
  const lengths = ["text-indent", "margin-left", "padding-left"].map(
    (side) => lengthInCharacters(style.get(side)) ?? 0,
  );
  const sum = lengths.reduce((one, other) => one + other, 0);
  return sum >= 1 ? sum : 0;
}
