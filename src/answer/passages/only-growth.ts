import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** 多少亿元: an amount, where no growth has one. */
const AMOUNT = /多少[万亿]*元|几[万亿]+元/u;
const GROWTH = /(?:增|降|涨|升|提高)[^\d]{0,6}[\d.]+(?:%|个百分点)/gu;
const YEAR = /(?:19|20)\d{2}年/gu;

/** 生产总值增长8%, where how much it is was asked: every clause that has one of the names tells a percentage and no amount. */
export function tellsOnlyGrowth(
  { operation, measure, asked }: Pick<Question, "operation" | "measure" | "asked">,
  { folded, names }: { readonly folded: string; readonly names: readonly string[] },
): boolean {
  if (operation !== "value" || (measure !== "level" && !AMOUNT.test(asked))) return false;
  const clauses = folded.split(/[,;。](?!\d)/).filter((clause) => /\d/.test(clause));
  return names.map(foldPlain).some((name) => {
    const naming = clauses.filter((clause) => clause.includes(name));
    // 旅客吞吐量4465万人次、增长106%: an amount stands beside its growth.
    return (
      naming.length > 0 && naming.every((clause) => !/\d/.test(clause.replace(YEAR, "").replace(GROWTH, "")))
    );
  });
}
