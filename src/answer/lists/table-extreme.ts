import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { withoutPlace } from "#answer/passages/wording.ts";
import type { Table, TableRow } from "#domain/document.ts";
import type { Block } from "#protocol/chat.ts";
import { patterns } from "#question/words/patterns.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { isFigureCell, readCell } from "#text/quantity/read-cell.ts";
import { tableNamed } from "./list-table.ts";

const MOST =
  /哪(?:一)?[个家项类种条件块所座样].{0,16}(?:最(?:高|多|大|快|好)|第一)|最(?:高|多|大|快|贵|花钱)的(?:各|分别)?(?:是|为)?(?:哪|什么|谁)|最(?:花钱|费钱|贵)/;
const LEAST =
  /哪(?:一)?[个家项类种条件块所座样].{0,16}最(?:低|少|小|慢)|最(?:低|少|小|慢)的(?:各|分别)?(?:是|为)?(?:哪|什么|谁)/;
/** 最多的和最少的是哪类: both ends are asked for. */
const BOTH =
  /最[高多大快好]的?(?:[和与跟、及]|以及|还有)最?[低少小慢]|最[低少小慢]的?(?:[和与跟、及]|以及|还有)最?[高多大快好]/;
/** 投资额最大的三项: so many of a table, in the order of their figures. */
const TOP = /最(高|多|大|快|贵|低|少|小|慢)的?前?([两二三四五六七八九十]|\d{1,2})[个项件家条]/;
const MOST_TOLD = 10;
/** Share of the words before 哪 that a table's caption must hold. */
const ENOUGH = 0.6;
const COST = /钱|投资|资金|投入|费用|贵/;
const COST_COLUMN = /元|投资|资金|经费/;
const NOT_SUBJECT = /(?:19|20)\d{2}年?|\d+[个项件条]|要|[里中的]*(?: *(?:金|总)?额)?(?= *$)/g;
const UNIT = /[(]([^()]*[元人个户家%])[)]$/;
const NO_ITEM = /^(?:合计|总计|小计|其中)/;

/** The largest or smallest rows of a table, as many as are asked for. Null where none is asked for, or no table is meant. */
export function extremeOfTable(desk: Desk): Draft | null {
  const { asked, text, followUp, regions } = desk.question;
  const [, end = "", written = ""] = TOP.exec(foldPlain(asked)) ?? [];
  const count = parseCount(written) ?? 0;
  if (count > 1 && count <= MOST_TOLD)
    return tableExtremeDraft(
      desk,
      Array.from({ length: count }, (_, at) => (/[低少小慢]/.test(end) ? -1 - at : at)),
    );
  const folded = foldPlain(followUp ? text : asked);
  const least = LEAST.test(folded);
  if (regions.length > 1 || (!least && !MOST.test(folded))) return null;
  const ends = BOTH.test(folded) ? [0, -1] : [least ? -1 : 0];
  return tableExtremeDraft(desk, ends);
}

/**
 * 民生实事里哪一件投资最多: the row of a table with the largest figure in the column asked about (or in its only one),
 * and any other by its place in `places` (0 the largest, 1 the next, −1 the smallest). Null where no caption names what is asked of, or the column is open.
 */
export function tableExtremeDraft(desk: Desk, places: readonly number[]): Draft | null {
  const { asked, topic, followUp } = desk.question;
  const folded = foldPlain(asked);
  // 里头花钱最多的是哪件: of what was talked of.
  const subject = withoutPlace(followUp ? foldPlain(topic) : folded, desk.question)
    .replace(/(?:哪|最|,).*$/, "")
    .replace(patterns.costs, " ")
    .replace(NOT_SUBJECT, " ");
  const named = subject.trim().length < 2 ? null : tableNamed(desk, subject, ENOUGH);
  if (named === null) return null;
  const { document, table } = named;
  const column = columnAsked(table, folded);
  if (column === null) return null;
  const items = table.rows.filter((row) => !NO_ITEM.test(nameOf(row)));
  // Where a figure cannot be read, which is the largest is open.
  if (items.some((row) => isDoubted(row, column))) return null;
  const rows = items.flatMap((row) => {
    const value = figureIn(row, column);
    return value === null ? [] : [{ row, value }];
  });
  const ranked = rows
    .toSorted((one, other) => new Decimal(other.value).comparedTo(one.value))
    .map(({ row }) => row);
  if (ranked.length < 2) return null;
  const title = foldPlain(table.columns[column]?.title ?? "").replace(/\s/g, "");
  const unit = UNIT.exec(title)?.[1] ?? table.unit ?? "";
  const told = places.flatMap((place) => ranked.at(place) ?? []);
  const blocks = told.map((row): Block => {
    const marker = `[${desk.book.cite(document.id, row.span)}]`;
    const text = `${nameOf(row)}：${title.replace(UNIT, "")}${printed(row, column, unit)}${marker}`;
    return { type: "paragraph", text };
  });
  return desk.draft("rank", blocks);
}

/** The column of figures the question names, or of money where that is asked, or the only one. */
function columnAsked({ columns, rows }: Table, folded: string): number | null {
  const figures = columns.flatMap(({ title }, at) =>
    title !== "序号" && rows.filter((row) => figureIn(row, at) !== null).length > rows.length / 2 ? [at] : [],
  );
  const titleOf = (at: number) => foldPlain(columns[at]?.title ?? "").replace(/\(.*\)|\s/g, "");
  const named = figures.filter((at) => titleOf(at) !== "" && folded.includes(titleOf(at)));
  const cost = COST.test(folded) ? figures.filter((at) => COST_COLUMN.test(columns[at]?.title ?? "")) : [];
  const [only, another] = named.length > 0 ? named : cost.length > 0 ? cost : figures;
  return only === undefined || another !== undefined ? null : only;
}

const cell = ({ cells }: TableRow, at: number): string => cells[at]?.text ?? "";

/** The figure that is all a cell holds, or null. */
const figureIn = (row: TableRow, at: number): string | null =>
  isFigureCell(cell(row, at)) ? (readCell(cell(row, at))?.value ?? null) : null;

const isDoubted = (row: TableRow, at: number): boolean => readCell(cell(row, at))?.doubt != null;

const printed = (row: TableRow, at: number, unit: string): string =>
  printedValue({
    value: figureIn(row, at),
    unit: unit === "" ? null : unit,
    raw: cell(row, at),
    qualifier: null,
  });

/** The first words of a row that are no running number. */
const nameOf = ({ cells }: TableRow): string =>
  cells.map(({ text }) => text.trim()).find((text) => text !== "" && !/^[\d.]+$/.test(text)) ?? "";
