import { isComplete } from "./block.ts";
import type { PlainLine } from "./inline-marks.ts";
import { numberingOf } from "./numbering.ts";

/** A line with its place; the unit everything after cleaning works on. */
export interface PlacedLine extends PlainLine {
  /** Marks off but spaces as printed: a glossary tells its terms by them. */
  readonly spaced: string;
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Blank lines after it. */
  readonly after: number;
}

/**
 * How the file breaks its lines.
 * - `flowing`: a paragraph a line, broken at most where a page ended
 * - `wrapped`: lines broken at the page's width
 * - `unpunctuated`: a sentence a line with its full stop lost; nothing may be joined
 */
export interface Layout {
  readonly breaks: "flowing" | "wrapped" | "unpunctuated";
  /** Usual length of a broken line. */
  readonly width: number;
  /** True when sentences are cut at page ends, so that a short line may be a rest and no heading. */
  readonly pageCuts: boolean;
}

const SHORTEST = 12;
const CERTAIN_CUTS = 3;

/** Measures how a file breaks its lines, from the lines that end without a full stop. */
export function measureLayout(lines: readonly PlacedLine[]): Layout {
  const prose = lines.filter(
    (line) => line.text.length >= SHORTEST && line.hashes === 0 && numberingOf(line.text) === null,
  );
  const open = prose.filter((line) => !isComplete(line.text));
  const certain = open.filter((line) => /[。；]/.test(line.text)).length;
  const lengths = open.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const share = prose.length === 0 ? 0 : open.length / prose.length;
  const pageCuts = certain >= CERTAIN_CUTS;
  if (share > 0.5 && certain / open.length < 0.1 && !isEven(lengths))
    return { breaks: "unpunctuated", width, pageCuts: false };
  return { breaks: share > 0.4 ? "wrapped" : "flowing", width, pageCuts };
}

/** Lines broken at a page's width are about equally long. */
function isEven(lengths: readonly number[]): boolean {
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return lengths.filter((length) => Math.abs(length - middle) <= 6).length * 10 >= lengths.length * 6;
}
