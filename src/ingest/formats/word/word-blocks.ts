import { isPageMark, isRestOf } from "#ingest/formats/broken-paragraph.ts";
import { draftTable } from "#ingest/formats/draft-table.ts";
import type { FileBlock } from "#ingest/formats/file-reading.ts";
import { foldSpace, joinLines, PAGE_BREAK } from "#ingest/formats/fold-space.ts";
import { type Piece, writePieces } from "#ingest/formats/inline-text.ts";
import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, descendantsNamed, elementsOf } from "#ingest/formats/package/xml-query.ts";
import { paragraphsOf } from "#ingest/formats/paragraph-lines.ts";
import { automaticNumber } from "./automatic-number.ts";
import { chartRows } from "./chart-table.ts";
import { switchOf, valueNamed } from "./properties.ts";
import { chosen, goesOnInNext, indentOf, paragraphContent } from "./run-text.ts";
import { onOwnGround, type WordReading } from "./word-reading.ts";
import { within, wordTableRows } from "./word-table.ts";

const CONTAINERS = /^w:(?:sdtContent|customXml|ins|moveTo|smartTag|txbxContent|body)$/u;
const LONGEST_HEADING = 100;

/** The blocks of a part of a Word document in reading order; what floats stands after the paragraph that it is tied to. */
export function wordBlocks(container: XmlElement, reading: WordReading): FileBlock[] {
  const blocks: FileBlock[] = [];
  let carried: Piece[] = [];
  let indent = 0;
  const take = (taken: readonly FileBlock[], own: number): void => {
    for (const block of taken) {
      const last = blocks.at(-1);
      if (
        last?.kind === "paragraph" &&
        block.kind === "paragraph" &&
        isRestOf({ text: last.text, indent }, { text: block.text, indent: own })
      )
        blocks[blocks.length - 1] = { ...last, text: joinLines([last.text, block.text]) };
      else {
        blocks.push(block);
        indent = own;
      }
    }
  };
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === "w:p") {
        const { taken, left } = paragraphBlocks(child, carried, reading);
        take(taken, indentOf(child));
        carried = left;
      } else if (child.name === "w:tbl") take(tableBlocks(child, reading), 0);
      else if (child.name === "w:altChunk") reading.left.embedded += 1;
      else if (child.name === "w:sdt") visit(child);
      else if (child.name === "mc:AlternateContent") visit(chosen(child));
      else if (CONTAINERS.test(child.name)) visit(child);
    }
  };
  visit(container);
  return blocks;
}

function paragraphBlocks(
  paragraph: XmlElement,
  carried: readonly Piece[],
  reading: WordReading,
): { taken: FileBlock[]; left: Piece[] } {
  const { styles, pages } = reading;
  const properties = childNamed(paragraph, "w:pPr");
  if (styles.isContentsEntry(properties)) return { taken: [], left: [...carried] };
  if (!pages.rendered && switchOf(properties, "w:pageBreakBefore") === true) pages.turn(1);
  const { pieces, boxes, charts } = paragraphContent(paragraph, reading);
  const number: Piece = { text: automaticNumber(paragraph, reading), raised: false };
  const all = [...carried, number, ...pieces];
  if (goesOnInNext(paragraph)) return { taken: floatingBlocks(boxes, charts, reading), left: all };
  const raw = writePieces(all, new Set());
  const taken = textBlocks(raw, properties, reading);
  if (!pages.rendered && endsPage(properties)) pages.turn(1);
  return { taken: [...taken, ...floatingBlocks(boxes, charts, reading)], left: [] };
}

function textBlocks(
  raw: string,
  properties: XmlElement | undefined,
  { styles, pages }: WordReading,
): FileBlock[] {
  const lead = /^[\f\s]*/u.exec(raw)?.[0] ?? "";
  const before = lead.split(PAGE_BREAK).length - 1;
  pages.turn(before);
  const origin = { page: pages.current, sheet: null };
  pages.turn(raw.split(PAGE_BREAK).length - 1 - before);
  const text = foldSpace(raw.replaceAll(PAGE_BREAK, ""));
  if (text === "" || isPageMark(text)) return [];
  const level = styles.headingLevel(properties);
  const isHeading = level !== null && text.length <= LONGEST_HEADING && !/[。；]./u.test(text);
  if (isHeading) return [{ kind: "heading", level, text, origin }];
  const kind = styles.isNoteStyle(properties) ? "note" : "paragraph";
  return paragraphsOf(raw).map((each) => ({ kind, text: each, origin }));
}

/** Whether a section ends here and the next begins on a new page. */
function endsPage(properties: XmlElement | undefined): boolean {
  const section = childNamed(properties, "w:sectPr");
  return (
    section !== undefined && !/^(?:continuous|nextColumn)$/u.test(valueNamed(section, "w:type") ?? "nextPage")
  );
}

function floatingBlocks(
  boxes: readonly XmlElement[],
  charts: readonly XmlElement[],
  reading: WordReading,
): FileBlock[] {
  const origin = { page: reading.pages.current, sheet: null };
  return [
    ...onOwnGround(reading, () => boxes.flatMap((box) => wordBlocks(box, reading))),
    ...charts.flatMap((chart) => draftTable(chartRows(chart), origin)),
  ];
}

function tableBlocks(table: XmlElement, reading: WordReading): FileBlock[] {
  if (isLayout(table))
    return within(table, "w:tr").flatMap((row) =>
      onOwnGround(reading, () =>
        within(row, "w:tc").flatMap((cell) => wordBlocks({ ...cell, name: "w:body" }, reading)),
      ),
    );
  const rows = wordTableRows(table, reading);
  const page = rows[0]?.page ?? reading.pages.current;
  return draftTable(rows, { page, sheet: null });
}

/** A table around tables, with hardly two cells of text beside one another, only lays out its page. */
function isLayout(table: XmlElement): boolean {
  const rows = within(table, "w:tr").map((row) => within(row, "w:tc"));
  const nests = (cell: XmlElement) => descendantsNamed(cell, "w:tbl").length > 0;
  if (!rows.some((cells) => cells.some(nests))) return false;
  const told = (cell: XmlElement) => !nests(cell) && descendantsNamed(cell, "w:t").length > 0;
  return rows.filter((cells) => cells.filter(told).length > 1).length < 2;
}
