import { writeFileSync } from "node:fs";
import { scoreOf, type Trees } from "#read/trees.ts";
import { isBeside, type Line } from "./rows.ts";

/** So many of the ranker's first units are told of each question. */
const FIRST = 4;
/** Evidence is told down to this place. */
const EVIDENCE = 6;

/** A question with its first units as trees judge them that saw nothing of its report: what another reader is measured beside. */
function pairOf(line: Line, answerer: Trees, rankScoreAt: number) {
  return {
    set: line.set,
    id: line.id,
    category: line.category,
    report: line.report,
    expect: line.expect,
    share: line.share,
    words: line.words,
    units: line.rows.slice(0, EVIDENCE).flatMap((row, at) =>
      at >= FIRST && row.y === 0
        ? []
        : [
            {
              words: row.words,
              y: row.y,
              m: row.m,
              beside: isBeside(line, row),
              rank: row.x[rankScoreAt],
              answers: scoreOf(answerer, Float64Array.from(row.x)),
            },
          ],
    ),
  };
}

export type Pair = ReturnType<typeof pairOf>;

/** The pairs of ranked lines. */
export const pairsOf = (lines: readonly Line[], answerer: Trees, rankScoreAt: number): Pair[] =>
  lines.map((line) => pairOf(line, answerer, rankScoreAt));

export function writePairs(file: string, pairs: readonly Pair[]): void {
  writeFileSync(file, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
}
