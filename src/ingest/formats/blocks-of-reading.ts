import type { Block, RawRow, TableBlock } from "#ingest/block.ts";
import { isComplete } from "#ingest/block.ts";
import { joinLines, startJoining } from "#ingest/lines/join-lines.ts";
import type { Layout, PlacedLine } from "#ingest/lines/layout.ts";
import { isUnitLine } from "#ingest/lines/line-role.ts";
import { withoutContents } from "#ingest/sections/contents.ts";
import { numberingOf } from "#ingest/sections/numbering.ts";
import { joinTables, type Stretch } from "#ingest/tables/join-tables.ts";
import { splitMarks } from "#text/quantity/footnote-marks.ts";
import type { FileBlock, FileReading } from "./file-reading.ts";
import { cellText, spreadSpans } from "./spread-spans.ts";

/** Where a line stands in the original: its page, or its sheet with the row. */
export interface LineOrigin {
  readonly page: number | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

export interface ReadingBlocks {
  readonly blocks: readonly Block[];
  /** By the number that blocks and rows carry as their line, from 1. */
  readonly origins: readonly LineOrigin[];
}

/** Readers yield whole paragraphs: nothing is joined to another line or cut from it. */
const WHOLE: Layout = { breaks: "whole", width: 0, pageCuts: false, indents: false };

/** What a reader found as blocks of a report: roles told by the words as in a text, headings and notes by the file as well. */
export function blocksOfReading(reading: FileReading): ReadingBlocks {
  const numbered = new NumberedBlocks(reading.blocks);
  const stretches = joinTables(numbered.stretches());
  const prose = stretches.flatMap((stretch) => ("lines" in stretch ? stretch.lines : []));
  const state = startJoining(prose, WHOLE);
  const blocks = stretches.flatMap((stretch): Block[] =>
    "lines" in stretch ? joinLines(stretch.lines, state) : [stretch.table],
  );
  const sheets = reading.blocks.some(({ origin }) => origin.sheet !== null);
  return { blocks: withCaptions(withNumbers(numbered.withNotes(blocks)), sheets), origins: numbered.origins };
}

class NumberedBlocks {
  readonly #blocks: readonly FileBlock[];
  readonly origins: LineOrigin[] = [];
  readonly #notes = new Set<number>();

  constructor(blocks: readonly FileBlock[]) {
    this.#blocks = withoutEntries(blocks);
  }

  /** Lines of prose and tables in their order, each line and each row with a number of its own. */
  stretches(): Stretch[] {
    const stretches: Stretch[] = [];
    let lines: PlacedLine[] = [];
    for (const block of this.#blocks) {
      if (block.kind !== "table") {
        const line = this.#line(block);
        if (line !== null) lines.push(line);
        continue;
      }
      const table = this.#table(block);
      if (table === null) continue;
      if (lines.length > 0) stretches.push({ lines });
      lines = [];
      stretches.push({ table });
    }
    if (lines.length > 0) stretches.push({ lines });
    return stretches;
  }

  withNotes(blocks: readonly Block[]): Block[] {
    return blocks.map((block) =>
      block.kind === "text" && this.#notes.has(block.line) ? { ...block, role: "note" } : block,
    );
  }

  #line(block: Exclude<FileBlock, { kind: "table" }>): PlacedLine | null {
    const text = lineText(block.text);
    if (text === "") return null;
    const line = this.origins.push({ ...block.origin, row: null });
    if (block.kind === "note") this.#notes.add(line);
    const spaced = block.text.replace(/\s+/gu, " ").trim();
    const hashes = block.kind === "heading" ? block.level : 0;
    const marks = { hashes, bold: 0, item: false };
    return { ...marks, text, spaced, line, gap: 1, after: 1, columns: text.length, indented: false };
  }

  #table({ rows, headerRows, origin }: FileBlock & { kind: "table" }): TableBlock | null {
    const spread = spreadSpans(rows);
    const read = spread.rows.map((row, at): RawRow => {
      const page = rows[at]?.page ?? origin.page;
      const line = this.origins.push({ page, sheet: origin.sheet, row: rows[at]?.sheetRow ?? null });
      return { ...row, line };
    });
    const first = read[0];
    if (first === undefined) return null;
    const { sheetColumns } = spread;
    return { kind: "table", rows: read, headerRows, sheetColumns, line: first.line, gap: 1 };
  }
}

/** 表四十五 2025年…情况表: the space behind the number keeps the two apart. */
const NUMBERED_CAPTION =
  /^((?:附)?表\s*[\d一二三四五六七八九十百]{1,5}(?:\s*[-－—.]\s*\d{1,3}){0,2})\s+(?=\S)/;

function lineText(raw: string): string {
  const folded = raw.replace(/\s+/gu, " ").trim();
  const number = NUMBERED_CAPTION.exec(folded);
  if (number === null) return cellText(folded);
  return `${cellText(number[1] ?? "")} ${cellText(folded.slice(number[0].length))}`;
}

/** A table of contents opens sections that hold nothing. */
function withoutEntries(blocks: readonly FileBlock[]): FileBlock[] {
  const lines = blocks.map((block, number) => ({
    number,
    raw: block.kind === "table" ? "\ttable\t" : block.text,
  }));
  const kept = withoutContents(lines);
  return blocks.filter((_, at) => kept[at]?.raw !== "" || lines[at]?.raw === "");
}

const LONGEST_CAPTION = 70;
const TABLE_NUMBER = /^(?:附|附件)?表\s*[\d一二三四五六七八九十百]{1,5}(?:\s*[-－—.]\s*\d{1,3}){0,2}[:：]?$/;

/** 附表一 on a line of its own over the title of the table is the beginning of its caption. */
function withNumbers(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const before = joined.at(-1);
    const names = block.kind === "text" && block.text.length <= LONGEST_CAPTION && !isComplete(block.text);
    const numbered = before?.kind === "text" && TABLE_NUMBER.test(before.text);
    if (names && numbered && !isUnitLine(block.text) && isOverTable(blocks, at))
      joined[joined.length - 1] = { ...before, role: "caption", text: `${before.text} ${block.text}` };
    else joined.push(block);
  }
  return joined;
}

const NAMES_TABLE = /表[*＊①-⑳]?(?:\[\d{1,2}\])?(?:[（(][^（()）]{1,20}[)）])?$/;

/** The line right over a table, a unit line between them allowed, names it: in a sheet always, else where it ends so. */
function withCaptions(blocks: readonly Block[], sheets: boolean): Block[] {
  return blocks.map((block, at) => {
    if (block.kind !== "text" || !isOverTable(blocks, at)) return block;
    const { role, text } = block;
    if (role !== "front" && role !== "body" && role !== "heading") return block;
    const short = text.length <= LONGEST_CAPTION && !isComplete(text) && !isUnitLine(text);
    const names = sheets || (NAMES_TABLE.test(splitMarks(text).name) && numberingOf(text) === null);
    return short && names ? { ...block, role: "caption" } : block;
  });
}

function isOverTable(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1];
  if (next?.kind === "table") return true;
  return next?.kind === "text" && next.role === "unit" && blocks[at + 2]?.kind === "table";
}
