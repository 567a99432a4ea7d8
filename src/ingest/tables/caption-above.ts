import type { Block } from "#ingest/block.ts";
import { numberingOf } from "#ingest/sections/numbering.ts";

/** Between a title and its table: （按功能分类）, 以上年为100. */
const BETWEEN = /^[（(][^（()）]{2,40}[）)]$|^以上年为\s*100/u;
/** The title again: Output of Grain by Sort. */
const IN_ENGLISH = /^[A-Za-z][\x20-\x7e]{3,}$/;
const NAMES_TABLE =
  /(?:表|草案|情况|预算|决算|指数|一览|指标|产量|平衡|安排)[一二三四五六七八九十\d]{0,2}(?:[（(][^（()）]{1,40}[）)])?$/u;
const MOST_LINES = 4;
const LONGEST = 70;

/**
 * The title of a table whose caption does not stand right above it: in 附件6 / 2026年全市收支草案 / 单位：亿元 it is the line in
 * the middle. What stands between, in brackets, goes with it. Null where the lines above are prose.
 */
export function captionAbove(blocks: readonly Block[], tableAt: number): string | null {
  const between: string[] = [];
  for (let at = tableAt - 1; at >= Math.max(0, tableAt - MOST_LINES); at--) {
    const block = blocks[at];
    if (block?.kind !== "text") return null;
    const { role } = block;
    const text = block.text.trim();
    if (role === "unit" || IN_ENGLISH.test(text)) continue;
    if (BETWEEN.test(text)) {
      between.unshift(text);
      continue;
    }
    const title =
      text.length <= LONGEST &&
      !/[。！？；，,;]/u.test(text) &&
      NAMES_TABLE.test(text) &&
      numberingOf(text) === null;
    return title && role !== "note" && role !== "item" ? [text, ...between].join("") : null;
  }
  return null;
}

/** 表一 单位：万元: a number, and at most a unit, and not what the table is of. */
const NUMBER_ALONE =
  /^(?:附?表|附件)\s*[\d一二三四五六七八九十]{1,3}(?:[-－—–.]\d{1,2})?\s*[:：]?\s*(?:[（(]?(?:金额|计量)?单位\s*[:：].{1,8})?$/u;

/** The caption as it is printed; where it is a number alone, with the title in the line above it: 2019年收入决算表（表一 单位：万元）. */
export function wholeCaption(blocks: readonly Block[], captionAt: number, printed: string): string {
  if (!NUMBER_ALONE.test(printed)) return printed;
  const title = captionAbove(blocks, captionAt);
  return title === null ? printed : `${title}（${printed}）`;
}

/**
 * True where a caption that no table follows is worth a word: not in a list of tables, which prints captions one under the
 * other, and not for 表1-10 over the title of its table.
 */
export function tableIsMissing(blocks: readonly Block[], captionAt: number): boolean {
  const listed = [captionAt - 1, captionAt + 1].some((at) => {
    const block = blocks[at];
    return block?.kind === "text" && block.role === "caption";
  });
  if (listed) return false;
  const behind = blocks.slice(captionAt + 1, captionAt + 2 + MOST_LINES);
  const table = behind.findIndex(({ kind }) => kind === "table");
  return table <= 0 || captionAbove(blocks, captionAt + 1 + table) === null;
}
