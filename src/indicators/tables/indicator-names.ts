import { type CanonicalName, canonicalName } from "#indicators/catalogue-names.ts";
import { unitFits } from "#indicators/sentences/unit-fit.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import type { ValueColumn } from "./column-roles.ts";
import { YEAR } from "./heading.ts";
import { MEASURED } from "./measured-names.ts";
import type { NamedRow } from "./row-names.ts";
import { bookOf, GENERIC } from "./subject.ts";

/** A rate of a level: its growth as the catalogue calls it, else the name and 增速. */
function growthOf(name: string, calibre: string): string {
  const read = canonicalName(name);
  if (read.measure === "growth" && calibre === "") return read.indicator;
  return canonicalName(`${read.indicator}${calibre}增速`).indicator;
}

/** A measure that the heading names: 粮食 and 产量 are one indicator where the catalogue has it, else 粮食·产量. */
function measured(name: string, label: string): string {
  if (name === "") return canonicalName(label).indicator;
  if (name === label) return name;
  const joined = canonicalName(`${name}${label}`);
  return joined.concept === null ? `${name}·${label}` : joined.indicator;
}

/** Printed names with dittos written out: 〃增速 after 农业总产值 is 农业总产值增速. */
function writtenOut(rows: readonly NamedRow[]): string[] {
  let last = "";
  return rows.map((row) => {
    if (row.ditto) return `${canonicalName(last).indicator}${row.name.replace(/^(?:[〃″"]|同上)+/u, "")}`;
    last = row.name;
    return row.name;
  });
}

/** What names in a table depend on besides themselves. */
export interface NamesAround {
  /** What the table is of. */
  readonly subject: string;
  /** All words that head the table: its caption, its columns, the titles above it; null where they need not be heard. */
  readonly heads: string | null;
  /** For each row the one it lies under, as far as numbering and indents tell. */
  readonly above: readonly (number | null)[];
}

/** 一、2020年末地方政府债务余额 is 地方政府债务余额, of its year; 2010101—行政运行 is 行政运行. */
export function withoutYearAndCode(name: string): string {
  const bare = name
    .replace(/^(?:在?[总合]计中|在其中|其中)[:：]/u, "")
    .replace(/^(?:[一二三四五六七八九十]{1,3}、)?\d{3,7}\s*[-—–－]+\s*(?=\p{Script=Han})/u, "")
    .replace(YEAR_BEFORE, "$<number>");
  return bare === "" ? name : bare;
}

const YEAR_BEFORE = new RegExp(
  `^(?<number>[（(]?[一二三四五六七八九十\\d]{0,3}[)）、.．]?)${YEAR.source}(?:度|[初末底])?(?=\\p{Script=Han}{2})`,
  "u",
);

/**
 * 制造业 is short for 制造业增加值 only where the table speaks of 增加值: in one of 固定资产投资 or of 用电量 it is itself. What the
 * catalogue adds to a printed name must stand in the words that head the table.
 */
function asHeaded(read: CanonicalName, printed: string, heads: string | null): CanonicalName {
  if (heads === null || read.concept === null) return read;
  const name = plainCell(withoutYearAndCode(printed)).replace(
    /^(?:其中[:：]?|[#＃]+|[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.])+/u,
    "",
  );
  const added = ADDED.exec(read.indicator)?.[0];
  if (added === undefined || name.includes(added) || heads.includes(added)) return read;
  if (added === "增加值" && /生产总值|GDP/u.test(heads + name)) return read;
  return { ...read, indicator: name === "" ? printed : name, concept: null };
}

const LEADING = /^(?:其中[:：]?|[#＃]+|[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.])+/u;
const ADDED = /(?:增加值|产值|产量|投资|销售额|销售面积|用电量)$/u;

/**
 * The canonical name of each row by itself. A part that says little alone carries its whole (主要污染物排放总量减少·氨氮), and so
 * does a name that the table prints under several; 合计 is named by what the table is of.
 */
export function rowIndicators(rows: readonly NamedRow[], { subject, heads, above }: NamesAround): string[] {
  const names = writtenOut(rows);
  const reads = names.map((name) => asHeaded(canonicalName(withoutYearAndCode(name)), name, heads));
  const times = new Map<string, number>();
  for (const { indicator } of reads) times.set(indicator, (times.get(indicator) ?? 0) + 1);
  const book = bookOf(subject);
  const indicators: string[] = [];
  for (const [at, row] of rows.entries()) {
    const read = reads[at] ?? canonicalName("");
    const own = [...row.outer.map((name) => canonicalName(name).indicator), read.indicator].join("·");
    const part = row.parent === null ? undefined : indicators[row.parent];
    const alone = part === undefined || (read.concept !== null && !/^[#＃]/.test(row.name));
    const over = above[at] ?? null;
    const twice = row.outer.length === 0 && (times.get(read.indicator) ?? 0) > 1;
    const category = row.outer.length === 0 && read.concept === null && !MEASURED.test(read.indicator);
    const under = over === null || !(twice || category) ? undefined : indicators[over];
    const whole = alone ? under : part;
    if (whole !== undefined && whole !== "") indicators.push(`${whole}·${own}`);
    else indicators.push(ofSubject(own, { concept: read.concept, subject, book }));
  }
  return indicators;
}

interface Named {
  readonly concept: string | null;
  readonly subject: string;
  readonly book: string | null;
}

/** 合计 under 限额以上商品零售类值, and names of expenditure that each book of accounts prints, under their book. */
function ofSubject(name: string, { concept, subject, book }: Named): string {
  if (subject !== "" && GENERIC.test(name)) {
    const whole = canonicalName(subject);
    const total = /^(?:合|总|小|共)计$|^总量$/u.test(name);
    return total && whole.concept !== null ? whole.indicator : `${subject}·${name}`;
  }
  const shared = concept === null || /支出$/u.test(name);
  return book !== null && shared && !name.includes(book) ? `${book}·${name}` : name;
}

/** What a column is of, where the rows are named by their places or by nothing. */
export function columnIndicator({ path, label }: ValueColumn, subject: string): string {
  const named = path.length > 0 ? path.join("·") : subject === "" ? label : subject;
  const inner = (path.at(-1) ?? named).replace(/[（(][^（()）]{1,10}[）)]$/u, "");
  const whole = canonicalName(path.length > 0 ? path.join("") : named);
  const alone = canonicalName(inner);
  if (whole.concept !== null) return whole.indicator;
  const outer = path.at(-2) ?? "";
  // 地区生产总值 over 人均地区生产总值 is its heading, 债务限额 over 一般债务 its whole.
  return alone.concept !== null && (outer === "" || sameWords(outer, inner)) ? alone.indicator : named;
}

/** True where a heading only tells what kind of figures stand under it: 人口及户数 over 年末户籍人口. */
const sameWords = (outer: string, inner: string): boolean =>
  Array.from(inner.slice(0, -1), (_, at) => inner.slice(at, at + 2)).some((pair) => outer.includes(pair));

/** What a cell is called, given its row's indicator, its column and whether the cell itself says 增长. */
export function cellIndicator(rowIndicator: string, column: ValueColumn, growthCell: boolean): string {
  if (column.measure === "named") return measured(rowIndicator, column.label);
  if (column.measure === "yearly-growth") return growthOf(rowIndicator, "年均");
  return column.measure === "growth" || growthCell ? growthOf(rowIndicator, "") : rowIndicator;
}

/** The growth of a part in a table of nothing but growths is that of what the table is of: 采矿业 under 固定资产投资. */
export function growthIndicator(rowIndicator: string, subject: string): string {
  const of = subject.replace(/(?:增长速度|增速|增长|变动|涨跌幅?度?)$/u, "");
  const known = canonicalName(rowIndicator).concept !== null || rowIndicator.includes(of);
  if (/价格/u.test(of) && !/价格/u.test(rowIndicator)) return `${rowIndicator}·居民消费价格涨跌幅`;
  return of === "" || known ? growthOf(rowIndicator, "") : `${of}·${rowIndicator}增速`;
}

/** 鲜菜 in a table of 居民消费价格指数 is 鲜菜·居民消费价格指数. */
export function indexIndicator(rowIndicator: string, subject: string): string {
  const own = rowIndicator.split("·").at(-1) ?? rowIndicator;
  if (/指数|价格/u.test(own)) return canonicalName(own.replace(/(?<!指数)$/u, "指数")).indicator;
  const of = /指数/u.test(subject) ? subject : "指数";
  return measured(own, of);
}

/** 第一产业 in 亿千瓦时 is no 第一产业增加值: a name of the catalogue that the unit does not fit gives way to the printed one. */
export function fittingUnit(indicator: string, printed: string, unit: string | null): string {
  const { concept, measure } = canonicalName(indicator);
  if (concept === null || measure === "growth" || unit === null || unitFits(concept, unit)) return indicator;
  const name = plainCell(withoutYearAndCode(printed)).replace(LEADING, "");
  return name === "" ? indicator : name;
}
