import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { patterns } from "#question/words/patterns.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";

/** 合计·年度投资计划, also behind the name of the table. */
const TOTAL = /(?<=^|·)(?:合计|总计|共计)(?:·|$)/u;
/** Least share of the words asked about that the table's caption must hold. */
const CAPTION_HELD = 0.4;

/**
 * 总共要花多少钱 of what a table lists: the row that adds it up. Null where no such total is asked, or no table's caption
 * says what it is asked of.
 */
export function totalDraft(desk: Desk): Draft | null {
  const { asked, topic, regions, years } = desk.question;
  if (!patterns.total.test(foldPlain(asked))) return null;
  const words = pairsOf(topic.replace(patterns.costs, " ").replace(/[^\p{Script=Han}]/gu, ""));
  const rows = desk.sources
    .rows({ regions, ...(years.length > 0 ? { years } : {}) })
    .filter(({ source, indicator, value }) => source === "table" && value !== null && TOTAL.test(indicator));
  const held = rows.map((row) => ({ row, share: shareIn(captionOf(row), words) }));
  const best = held.toSorted((a, b) => b.share - a.share)[0];
  if (best === undefined || best.share < CAPTION_HELD) return null;
  const { row } = best;
  const text = desk.say(`cell.${row.kind}`, {
    where: desk.region(row.region),
    when: desk.year(row.year),
    indicator: `${captionOf(row)
      .replace(/^表\s*\d+\s*[:：]\s*/u, "")
      .replace(/^\d{4}年/u, "")}${row.indicator.slice(row.indicator.search(TOTAL)).replace("·", "")}`,
    value: printedValue(row),
    marks: desk.mark(row),
  });
  return desk.draft("value", [
    { type: "paragraph", text: `${text}${desk.question.language === "en" ? "." : "。"}` },
  ]);
}

const captionOf = ({ section }: IndicatorRow): string => section.at(-1) ?? "";

const shareIn = (caption: string, words: readonly string[]): number =>
  words.length === 0 ? 0 : words.filter((pair) => caption.includes(pair)).length / words.length;
