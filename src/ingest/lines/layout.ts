import { isComplete } from "#ingest/block.ts";
import { numberingOf } from "#ingest/sections/numbering.ts";
import type { PlainLine } from "./inline-marks.ts";

/** A line with its place; the unit everything after cleaning works on. */
export interface PlacedLine extends PlainLine {
  /** Marks off but spaces as printed: a glossary tells its terms by them. */
  readonly spaced: string;
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Blank lines after it. */
  readonly after: number;
  /** Its length in the file, indentation counted. */
  readonly columns: number;
  readonly indented: boolean;
}

/**
 * How the file breaks its lines.
 * - `flowing`: a paragraph a line, broken at most where a page ended
 * - `wrapped`: lines broken at the page's width
 * - `unpunctuated`: a sentence a line with its full stop lost; nothing may be joined
 * - `whole`: no lines at all: a reader of the file's format yields paragraphs
 */
export interface Layout {
  readonly breaks: "flowing" | "wrapped" | "unpunctuated" | "whole";
  /** Usual length of a broken line. */
  readonly width: number;
  /** True when sentences are cut at page ends, so that a short line may be a rest and no heading. */
  readonly pageCuts: boolean;
  /** True when paragraphs begin with an indentation, so that a line without one goes on with the line above. */
  readonly indents: boolean;
}

const SHORTEST = 12;
/** No page is narrower, in characters. */
const NARROWEST = 18;
const CERTAIN_CUTS = 3;

/** Measures how a file breaks its lines, from the lines that end without a full stop. */
export function measureLayout(lines: readonly PlacedLine[]): Layout {
  const prose = lines.filter(
    (line) => line.text.length >= SHORTEST && line.hashes === 0 && numberingOf(line.text) === null,
  );
  const open = prose.filter((line) => !isComplete(line.text));
  const certain = open.filter((line) => /[。；]/.test(line.text)).length;
  const lengths = open.map((line) => line.columns).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const share = prose.length === 0 ? 0 : open.length / prose.length;
  const pageCuts = certain >= CERTAIN_CUTS;
  const indented = prose.filter((line) => line.indented).length / Math.max(1, prose.length);
  const indents = indented > 0.05 && indented < 0.7;
  if (share > 0.5 && certain / open.length < 0.1 && !isEven(lengths))
    return { breaks: "unpunctuated", width, pageCuts: false, indents };
  const wrapped = share > 0.4 && width >= NARROWEST && open.length >= 3;
  return { breaks: wrapped ? "wrapped" : "flowing", width, pageCuts, indents };
}

/** True when a line reaches the page's edge: what follows may go on with it, whatever mark it ends in. */
export function reachesEdge(line: PlacedLine, layout: Layout): boolean {
  return layout.breaks === "wrapped" && Math.abs(line.columns - layout.width) <= 2;
}

/** True when indentation marks paragraphs and this line has one. */
export function opensParagraph(line: PlacedLine, layout: Layout): boolean {
  return layout.indents && line.indented;
}

/** Lines broken at a page's width are about equally long. */
function isEven(lengths: readonly number[]): boolean {
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return lengths.filter((length) => Math.abs(length - middle) <= 6).length * 10 >= lengths.length * 6;
}
