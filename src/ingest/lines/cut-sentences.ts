import type { IngestProblem } from "#domain/ingest-report.ts";
import { type Block, isComplete, type TextBlock } from "#ingest/block.ts";
import { numberingOf } from "#ingest/sections/numbering.ts";
import { weld } from "#text/clean.ts";

export type CutProblem = Pick<IngestProblem, "code" | "message" | "line">;

const FARTHEST = 12;
const OPENERS =
  /^(?:在|为|用|其中|此外|同时|尤其|另外|近年|一年来|今年|去年|目前|日前|随着|作为|通过|据|\d|“|（|——|各位)/;
const SHOW = 12;

/**
 * Joins sentences that a heading, a picture or a table cuts in two (newspaper columns, page ends). The other half is
 * the one later paragraph that starts in mid-sentence; when several or none do, the halves stay apart and are reported,
 * so that nothing is ever joined to a wrong half.
 */
export function rejoinCutSentences(blocks: readonly Block[]): { blocks: Block[]; problems: CutProblem[] } {
  const text = new Predecessors(blocks.map((block) => (block.kind === "text" ? block.text : "")).join("\n"));
  const result = [...blocks];
  const problems: CutProblem[] = [];
  if (losesStops(blocks)) return { blocks: result, problems };
  for (let at = 0; at < result.length; at++) {
    const block = result[at];
    if (block === undefined || !isCut(block) || !isInterrupted(result, at)) continue;
    const rest = findRest(result, at, text);
    problems.push(...orphans(result.slice(at + 1, at + FARTHEST), block.text, text));
    if (rest === null) {
      result[at] = { ...block, cut: true };
      problems.push(
        problem(
          block,
          `the sentence ending “${block.text.slice(-SHOW)}” is cut and its other half was not found`,
        ),
      );
      continue;
    }
    joinAt(result, at, rest);
  }
  return { blocks: result, problems };
}

/** Where most paragraphs have no full stop at their end, a missing one says nothing. */
function losesStops(blocks: readonly Block[]): boolean {
  const prose = blocks.filter(isProse);
  return prose.filter((block) => !isComplete(block.text)).length * 3 > prose.length;
}

/** A paragraph of at least one whole sentence whose last sentence has no end. */
function isCut(block: Block): block is TextBlock {
  if (block.kind !== "text" || (block.role !== "body" && block.role !== "item")) return false;
  return /[。！？；]/.test(block.text) && !isComplete(block.text);
}

/** True when headings or floats stand between the paragraph and the next one. */
function isInterrupted(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1];
  return next !== undefined && !isProse(next) && blocks.slice(at + 1, at + FARTHEST).some(isProse);
}

function isProse(block: Block): block is TextBlock {
  return block.kind === "text" && (block.role === "body" || block.role === "item");
}

function findRest(blocks: readonly Block[], at: number, text: Predecessors): number | null {
  const cut = blocks[at];
  if (cut === undefined || cut.kind !== "text") return null;
  const scored: { index: number; score: number }[] = [];
  let passed = 0;
  for (let index = at + 1; index < Math.min(blocks.length, at + FARTHEST); index++) {
    const block = blocks[index];
    if (block === undefined || !isProse(block)) continue;
    scored.push({ index, score: restScore(cut.text, block.text, text) + (passed === 0 ? 1 : 0) });
    passed++;
  }
  const best = [...scored].sort((a, b) => b.score - a.score);
  const [first, second] = best;
  if (first === undefined || first.score < 2 || first.score === second?.score) return null;
  return first.index;
}

/** How much a paragraph reads like the second half of a sentence that ends in `left`. */
function restScore(left: string, right: string, text: Predecessors): number {
  if (OPENERS.test(right) || numberingOf(right) !== null) return -2;
  const opening = /^[^，。、；：！？]*/.exec(right)?.[0].length ?? 0;
  const mark = right[opening] ?? "";
  if (opening <= 2 && mark === "。") return 4;
  if (text.belongsToAnother(left, right)) return -2;
  return opening <= 6 && /[，、。；]/.test(mark) ? 2 : 0;
}

/** Which character usually stands before another in one document; told once for each. */
class Predecessors {
  readonly #text: string;
  readonly #usual = new Map<string, string | null>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * True when the first character nearly always follows one certain other character in this document (层 after 基), so
   * that the half-sentence opening with it lost that character, and `left` does not end in it.
   */
  belongsToAnother(left: string, right: string): boolean {
    const usual = this.#usualBefore(right[0] ?? "");
    return usual !== null && usual !== left.at(-1);
  }

  #usualBefore(character: string): string | null {
    const known = this.#usual.get(character);
    if (known !== undefined) return known;
    const usual = character === "" ? null : this.#count(character);
    this.#usual.set(character, usual);
    return usual;
  }

  /** The character before more than half of at least three. */
  #count(character: string): string | null {
    const before = new Map<string, number>();
    let total = 0;
    for (let at = this.#text.indexOf(character); at >= 0; at = this.#text.indexOf(character, at + 1)) {
      const previous = this.#text[at - 1] ?? "\n";
      if (!/[\u4e00-\u9fff]/.test(previous)) continue;
      before.set(previous, (before.get(previous) ?? 0) + 1);
      total++;
    }
    const [usual, count] = [...before].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    return total >= 3 && count * 2 > total ? usual : null;
  }
}

/** Puts the joined paragraph behind the first heading that cut it: in columns that heading tops its text. */
function joinAt(blocks: Block[], at: number, rest: number): void {
  const left = blocks[at];
  const right = blocks[rest];
  if (left?.kind !== "text" || right?.kind !== "text") return;
  const joined: TextBlock = { ...left, text: weld(left.text, right.text), cut: false };
  blocks.splice(rest, 1);
  blocks.splice(at, 1);
  const heading = blocks[at];
  const afterHeading = heading?.kind === "text" && heading.role === "heading";
  blocks.splice(afterHeading ? at + 1 : at, 0, joined);
}

/** Half-sentences among the next paragraphs that belong to neither this cut nor, as it seems, to any other. */
function orphans(blocks: readonly Block[], left: string, text: Predecessors): CutProblem[] {
  const first = blocks.find(isProse);
  if (first === undefined || OPENERS.test(first.text) || numberingOf(first.text) !== null) return [];
  if (restScore(left, first.text, text) >= 0) return [];
  return [problem(first, `the paragraph “${first.text.slice(0, SHOW)}…” may lack its beginning`)];
}

function problem(block: TextBlock, message: string): CutProblem {
  return { code: "cut_sentence", message, line: block.line };
}
