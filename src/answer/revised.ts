import type { IndicatorRow } from "#domain/indicator.ts";
import { sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";
import type { Sources } from "./sources.ts";

/** 根据第五次全国经济普查结果修订, 年报核实数: what stands behind it in the sentence is the later figure. */
const REVISED = /修订|修正|更正|核定|核实|最终核算|普查(?:结果|数据|核算|后)/u;
/** 年中调整为6%: said of the very figure behind it; 调整预算 is another kind of figure. */
const ADJUSTED = /调整(?:后)?(?:为|到|至)$/u;
/** 由812.4亿元修订为835.6亿元: the first of the two is what was revised. */
const FROM = /[由从][^，。；]{0,12}$/u;
const PRELIMINARY = /快报|初步(?:核算|统计|测算)|预计(?:数|完成)/u;
/** So far before its figure a word of revising is said of it. */
const NEAR = 40;

/** How late in its revisions a figure is: 0 where the report calls it revised, 2 where it calls it preliminary, else 1. */
export function revision(row: IndicatorRow, sources: Sources): 0 | 1 | 2 {
  if (row.source === "table") return 1;
  const before = clauseBefore(row, sources);
  if ((REVISED.test(before) || ADJUSTED.test(before)) && !FROM.test(before)) return 0;
  return PRELIMINARY.test(before) ? 2 : 1;
}

/** The sentence in which the report says that the figure was revised, as printed; null where it says nothing of it. */
export function revisingSentence(row: IndicatorRow, sources: Sources): string | null {
  if (revision(row, sources) !== 0) return null;
  const text = sources.document(row.documentId)?.text ?? "";
  const own = sentences(text, row.context).find(({ start, end }) => start <= row.start && row.end <= end);
  return own === undefined
    ? null
    : sliceOf(text, own)
        .replace(/\s+/gu, "")
        .replace(/[。；]$/u, "");
}

function clauseBefore({ documentId, context, start }: IndicatorRow, sources: Sources): string {
  const text = sources.document(documentId)?.text ?? "";
  return text.slice(Math.max(context.start, start - NEAR), start).replace(/\s+/gu, "");
}
