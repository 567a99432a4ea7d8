import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument, Table, TableRow } from "#domain/document.ts";
import type { Block } from "#protocol/chat.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";

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

/** 超过8000万元的, 不到300万的: the bound that what is listed keeps. */
const BOUND =
  /(?:(超过|高于|大于|多于|不低于|不少于|达到)|(不到|低于|少于|小于|不足|不超过))(\d+(?:\.\d+)?)(亿|万)?(?=元|块|的|\s|$)|(\d+(?:\.\d+)?)(亿|万)?元?(以上|以下|以内)/u;
const UNIT = /([亿万]?)元/u;

/** The rows whose money keeps the bound that a question sets; all of them where it sets none. */
function beyondBound(table: Table, folded: string): Table {
  const found = BOUND.exec(folded);
  const columns = table.columns.flatMap(({ title }, at) => (UNIT.test(title) ? [at] : []));
  const [column, another] = columns;
  if (found === null || column === undefined || another !== undefined) return table;
  const [, above, , ahead, aheadUnit, behind, behindUnit, side] = found;
  const scale = { 亿: 10_000, 万: 1, "": 0.0001 };
  const scaleOf = (unit = "") => scale[unit === "亿" || unit === "万" ? unit : ""];
  const bound = Number(ahead ?? behind) * scaleOf(aheadUnit ?? behindUnit);
  const ofColumn = scaleOf(UNIT.exec(table.columns[column]?.title ?? "")?.[1]);
  const more = above !== undefined || side === "以上";
  const rows = table.rows.filter(({ cells }) => {
    const value = Number((cells[column]?.text ?? "").replaceAll(",", "")) * ofColumn;
    const total = cells.some(({ text }) => TOTAL.test(text));
    return !total && (more ? value >= bound : value <= bound);
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
  tableNamed(
    desk,
    (desk.question.topic || desk.question.asked).replace(BOUND, " ").replace(COUNTED, " "),
    enough,
  );

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
