import type { TurnReading } from "./conversation/turn.ts";
import type { NamedIndicator, Operation } from "./question.ts";
import { patterns } from "./words/patterns.ts";

/** What a turn that stands by itself asks to be done, given how many places, years and indicators it names. */
export function operationOf(turn: TurnReading, indicators: readonly NamedIndicator[]): Operation {
  const { operation, kinds, regions } = turn;
  const years = turn.years.years.length;
  const sides = Math.max(regions.length, years, indicators.length);
  if (operation === "difference" || operation === "compare") {
    // 占比 is no comparing, but 占比和目标差多少 is.
    if (sides < 2 && patterns.share.test(turn.folded) && !patterns.distance.test(turn.folded)) return "value";
    // 比目标多多少: against the target; with one side only, a figure is asked for.
    if (sides < 2 && kinds.includes("target"))
      return kinds.includes("actual") || patterns.against.test(turn.folded) ? "met" : "value";
    if (operation === "compare" && indicators.length === 0 && WHAT_EACH.test(turn.folded)) return "list";
    if (operation === "compare" && indicators.length > 0) return comparison(turn, sides);
    return sides < 2 && (indicators.length > 0 || operation === "difference") ? "value" : operation;
  }
  // 合计多少 of one place, year and indicator is the total that is printed.
  if (operation === "sum") return sides < 2 || indicators.length === 0 ? "value" : "sum";
  if (indicators.length === 0) return withoutIndicator(turn);
  const figures = operation === null || operation === "value" || operation === "list";
  if (figures && regions.length > 1 && operation !== "list") return "compare";
  // 2022年江北比大渡口高了还是低了: two places in one year have no course.
  if (operation === "series" && regions.length > 1 && years === 1) return "compare";
  if (figures && years > 1) return "series";
  return operation ?? "value";
}

/** 向上、向外、向下分别要干什么: what each of them is, and not how they stand to each other. */
const WHAT_EACH =
  /(?:分别|各自?)(?:都|要|得|该)?(?:是|为|指|叫|讲|说|做|干|抓|搞)(?:的是|些|做)?(?:什么|啥)|各自?(?:都)?有(?:哪些|些什么|些啥)/u;

/** 谁最高 without places asks for a ranking, 哪一年最高 and 各年分别 for a series. */
function comparison({ folded, regions, years, otherRegions }: TurnReading, sides: number): Operation {
  const ranks = patterns.which.test(folded);
  if (regions.length < 2 && patterns.whichYear.test(folded)) return "series";
  if (regions.length < 2 && years.years.length > 1 && !ranks) return "series";
  if (regions.length + otherRegions.length === 0 && ranks && sides < 2) return "rank";
  return sides < 2 ? "value" : "compare";
}

/** 大渡口2023年目标呢, 今年的目标是什么: with a target asked and no subject, all of them are. */
function withoutIndicator({ operation, kinds, regions, residue, folded }: TurnReading): Operation {
  const bare = residue === "" && kinds.length === 1 && kinds[0] === "target";
  const open = operation === null || operation === "value" || operation === "definition";
  if (bare && open && (regions.length > 0 || /什么|啥/.test(folded))) return "list";
  // 过去五年做了哪些工作: over years there is nothing to follow without a figure.
  const next = operation === "series" ? patterns.operations.find(isOther(folded))?.operation : operation;
  return next ?? "passage";
}

const isOther =
  (folded: string) =>
  ({ operation, pattern }: (typeof patterns.operations)[number]): boolean =>
    operation !== "series" && pattern.test(folded);
