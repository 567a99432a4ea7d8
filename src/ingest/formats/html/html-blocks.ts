import { draftTable } from "#ingest/formats/draft-table.ts";
import type { FileBlock, Origin } from "#ingest/formats/file-reading.ts";
import { foldSpace, LINE_BREAK, SOURCE_BREAK } from "#ingest/formats/fold-space.ts";
import { looksLikeHeading } from "#ingest/formats/heading-text.ts";
import { type Piece, writePieces } from "#ingest/formats/inline-text.ts";
import { paragraphsOf } from "#ingest/formats/paragraph-lines.ts";
import { softBreaks } from "./cell-text.ts";
import { cellElements, isLayoutTable, tableRows } from "./html-table.ts";
import { listNumber } from "./list-number.ts";
import { attribute, isElement, isText, type PageElement, type PageNode } from "./page-tree.ts";
import type { PlacedBlock } from "./placed-block.ts";
import { isRaised } from "./read-superscript.ts";

const NOWHERE: Origin = { page: null, sheet: null };
const BLOCKS = new Set(
  "html body p div section article header main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre center address figure figcaption form fieldset hr ucapcontent table caption tbody tr td th details summary".split(
    " ",
  ),
);
const FILE = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|txt|csv)(?:$|[?#])/iu;

export interface BlockContext {
  readonly notes: ReadonlySet<string>;
  readonly isFurniture: (element: PageElement) => boolean;
}

/** The inline text gathered so far for the paragraph that is open. */
interface Open {
  pieces: Piece[];
  linked: number;
  bold: number;
  toFiles: boolean;
}

type Inline = { raised: boolean; linked: boolean; bold: boolean };

/** The blocks of a page's text in reading order: headings, paragraphs, tables, notes. */
export function htmlBlocks(root: PageElement, context: BlockContext): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let open = nothingOpen();
  const close = (element: PageElement | null): void => {
    for (const block of closed(open, element, context.notes)) blocks.push(block);
    open = nothingOpen();
  };
  const visit = (node: PageNode, inline: Inline): void => {
    if (isText(node)) take(open, node.value, inline);
    if (!isElement(node) || context.isFurniture(node)) return;
    if (node.tagName === "br") return void open.pieces.push({ text: LINE_BREAK, raised: false });
    if (node.tagName === "table" && !isLayoutTable(node)) {
      close(null);
      for (const block of tableBlocks(node, context.notes)) blocks.push(block);
      return;
    }
    const block = BLOCKS.has(node.tagName);
    if (block) close(null);
    if (node.tagName === "li") open.pieces.push({ text: listNumber(node), raised: false });
    const within = inlineOf(node, inline);
    if (node.tagName === "a" && FILE.test(attribute(node, "href"))) open.toFiles = true;
    for (const child of node.childNodes) visit(child, within);
    if (block) close(node);
  };
  visit(root, { raised: false, linked: false, bold: false });
  close(null);
  return blocks;
}

function nothingOpen(): Open {
  return { pieces: [], linked: 0, bold: 0, toFiles: false };
}

function inlineOf(element: PageElement, around: Inline): Inline {
  const { tagName } = element;
  return {
    raised: around.raised || isRaised(element),
    linked: around.linked || (tagName === "a" && !attribute(element, "href").startsWith("#")),
    bold:
      around.bold ||
      tagName === "strong" ||
      tagName === "b" ||
      /font-weight:\s*(?:bold|[6-9]00)/u.test(attribute(element, "style")),
  };
}

function take(open: Open, value: string, { raised, linked, bold }: Inline): void {
  open.pieces.push({ text: softBreaks(value), raised });
  const length = value.replace(/[\s\u00a0\u3000]/gu, "").length;
  if (linked) open.linked += length;
  if (bold) open.bold += length;
}

/** The paragraphs of the text gathered, or the heading that its element makes of it. */
function closed(open: Open, element: PageElement | null, notes: ReadonlySet<string>): PlacedBlock[] {
  const raw = writePieces(open.pieces, notes);
  const length = raw.replace(/[\s\u00a0\u3000]/gu, "").length;
  if (length === 0) return [];
  const around = { linked: open.linked / length, toFiles: open.toFiles };
  const rank = Number(/^h([1-6])$/u.exec(element?.tagName ?? "")?.[1] ?? 0);
  const whole = foldSpace(raw.replaceAll(LINE_BREAK, SOURCE_BREAK));
  if (rank > 0 && whole.length <= 100 && !/[。；]./u.test(whole))
    return [
      {
        ...around,
        block: { kind: "heading", level: looksLikeHeading(whole) ?? rank, text: whole, origin: NOWHERE },
      },
    ];
  const level = open.bold >= length ? looksLikeHeading(whole) : null;
  if (level !== null) return [{ ...around, block: { kind: "heading", level, text: whole, origin: NOWHERE } }];
  const kind = element !== null && isFootnote(element) ? "note" : "paragraph";
  return paragraphsOf(raw).map((text) => ({ ...around, block: { kind, text, origin: NOWHERE } }));
}

function isFootnote(element: PageElement): boolean {
  return /footnote|endnote|(?:^|\s)_?(?:ftn|edn)\d/iu.test(
    `${attribute(element, "class")} ${attribute(element, "id")}`,
  );
}

function tableBlocks(table: PageElement, notes: ReadonlySet<string>): PlacedBlock[] {
  const caption = table.childNodes.filter(isElement).find(({ tagName }) => tagName === "caption");
  const title = caption === undefined ? [] : htmlBlocks(caption, { notes, isFurniture: () => false });
  const drawn: FileBlock[] = draftTable(tableRows(table, notes), NOWHERE);
  const links = cellElements(table)
    .flat()
    .flatMap((cell) => htmlLinks(cell));
  const length = drawn.reduce((sum, block) => sum + lengthOf(block), 0);
  const linked = length === 0 ? 0 : links.reduce((sum, text) => sum + text.length, 0) / length;
  return [...title, ...drawn.map((block) => ({ block, linked, toFiles: false }))];
}

function lengthOf(block: FileBlock): number {
  if (block.kind !== "table") return block.text.length;
  return block.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((all, { text }) => all + text.length, 0),
    0,
  );
}

function htmlLinks(element: PageElement): string[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === "a"
        ? [foldSpace(softBreaks(child.childNodes.map(plain).join("")))]
        : htmlLinks(child),
    );
}

function plain(node: PageNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(plain).join("") : "";
}
