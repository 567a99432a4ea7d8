import type { IndicatorKind } from "#domain/indicator.ts";
import type { Layout } from "./layout.ts";
import type { Facts, Slot } from "./report-facts.ts";

/** A column of figures: what it is of, and its headings by level. */
export interface Column {
  readonly slot: Slot;
  readonly outer: string;
  readonly inner: string;
}

const TARGET = ["目标", "预期目标", "计划", "预期", "计划目标"];
const ACTUAL = ["实际", "完成", "实际完成", "完成数", "实绩"];
const NEXT = ["目标", "预期目标", "计划", "建议目标", "预期"];
const GROWTH = ["比上年增长（%）", "同比增长（%）", "增速（%）", "同比±%", "比上年±%"];
/** Without a year in the heading the words must say more. */
const UNDATED_TARGET = ["年初目标", "预期目标", "年度计划", "年度目标", "目标值"];
const UNDATED_ACTUAL = ["实际完成", "实际", "完成情况", "完成数", "实际完成值"];

const SLOTS_OF: Readonly<Record<Layout["columns"], readonly Slot[]>> = {
  "target-actual": ["target", "actual"],
  "actual-next": ["actual", "next"],
  "before-target-actual": ["before", "target", "actual"],
  all: ["before", "target", "actual", "growth", "next"],
  "actual-growth": ["actual", "growth"],
  "growth-next": ["actual", "growth", "next"],
  "part-year": ["actual", "growth"],
  "measure-rows": ["target", "actual"],
  "kind-rows": ["before", "actual"],
  "kind-lines": ["target", "actual"],
  "year-rows": ["before", "actual"],
};

/** The columns of figures of a table in this layout, from left to right. */
export function columnsOf(layout: Layout, facts: Facts): Column[] {
  const columns = SLOTS_OF[layout.columns].map((slot) => columnOf(slot, layout, facts.year));
  if (layout.order === "usual") return columns;
  // A growth stays behind the result it is the growth of.
  const groups: Column[][] = [];
  for (const column of columns) {
    if (column.slot === "growth") groups.at(-1)?.push(column);
    else groups.push([column]);
  }
  return groups.reverse().flat();
}

function columnOf(slot: Slot, { wording, header, columns }: Layout, year: number): Column {
  const word = (list: readonly string[]) => list[Number(wording)] ?? "";
  if (slot === "growth") return { slot, outer: `${year}年`, inner: word(GROWTH) };
  if (columns === "part-year" || columns === "actual-growth")
    return { slot, outer: `${year}年`, inner: word(["绝对数", "总量", "完成数", "累计", "实绩"]) };
  if (header === "undated" && columns === "target-actual")
    return { slot, outer: "", inner: slot === "target" ? word(UNDATED_TARGET) : word(UNDATED_ACTUAL) };
  if (slot === "before")
    return { slot, outer: `${year - 1}年`, inner: word(["实际", "完成", "", "实绩", ""]) };
  if (slot === "target") return { slot, outer: `${year}年`, inner: word(TARGET) };
  if (slot === "next") return { slot, outer: `${year + 1}年`, inner: word(NEXT) };
  return { slot, outer: `${year}年`, inner: word(ACTUAL) };
}

export const kindOf = (slot: Slot): IndicatorKind =>
  slot === "target" || slot === "next" || slot === "nextGrowth" ? "target" : "actual";

export function yearOf(slot: Slot, year: number): number {
  if (slot === "before") return year - 1;
  return slot === "next" || slot === "nextGrowth" ? year + 1 : year;
}
