import type { NamedIndicator, Operation } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import type { Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

/** 社零那项差多少 after 没完成的指标有哪些, 还差多少 after 完成目标了吗: how far from its target. */
export function operationAfter(
  before: Slots,
  { operation, regions, years, kinds, folded, ranges }: TurnReading,
  indicators: readonly NamedIndicator[],
): Operation {
  // 三个区哪个最高, 各区都是多少 after the figure of one: the same figure over all of them.
  const figures = indicators.length > 0 || before.indicators.length > 0;
  if (ranges && figures && (operation === "compare" || operation === "rank" || patterns.which.test(folded)))
    return "rank";
  if (ranges && figures && (operation === null || operation === "list")) return "value";
  // 实际呢 after 为什么定这个目标 asks for the figure again.
  if (operation === null && kinds.length > 0 && before.operation === "reason") return "value";
  if (patterns.againstYearBefore.test(folded)) return "difference";
  const elsewhere =
    regions.some((region) => !before.regions.includes(region)) ||
    years.years.length > 0 ||
    indicators.length > 1;
  const against = operation === "difference" && !elsewhere;
  // 比年初目标多多少 after a figure: the two are set against each other.
  const aim = kinds.length === 1 && kinds[0] === "target" && patterns.against.test(folded);
  // 比目标低吗, 和目标比呢 is no question for the target.
  const asked = operation === null || operation === "compare";
  if (aim && asked && !elsewhere && indicators.length === 0 && patterns.besides.test(folded)) return "met";
  if (against && (aim || before.operation === "met" || patterns.fulfilment.test(before.topic))) return "met";
  return operation ?? (indicators.length > 0 && before.indicators.length === 0 ? "value" : before.operation);
}
