import type { Block } from "#ingest/block.ts";
import { leadInEnd } from "./lead-ins.ts";
import { numberingOf, RANK } from "./numbering.ts";
import type { Opening } from "./opening.ts";

/**
 * Keeps the openings that their neighbours bear out: 一是 in a row of such paragraphs, short first sentences where
 * others open so too; and lets the last paragraph of a numbered row end where the others do.
 */
export function settleOpenings(
  blocks: readonly Block[],
  openings: readonly (Opening | null)[],
): (Opening | null)[] {
  return withReliableLeadIns(blocks, settleSeries(blocks, withReliableOrdinals(openings)));
}

/** 一是 opens a section only in a row of such paragraphs. */
function withReliableOrdinals(openings: readonly (Opening | null)[]): (Opening | null)[] {
  const outer = (opening: Opening | null) => opening !== null && opening.rank < RANK.ordinal;
  return openings.map((opening, at) => {
    if (opening?.rank !== RANK.ordinal) return opening;
    const from = openings.findLastIndex((other, index) => index < at && outer(other)) + 1;
    const to = openings.findIndex((other, index) => index > at && outer(other));
    const row = openings
      .slice(from, to < 0 ? openings.length : to)
      .filter((other) => other?.rank === RANK.ordinal);
    return row.length >= 2 ? opening : null;
  });
}

/** In a row of paragraphs that each carry title and body, the last one ends where the others end: with its paragraph. */
function settleSeries(blocks: readonly Block[], openings: readonly (Opening | null)[]): (Opening | null)[] {
  const settled = [...openings];
  for (let at = 0; at < openings.length; at++) {
    const first = openings[at];
    if (
      first === null ||
      first === undefined ||
      !isInline(blocks[at], first) ||
      settled[at]?.reach === "paragraph"
    )
      continue;
    const row = seriesFrom(openings, at).filter((index) => isInline(blocks[index], openings[index] ?? null));
    const single = row
      .slice(0, -1)
      .every((index, place) => !hasFollowers(blocks, openings, index, row[place + 1] ?? index));
    if (row.length < 2 || !single) continue;
    for (const index of row) {
      const opening = settled[index];
      if (opening !== null && opening !== undefined) settled[index] = { ...opening, reach: "paragraph" };
    }
  }
  return settled;
}

function isInline(block: Block | undefined, opening: Opening | null): boolean {
  return (
    block?.kind === "text" &&
    block.role === "body" &&
    opening !== null &&
    opening.rank >= RANK.item &&
    block.text.length - opening.end > 2
  );
}

function seriesFrom(openings: readonly (Opening | null)[], at: number): number[] {
  const rank = openings[at]?.rank ?? 0;
  const row: number[] = [];
  for (let index = at; index < openings.length; index++) {
    const opening = openings[index];
    if (opening === null || opening === undefined) continue;
    if (opening.rank < rank) break;
    if (opening.rank === rank) row.push(index);
  }
  return row;
}

function hasFollowers(
  blocks: readonly Block[],
  openings: readonly (Opening | null)[],
  from: number,
  to: number,
): boolean {
  return blocks.slice(from + 1, to).some((block, at) => {
    const prose = block.kind === "text" && (block.role === "body" || block.role === "item");
    return prose && !insideBox(openings, from + 1 + at, from);
  });
}

function insideBox(openings: readonly (Opening | null)[], at: number, from: number): boolean {
  return openings.slice(from + 1, at + 1).some((opening) => opening?.kind === "box");
}

/** Short opening sentences count as lead-ins where at least two paragraphs, and two in five, of a section open so. */
function withReliableLeadIns(
  blocks: readonly Block[],
  openings: readonly (Opening | null)[],
): (Opening | null)[] {
  const result = [...openings];
  let from = 0;
  for (let to = 0; to <= blocks.length; to++) {
    const opening = openings[to];
    const boundary =
      to === blocks.length || (opening !== null && opening !== undefined && opening.rank < RANK.leadIn - 2);
    if (!boundary) continue;
    const free = range(from, to).filter((at) => isFreeBody(blocks[at]) && result[at] === null);
    const named = free.flatMap((at) => leadInAt(blocks[at], at));
    if (named.length >= 2 && named.length * 5 >= free.length * 2) {
      for (const [at, end] of named)
        result[at] = { kind: "lead-in", rank: RANK.leadIn, start: 0, end, reach: "paragraph" };
    }
    from = to + 1;
  }
  return result;
}

function leadInAt(block: Block | undefined, at: number): [number, number][] {
  const end = block?.kind === "text" ? leadInEnd(block.text) : null;
  return end === null ? [] : [[at, end]];
}

function isFreeBody(block: Block | undefined): boolean {
  return block?.kind === "text" && block.role === "body" && numberingOf(block.text) === null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
