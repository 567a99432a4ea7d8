import { heldAmong, shareOf, termsPresent } from "#read/query-terms.ts";
import { ALIKE, meets } from "./expectation.ts";
import type { Wanted } from "./wanted.ts";

/**
 * Share of the question that the clauses around a fitting figure hold at least. Of 150 figures that answer, two lie
 * below; of 45 that stand in the right sentence and tell something else, 32 do.
 */
export const BESIDE = 0.2;
/** The most of the question that one clause with a fitting figure holds, 0 to 1: 投资2.5亿元的乳粉生产线. */
export function nearFigure(folded: string, { expectation, wordings }: Wanted): number {
  if (!expectation.number && !expectation.date) return 0;
  const told = folded.split(/[;。:]|[,、](?!\d)/).filter((clause) => meets(expectation, clause) === 1);
  const shares = told.flatMap((clause) => {
    const present = termsPresent(clause);
    return wordings.map((terms) => shareOf(terms, heldAmong(terms, present)));
  });
  return Math.max(0, ...shares);
}

/**
 * The same with the clause before, where the subject often stands; a row of a table is one clause. Words of measuring (面积, 下降) stand beside many figures and tell of none.
 */
export function besideFigure(folded: string, { expectation, wordings }: Wanted): number {
  if (!expectation.number && !expectation.date) return 1;
  const clauses = folded.includes(" | ") ? [folded] : folded.split(/[;。:]|,(?!\d)/);
  const told = clauses.flatMap((clause, at) =>
    folded.includes(" | ") || meets(expectation, clause) >= ALIKE
      ? [`${clauses[at - 1] ?? ""},${clause}`]
      : [],
  );
  const shares = told.flatMap((words) => {
    const present = termsPresent(words);
    return wordings.map((terms) => {
      const own = [...terms.weights.keys()].filter((term) => !MEASURING.has(term));
      const held = heldAmong(terms, present);
      return own.length === 0 || own.some((term) => held.has(term)) ? shareOf(terms, held) : 0;
    });
  });
  return Math.max(0, ...shares);
}

/** Pairs of characters that say how something is measured or moved, whatever it is. */
const MEASURING = new Set(
  "面积 投资 总投 资金 金额 数量 总数 总额 连续 下降 上升 增长 提高 增加 减少 新增 占比 比例 比重 收入 营收 完成 实现 达到 建成 累计 规模 产值 人数 平方".split(
    " ",
  ),
);
