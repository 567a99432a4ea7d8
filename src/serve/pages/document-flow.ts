import type { Span } from "#domain/span.ts";
import type { DocumentDetail } from "#protocol/library.ts";

type Section = DocumentDetail["sectionTree"][number];
export type FlowTable = DocumentDetail["tables"][number];

/** A document as it is read from top to bottom: every line of the text stands in exactly one block. */
export type FlowBlock =
  | {
      readonly type: "heading";
      readonly level: number;
      readonly anchors: readonly string[];
      readonly span: Span;
    }
  | {
      readonly type: "paragraph";
      readonly anchors: readonly string[];
      /** The words that name the paragraph, at its start. */
      readonly lead: Span | null;
      readonly span: Span;
    }
  | {
      readonly type: "table";
      readonly table: FlowTable;
      readonly anchors: readonly string[];
      readonly caption: Span | null;
      /** Lines of the table that are neither caption, header nor row: above it, and below it. */
      readonly above: readonly Span[];
      readonly below: readonly Span[];
    };

/** The blocks of a document in reading order. */
export function documentFlow(document: DocumentDetail): FlowBlock[] {
  const { text, sectionTree, tables } = document;
  const blocks: FlowBlock[] = [];
  let done = 0;
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    if (line.start < done) continue;
    const table = tables.find((each) => each.span.start < line.end && line.start < each.span.end);
    const block = table === undefined ? lineBlock(line, sectionTree) : tableBlock(document, table);
    blocks.push(block);
    done = table === undefined ? endOf(block, line) : table.span.end;
  }
  return blocks;
}

function endOf(block: FlowBlock, line: Span): number {
  return block.type === "table" ? line.end : Math.max(block.span.end, line.end);
}

function lineBlock(line: Span, sections: readonly Section[]): FlowBlock {
  const here = sections.filter((each) => line.start <= each.heading.start && each.heading.start < line.end);
  const anchors = here.map((each) => each.id);
  const [first] = here;
  if (first === undefined) return { type: "paragraph", anchors, lead: null, span: line };
  const isWholeLine = first.heading.end >= line.end && first.kind !== "note" && first.kind !== "definition";
  if (!isWholeLine) return { type: "paragraph", anchors, lead: first.heading, span: line };
  return {
    type: "heading",
    level: first.level,
    anchors,
    span: { start: line.start, end: first.heading.end },
  };
}

function tableBlock({ text, sectionTree }: DocumentDetail, table: FlowTable): FlowBlock {
  const body = [...(table.header === null ? [] : [table.header]), ...table.rows.map((row) => row.span)];
  const overlaps = (line: Span) => body.some((span) => span.start < line.end && line.start < span.end);
  const rest = linesOf(text, table.span).filter((line) => !overlaps(line));
  const firstRow = Math.min(...body.map((span) => span.start), table.span.end);
  const isCaption = (line: Span) =>
    table.caption !== null && text.slice(line.start, line.end).includes(table.caption);
  const caption = rest.find((line) => line.start < firstRow && isCaption(line)) ?? null;
  const inside = sectionTree.filter(
    (each) => table.span.start <= each.heading.start && each.heading.start < table.span.end,
  );
  return {
    type: "table",
    table,
    anchors: inside.map((each) => each.id),
    caption,
    above: rest.filter((line) => line.start < firstRow && line !== caption),
    below: rest.filter((line) => line.start >= firstRow),
  };
}

function linesOf(text: string, within: Span): Span[] {
  const lines: Span[] = [];
  let start = within.start;
  while (start < within.end) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline > within.end ? within.end : newline;
    if (text.slice(start, end).trim() !== "") lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
