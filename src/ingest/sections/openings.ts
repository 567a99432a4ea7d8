import { type Block, isComplete, type TextBlock } from "#ingest/block.ts";
import { isGlossaryHeading } from "#ingest/lines/line-role.ts";
import { termOf } from "./glossary.ts";
import { inlineTitleEnd, labelEnd } from "./lead-ins.ts";
import { numberingOf, RANK } from "./numbering.ts";
import type { Opening } from "./opening.ts";
import { settleRestarts } from "./restarted-numbering.ts";
import { settleOpenings } from "./settle-openings.ts";

/** For each block the section it opens, or null. */
export function findOpenings(blocks: readonly Block[]): (Opening | null)[] {
  const majors = blocks.some(
    (block) =>
      block.kind === "text" && block.role !== "front" && numberingOf(block.text)?.rank === RANK.major,
  );
  const hashRanks = ranksOfHashes(blocks);
  const found = blocks.map((block, at) => (block.kind === "text" ? openingOf(blocks, at, block) : null));
  const ranked = found.map((opening, at) =>
    opening === null ? null : rankPlain(opening, blocks, at, { majors, hashRanks }),
  );
  return settleOpenings(blocks, settleRestarts(blocks, ranked));
}

function openingOf(blocks: readonly Block[], at: number, block: TextBlock): Opening | null {
  const { text, role } = block;
  if (role === "heading") return headingOpening(text);
  if (role === "box")
    return { kind: "box", rank: RANK.leadIn - 2, start: 0, end: text.length, reach: "open" };
  if (role === "glossary") {
    const term = termOf(text);
    return term === null ? null : { kind: "definition", rank: RANK.leadIn + 5, ...term, reach: "open" };
  }
  return role === "body" ? bodyOpening(blocks, at, block) : null;
}

function headingOpening(text: string): Opening {
  const rank = numberingOf(text)?.rank ?? RANK.plain;
  const end = text.replace(/[。：:]$/, "").length;
  const glossary = isGlossaryHeading(text);
  return {
    kind: glossary ? "glossary" : "heading",
    rank: glossary ? Math.min(rank, RANK.major) : rank,
    start: 0,
    end,
    reach: "open",
  };
}

function bodyOpening(blocks: readonly Block[], at: number, block: TextBlock): Opening | null {
  const { text } = block;
  const numbering = numberingOf(text);
  if (numbering === null) {
    const label = labelEnd(text, block.bold);
    return label === null
      ? null
      : { kind: "lead-in", rank: RANK.leadIn, start: 0, end: label, reach: "paragraph" };
  }
  const { rank, length } = numbering;
  const kind = rank <= RANK.subitem ? "heading" : "lead-in";
  const label = rank === RANK.dash ? labelEnd(text, block.bold) : null;
  const inline = inlineTitleEnd(text, length, rank <= RANK.minor ? 80 : rank === RANK.ordinal ? 60 : 45);
  const glued = rank <= RANK.major ? gluedTitleEnd(text, length) : null;
  const sentence = inline !== null && /，/.test(text.slice(length, inline));
  const end = label ?? (sentence && endsAtYear(text, glued) ? glued : (inline ?? glued));
  if (end === null) return null;
  const bare = text.length - end <= 2;
  if (rank === RANK.dash && bare && (!namesFollowing(blocks, at) || /\d/.test(text))) return null;
  if (bare && rank > RANK.minor && rank < RANK.dash && /\d{2}|%/.test(text.slice(length))) return null;
  return { kind, rank, start: 0, end, reach: bare || rank < RANK.dash ? "open" : "paragraph" };
}

/** Where a major heading and its first paragraph are printed without a break, the title ends before the next year or 过去. */
function gluedTitleEnd(text: string, from: number): number | null {
  const glued =
    /^.{4,40}?(?:回顾|情况|安排|目标|任务|要求|重点|成就|发展|建设|工作)(?=[?？]|\d{4}年|过去|刚刚过去|今年|今后|一年来|五年来|各位)/.exec(
      text.slice(from),
    );
  if (glued !== null) return from + glued[0].length;
  const clause = text.slice(from).search(/[，；：。]/);
  return clause >= 4 && clause <= 40 ? from + clause : null;
}

function endsAtYear(text: string, end: number | null): boolean {
  return (
    end !== null &&
    /^(?:\d{4}年|(?:刚刚)?过去|各位代表|今年(?=[是，])|今后[三五]?[年个]|[一五]年来)/.test(text.slice(end))
  );
}

/** A dash line with nothing but a title names the paragraphs behind it, unless it is one of a list of dashes. */
function namesFollowing(blocks: readonly Block[], at: number): boolean {
  const isDash = (block: Block | undefined) =>
    block?.kind === "text" && numberingOf(block.text)?.rank === RANK.dash;
  const next = blocks[at + 1];
  const before = blocks[at - 1];
  const beforeIsItem =
    isDash(before) && before?.kind === "text" && before.text.length <= 60 && isComplete(before.text);
  return (
    next?.kind === "text" && (next.role === "body" || next.role === "item") && !isDash(next) && !beforeIsItem
  );
}

/** An unnumbered heading stands where Markdown headings like it stand, else outside or inside the numbered ones. */
function rankPlain(
  opening: Opening,
  blocks: readonly Block[],
  at: number,
  known: { majors: boolean; hashRanks: ReadonlyMap<number, number> },
): Opening {
  const block = blocks[at];
  if (opening.rank !== RANK.plain || opening.kind !== "heading" || block?.kind !== "text") return opening;
  const fromHashes = known.hashRanks.get(block.hashes);
  if (fromHashes !== undefined) return { ...opening, rank: fromHashes };
  if (block.hashes > 0) return { ...opening, rank: RANK.major - 5 + 5 * block.hashes };
  const next = blocks[at + 1];
  const outer = next?.kind === "text" && next.role === "heading" && numberingOf(next.text) === null;
  const base = known.majors ? RANK.plain : RANK.major + 2;
  if (looksMajor(block.text, known.majors)) return { ...opening, rank: RANK.major - 2 };
  return { ...opening, rank: outer ? base - 2 : base };
}

/** 2019年工作回顾, 2020年工作安排: chapters without numbers, also over numbered parts of their own. */
function looksMajor(text: string, majors: boolean): boolean {
  const chapter =
    /(?:回顾|总结|总体要求|目标任务|重点工作|工作重点|主要任务|主要工作|工作安排|工作部署|工作任务)$/.test(
      text,
    ) && text.length <= 24;
  return chapter && (!majors || /\d{4}年|过去|今后|五年|^今年/.test(text));
}

/** The rank that most numbered Markdown headings of a depth have. */
function ranksOfHashes(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const block of blocks) {
    const rank = block.kind === "text" && block.hashes > 0 ? numberingOf(block.text)?.rank : undefined;
    if (rank === undefined || block.kind !== "text") continue;
    const counts = votes.get(block.hashes) ?? new Map<number, number>();
    votes.set(block.hashes, counts.set(rank, (counts.get(rank) ?? 0) + 1));
  }
  return new Map(
    [...votes].map(([hashes, counts]) => [
      hashes,
      [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? RANK.plain,
    ]),
  );
}
