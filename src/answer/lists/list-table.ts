import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument, Table, TableRow } from "#domain/document.ts";
import type { Block } from "#protocol/chat.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { readCell } from "#text/quantity/read-cell.ts";
import { convert } from "#text/quantity-convert.ts";

/** Least share of a list question's weight that a table's caption must hold. */
const ENOUGH = 0.45;
const ROWS = 80;

/**
 * A table listed row by row, where its caption says what the question asks for (20件民生实事 → 表5：2023年重点民生实事…).
 * Null when no caption of the region and year does.
 */
export function listTableDraft(desk: Desk, enough: number = ENOUGH): Draft | null {
  const named = bestTable(desk, enough);
  if (named === null) return null;
  const best = { ...named, table: beyondBound(named.table, foldPlain(desk.question.asked)) };
  const { document, table } = best;
  const lead = `${table.caption ?? document.title}${desk.question.language === "en" ? ":" : "："}`;
  return desk.draft("list", listBlocks(desk, best, `${lead}${columnsOf(table)}`));
}

/** 民生实事有几件: the items that a table so captioned holds, counted and listed; null where no caption is so named. */
export function countedTableDraft(desk: Desk, enough: number): Draft | null {
  if (!COUNTS_ITEMS.test(desk.question.asked)) return null;
  const best = bestTable(desk, enough);
  if (best === null) return null;
  const { rows: all } = beyondBound(best.table, foldPlain(desk.question.asked));
  const rows = all.filter(({ cells }) => !cells.some(({ text }) => TOTAL.test(text)));
  const count = desk.computed(String(rows.length));
  const caption = best.table.caption ?? best.document.title;
  const lead = desk.say("count.rows", { caption, count, columns: columnsOf(best.table) });
  return desk.draft("count", listBlocks(desk, { ...best, table: { ...best.table, rows } }, lead));
}

const AT_LEAST = /不低于|不少于|不小于|以上|达到|(?<!不)超|(?<!不)[高大多]于|突破/u;
const AT_MOST = /不到|不足|不超|不[高大多]于|(?<!不)[低少小]于|以[下内]/u;
const MONEY = /元$|^[万亿]+$/u;
const UNIT = /[亿万]*元/u;

const boundIn = (words: string): Quantity | undefined =>
  findQuantities(words).find(({ unit }) => MONEY.test(unit ?? ""));

/** 投资超过8000万元的民生实事, without the bound. */
function withoutBound(words: string): string {
  const bound = boundIn(words);
  if (bound === undefined) return words;
  const before = words
    .slice(0, bound.start)
    .replace(/(?:不?超过?|不?[高大多低少小]于|不[到足]|达到|突破)$/u, "");
  return `${before} ${words.slice(bound.end).replace(/^以[上下内]/u, "")}`;
}

/** The rows whose money keeps the bound that a question sets (超过8000万元的, 不到300万的); all where it sets none. */
function beyondBound(table: Table, folded: string): Table {
  const bound = boundIn(folded);
  const columns = table.columns.flatMap(({ title }, at) => (UNIT.test(title) ? [at] : []));
  const [column, another] = columns;
  if (bound === undefined || column === undefined || another !== undefined) return table;
  const around = folded.slice(Math.max(0, bound.start - 4), bound.end + 2);
  const [more, less] = [AT_LEAST.test(around), AT_MOST.test(around)];
  if (more === less) return table;
  const unit = UNIT.exec(table.columns[column]?.title ?? "")?.[0] ?? "元";
  const limit = convert(bound.value, `${bound.unit?.replace(/元$/u, "")}元`, unit);
  if (limit === null) return table;
  const rows = table.rows.filter(({ cells }) => {
    const value = readCell(cells[column]?.text ?? "")?.value ?? null;
    if (value === null || cells.some(({ text }) => TOTAL.test(text))) return false;
    return more ? new Decimal(value).gte(limit) : new Decimal(value).lte(limit);
  });
  return rows.length === 0 ? table : { ...table, rows };
}

const columnsOf = ({ columns }: Table): string =>
  columns
    .map(({ title }) => title)
    .filter((title) => title !== "" && title !== "序号")
    .join("、");

const COUNTS_ITEMS = /(?:几|多少)(?:大)?[件项个条]/;
const TOTAL = /^(?:合计|总计|小计)/;

interface Captioned {
  readonly document: SourceDocument;
  readonly table: Table;
}

/** 20件民生实事, 有几件民生实事: the count is not part of the name. */
const COUNTED = /\d+[个项件条]?|(?<=[有办干] ?)[个项件条]|^[个项件条]/g;

const bestTable = (desk: Desk, enough: number): Captioned | null =>
  tableNamed(desk, withoutBound(desk.question.topic || desk.question.asked).replace(COUNTED, " "), enough);

function listBlocks(desk: Desk, { document, table }: Captioned, lead: string): Block[] {
  const items = table.rows
    .slice(0, ROWS)
    .map((row) => `${wordsOf(row)}[${desk.book.cite(document.id, row.span)}]`);
  const heading = document.sections.find(({ id }) => id === table.section)?.heading;
  const marker = heading === undefined ? "" : `[${desk.book.cite(document.id, heading)}]`;
  return [
    { type: "paragraph", text: `${lead}${marker}` },
    { type: "list", ordered: false, items },
  ];
}

/** The table of the region and year whose caption holds the largest share of the words, above `enough`; else null. */
export function tableNamed({ question, sources }: Desk, words: string, enough: number): Captioned | null {
  const terms = termsOf(sources, words);
  let best: (Captioned & { share: number }) | null = null;
  for (const { id, region } of sources.outline.documents) {
    const document = sources.document(id);
    if (document === null) continue;
    if (question.regions.length > 0 && (region === null || !question.regions.includes(region))) continue;
    for (const table of document.tables) {
      const share = captionShare(table, terms, question.years);
      if (share > (best?.share ?? enough)) best = { document, table, share };
    }
  }
  return best;
}

function captionShare({ caption }: Table, terms: QuestionTerms, years: readonly number[]): number {
  if (caption === null) return 0;
  const printed = [...caption.matchAll(/(?:19|20)\d{2}(?=年)/g)].map(([year]) => Number(year));
  if (years.length > 0 && printed.length > 0 && !printed.some((year) => years.includes(year))) return 0;
  return shareOf(terms, heldTerms(terms, caption));
}

/** A row as a reader reads it, without its running number. */
function wordsOf({ cells }: TableRow): string {
  const told = cells.filter(({ text }, i) => text !== "" && !(i === 0 && /^\d+$/.test(text)));
  return told.map(({ text }) => text).join("：");
}
