import type { Section, Table } from "#domain/document.ts";
import type { TableCount } from "#domain/ingest-report.ts";
import type { Span } from "#domain/span.ts";
import { splitMarks } from "#text/quantity/footnote-marks.ts";
import type { Block, TableBlock, TextBlock } from "./block.ts";
import type { CutProblem } from "./lines/cut-sentences.ts";
import { innerLeadIns } from "./sections/lead-ins.ts";
import { numberingOf, RANK } from "./sections/numbering.ts";
import type { Opening } from "./sections/opening.ts";
import { findOpenings } from "./sections/openings.ts";
import { SectionStack } from "./sections/section-stack.ts";
import { captionAbove, tableIsMissing, wholeCaption } from "./tables/caption-above.ts";
import { shapeTable } from "./tables/shape-table.ts";
import { writeTable } from "./tables/write-table.ts";
import { TextWriter, type WrittenLine } from "./text-writer.ts";

export interface Assembled {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly counts: readonly Omit<TableCount, "file">[];
  readonly problems: readonly CutProblem[];
  /** Each line of the text with the line of the file it comes from. */
  readonly lines: readonly WrittenLine[];
}

const TABLE_RANK = RANK.leadIn + 6;
const NOTE_RANK = RANK.leadIn + 8;
const FLOATS: ReadonlySet<string> = new Set(["caption", "unit", "note", "figure", "box"]);

/** Writes the blocks as one text, and sections and tables as spans in it. */
export function assemble(blocks: readonly Block[]): Assembled {
  return new Assembly(blocks).run();
}

class Assembly {
  readonly #blocks: readonly Block[];
  readonly #openings: readonly (Opening | null)[];
  readonly #writer = new TextWriter();
  readonly #stack = new SectionStack();
  readonly #tables: Table[] = [];
  readonly #counts: Omit<TableCount, "file">[] = [];
  readonly #problems: CutProblem[] = [];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#openings = findOpenings(blocks);
  }

  run(): Assembled {
    for (let at = 0; at < this.#blocks.length; ) at = this.#write(at);
    return {
      text: this.#writer.text,
      sections: this.#stack.sections(),
      tables: this.#tables,
      counts: this.#counts,
      problems: this.#problems,
      lines: this.#writer.lines,
    };
  }

  /** Writes the block at `at` and what belongs to it; returns where to go on. */
  #write(at: number): number {
    const block = this.#blocks[at];
    if (block === undefined) return at + 1;
    if (block.kind === "table") return this.#table(at, null);
    const tableAt = this.#tableBehind(at);
    if (tableAt !== null) return this.#table(tableAt, at);
    if (!FLOATS.has(block.role)) this.#stack.closeParagraphs();
    if (block.role === "note") this.#note(block);
    else this.#text(block, this.#openings[at] ?? null, at);
    return at + 1;
  }

  /** The table a caption stands over: right behind it, a unit line between them allowed. */
  #tableBehind(at: number): number | null {
    const block = this.#blocks[at];
    if (block?.kind !== "text" || (block.role !== "caption" && !this.#namesTable(at))) return null;
    for (let next = at + 1; next <= at + 2; next++) {
      const candidate = this.#blocks[next];
      if (candidate?.kind === "table") return next;
      if (candidate?.kind !== "text" || candidate.role !== "unit") break;
    }
    if (block.role === "caption" && tableIsMissing(this.#blocks, at)) {
      this.#problems.push({
        code: "caption_without_table",
        line: block.line,
        message: `no table was found under “${block.text}”`,
      });
    }
    return null;
  }

  /** An unnumbered heading such as 主要指标完成情况表 right above a table is its caption. */
  #namesTable(at: number): boolean {
    const block = this.#blocks[at];
    if (block?.kind !== "text" || block.role !== "heading") return false;
    return (
      /(?:表|一览|完成情况|主要指标|预期目标)$/.test(tableName(block.text)) &&
      numberingOf(block.text) === null
    );
  }

  #text(block: TextBlock, opening: Opening | null, at: number): void {
    const box = this.#stack.kindOfInnermost() === "box";
    if (box && !this.#staysInBox(block, opening, at)) this.#stack.closeFrom(RANK.leadIn - 2);
    const inBox = box && this.#stack.kindOfInnermost() === "box";
    if (/^(?:各位代表|同志们)[，,！!：:]/.test(block.text)) this.#stack.closeFrom(RANK.major + 1);
    // Explanations without a heading of their own belong to no chapter.
    if (block.role === "glossary" && opening !== null && !this.#stack.isInside("glossary"))
      this.#stack.closeFrom(0);
    const span = this.#writer.line(block.text, block.line);
    if (opening !== null && !(inBox && opening.rank >= RANK.leadIn))
      this.#open(opening, block.text, span.start);
    this.#stack.extendTo(span.end);
    if (block.role === "body" && !inBox) this.#innerLeadIns(block, opening, span);
  }

  #open(opening: Opening, text: string, from: number): void {
    const { kind, rank, reach, start, end } = opening;
    this.#stack.open(kind, rank, reach, {
      start: from + start,
      end: from + end,
      title: text.slice(start, end),
      from,
    });
  }

  /** A box holds its first paragraph and then those that open with a label (重大平台：…). */
  #staysInBox(block: TextBlock, opening: Opening | null, at: number): boolean {
    if (opening !== null && opening.rank < RANK.leadIn) return false;
    const before = this.#blocks[at - 1];
    const first = before?.kind === "text" && before.role === "box";
    return first || /^[^，。；]{2,20}[：:]/.test(block.text) || block.role === "item";
  }

  #innerLeadIns(block: TextBlock, opening: Opening | null, span: Span): void {
    if (opening !== null && opening.kind === "lead-in") return;
    const from =
      opening === null ? 0 : opening.end + (/^[。：:！]/.test(block.text.slice(opening.end)) ? 1 : 0);
    const leads = innerLeadIns(block.text, from);
    for (const [at, lead] of leads.entries()) {
      const heading = {
        start: span.start + lead.start,
        end: span.start + lead.end,
        title: block.text.slice(lead.start, lead.end),
      };
      this.#stack.trim(RANK.leadIn, heading.start);
      this.#stack.open("lead-in", RANK.leadIn, "paragraph", heading);
      const next = leads[at + 1];
      this.#stack.extendTo(next === undefined ? span.end : span.start + next.start);
    }
  }

  #note(block: TextBlock): Span {
    const span = this.#writer.line(block.text, block.line);
    const end = span.start + Math.max(1, block.text.search(/[：:]/));
    this.#stack.open("note", NOTE_RANK, "paragraph", {
      start: span.start,
      end,
      // Not cut from the writer: that would copy the whole text so far for each note.
      title: block.text.slice(0, end - span.start),
    });
    this.#stack.extendTo(span.end);
    this.#stack.closeFrom(NOTE_RANK);
    return span;
  }

  #table(at: number, captionAt: number | null): number {
    const block = this.#blocks[at];
    if (block?.kind !== "table") return at + 1;
    const section = captionAt === null ? null : this.#caption(captionAt);
    const unitLine = this.#unitLine(at);
    const shaped = shapeTable(block);
    const body = writeTable(this.#writer, shaped);
    const first = section?.heading.start ?? body.header?.start ?? body.rows[0]?.span.start ?? 0;
    this.#stack.extendTo(this.#writer.text.length);
    const { notes, next } = this.#notes(at + 1);
    const caption =
      section === null
        ? captionAbove(this.#blocks, at)
        : wholeCaption(this.#blocks, captionAt ?? at, section.title);
    const id = `t${this.#tables.length + 1}`;
    const span = { start: first, end: notes.at(-1)?.end ?? this.#writer.text.length };
    this.#tables.push({
      id,
      caption,
      section: section?.id ?? null,
      span,
      ...body,
      notes,
      unit: unitOf(unitLine ?? caption),
      ...(block.sheetColumns === undefined ? {} : { sheetColumns: block.sheetColumns }),
    });
    this.#stack.closeFrom(TABLE_RANK);
    this.#report(id, caption, block, shaped);
    return next;
  }

  #caption(at: number): { id: string; title: string; heading: Span } {
    const block = this.#blocks[at];
    const title = block?.kind === "text" ? block.text : "";
    const heading = this.#writer.line(title, block?.line ?? 0);
    if (this.#stack.kindOfInnermost() === "box") this.#stack.closeFrom(RANK.leadIn - 2);
    const id = this.#stack.open("table", TABLE_RANK, "open", { ...heading, title });
    return { id, title, heading };
  }

  #unitLine(tableAt: number): string | null {
    const above = this.#blocks[tableAt - 1];
    if (above?.kind !== "text" || above.role !== "unit") return null;
    const beforeThat = this.#blocks[tableAt - 2];
    const captioned =
      beforeThat?.kind === "text" && (beforeThat.role === "caption" || this.#namesTable(tableAt - 2));
    if (captioned) this.#writer.line(above.text, above.line);
    return above.text;
  }

  /** 注 right under the table, with its further numbered lines. */
  #notes(from: number): { notes: Span[]; next: number } {
    const notes: Span[] = [];
    let at = from;
    for (; at < this.#blocks.length; at++) {
      const block = this.#blocks[at];
      if (block?.kind !== "text") break;
      const goesOn = notes.length > 0 && /^[2-9]\s*[.．、]/.test(block.text) && block.role !== "heading";
      if (block.role !== "note" && !goesOn) break;
      notes.push(this.#note(block));
    }
    return { notes, next: at };
  }

  #report(
    id: string,
    caption: string | null,
    block: TableBlock,
    shaped: ReturnType<typeof shapeTable>,
  ): void {
    const table = caption ?? id;
    this.#counts.push({ table, rowsIn: shaped.rowsIn, rowsStored: shaped.rows.length });
    for (const row of shaped.misfits) {
      const message = `a row of ${table} has ${row.cells.length} cells under ${shaped.columns.length} columns; the rest is kept in the last cell`;
      this.#problems.push({ code: "row_shape", line: row.line, message });
    }
    if (shaped.header.length === 0) {
      this.#problems.push({ code: "no_header", line: block.line, message: `${table} has no header row` });
    }
  }
}

/** A caption's words without the marks and the brackets behind them: 主要指标表①（单位：亿元）. */
function tableName(caption: string): string {
  return splitMarks(splitMarks(caption).name.replace(/[（(][^）)]*[）)]$/, "")).name;
}

function unitOf(text: string | null): string | null {
  return text === null ? null : (/单位\s*[:：]\s*([^（(）)\s，。；]+)/.exec(text)?.[1] ?? null);
}
