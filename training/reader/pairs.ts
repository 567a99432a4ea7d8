import { writeFileSync } from "node:fs";
import { scoreOf, type Trees } from "#read/trees.ts";
import { isBeside, type Line } from "./rows.ts";

/** So many of the ranker's first units are told of each question. */
const FIRST = 4;
/** Evidence is told down to this place. */
const EVIDENCE = 6;

/** A question with its first units as trees judge them that saw nothing of its report: what another reader is measured beside. */
function pairOf(line: Line, answerer: Trees, { rankScoreAt, named }: { rankScoreAt: number; named: boolean }) {
  return {
    set: line.set,
    id: line.id,
    category: line.category,
    report: line.report,
    expect: line.expect,
    share: line.share,
    named,
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

/** The pairs of ranked lines; `namesAny` tells whether a question names a place, a year or an indicator. */
export const pairsOf = (
  lines: readonly Line[],
  answerer: Trees,
  { rankScoreAt, namesAny }: { readonly rankScoreAt: number; readonly namesAny: (line: Line) => boolean },
): Pair[] => lines.map((line) => pairOf(line, answerer, { rankScoreAt, named: namesAny(line) }));

export function writePairs(file: string, pairs: readonly Pair[]): void {
  writeFileSync(file, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
}
