import type { FileRow } from "#ingest/formats/file-reading.ts";
import { cell, type MadeCell } from "../documents/made-blocks.ts";
import { RAISED } from "../documents/raised.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { markOf, printAim, printFigure } from "./print-figure.ts";
import type { Facts, Item, Slot } from "./report-facts.ts";

/** A table as it is printed, its header apart from its rows; each row knows the items it tells of. */
export interface PrintedTable {
  readonly header: readonly FileRow[];
  readonly rows: readonly FileRow[];
  /** How many rows each stretch has that no page may part. */
  readonly stretches: readonly number[];
}

const row = (cells: readonly MadeCell[]): FileRow => ({ cells: cells.map(cell), page: null, sheetRow: null });

/** Where the units of a table stand; a caption that is not there cannot hold one. */
export function unitPlace({ unitIn, caption, columns }: Layout): Layout["unitIn"] {
  if (unitIn === "caption" && caption === "none") return "line";
  return (columns === "year-rows" || columns === "kind-lines") && unitIn === "column" ? "name" : unitIn;
}

/** True where one unit stands for all figures of the table, so that its indicators must share it. */
export const hasOneUnit = (layout: Layout): boolean =>
  ["heading", "line", "caption"].includes(unitPlace(layout));

/** The marked thing carries the mark: a name, a figure, a heading or the caption. */
export function marked(text: string, what: Layout["markAt"], layout: Layout): string {
  return layout.markAt === what && text !== "" ? `${text}${markOf(layout)}` : text;
}

/** The figure of an item as its cell prints it; an aim with its bound. */
export function cellFor(item: Item, slot: Slot, layout: Layout): { text: string; qualifier: string | null } {
  const unit = unitPlace(layout) === "cell" && slot !== "growth" && slot !== "nextGrowth" ? item.unit : "";
  const figure = item.figures[slot];
  const aim = slot === "target" || slot === "next";
  const { text, qualifier } = aim
    ? printAim(figure, layout, unit)
    : { text: printFigure(figure, layout, unit), qualifier: null };
  return { text: marked(text, "cell", layout), qualifier };
}

/** The words that name an item in its row. */
export function printedName(item: Item, at: number, layout: Layout): string {
  const part = at % 3 !== 0 && !isByYear(layout);
  const lead = !part ? "" : layout.groups === "parts" ? "其中：" : layout.groups === "hashes" ? "#" : "";
  const unit = unitPlace(layout) === "name" ? `（${item.unit}）` : "";
  const name = at === 0 ? marked(item.name, "name", layout) : item.name;
  return `${lead}${name}${unit}`;
}

export const isPart = (at: number, { groups }: Layout): boolean =>
  (groups === "parts" || groups === "hashes") && at % 3 !== 0;

/** Tables whose columns are the items. */
export const isByYear = ({ columns }: Pick<Layout, "columns">): boolean =>
  columns === "year-rows" || columns === "kind-lines";

/** The table of the items from `from` on; `from` goes on the numbering. */
export function printTable(facts: Facts, layout: Layout, from: number, to: number): PrintedTable {
  if (isByYear(layout)) return yearTable(facts, layout);
  const columns = columnsOf(layout, facts);
  const printed = facts.items.slice(from, to).map((item, at) => ({ item, at: from + at }));
  const blocks = printed.map(({ item, at }) => rowsOf(item, at, facts, layout));
  const grouped = withGroups(blocks, layout);
  return { header: headerOf(columns, facts, layout), ...grouped };
}

type Cells = MadeCell[];

/** The rows of one item: one, or one for each of its measures or kinds. */
function rowsOf(item: Item, at: number, facts: Facts, layout: Layout): Cells[] {
  const number: Cells = layout.rowNumbers === "yes" ? [String(at + 1)] : [];
  const name = printedName(item, at, layout);
  const unit = (text: string): Cells => (unitPlace(layout) === "column" ? [text] : []);
  const figures = (slots: readonly (Slot | null)[]): Cells =>
    slots.map((slot) => (slot === null ? "—" : cellFor(item, slot, layout).text));
  const beside = besideOf(at, layout);
  const over = (cells: Cells): Cells => cells.map((text) => ({ ...cell(text), rowSpan: 2 }));
  if (layout.columns === "measure-rows") {
    const turned = <T>(pair: T[]): T[] => (layout.order === "turned" ? pair.reverse() : pair);
    return [
      [
        ...over([...number, name]),
        "总量",
        ...unit(item.unit),
        ...figures(turned(["target", "actual"])),
        ...beside,
      ],
      ["增速", ...unit("%"), ...figures(turned(["nextGrowth", "growth"])), ...beside],
    ];
  }
  if (layout.columns === "kind-rows") {
    const [aim, result] = kindWords(layout);
    return [
      [...over([...number, name]), aim, ...unit(item.unit), ...figures(["target", "next"]), ...beside],
      [result, ...unit(item.unit), ...figures(["actual", null]), ...beside],
    ];
  }
  const slots = columnsOf(layout, facts).map(({ slot }) => slot);
  return [[...number, name, ...unit(item.unit), ...figures(slots), ...beside]];
}

/** What tells an aim and a result apart that stand in rows. */
const kindWords = ({ wording }: Layout): readonly [string, string] =>
  KIND_WORDS[Number(wording)] ?? ["目标", "实际"];

const KIND_WORDS = [
  ["目标", "实际"],
  ["目标", "完成"],
  ["年初预期", "实际完成"],
  ["计划", "实绩"],
  ["预期目标", "完成情况"],
] as const;

function besideOf(at: number, { beside }: Layout): Cells {
  if (beside === "remark") return [at % 2 === 0 ? "快报数" : ""];
  if (beside === "attribute") return [at % 2 === 0 ? "预期性" : "约束性"];
  return beside === "office" ? ["区发展改革委"] : [];
}

const GROUPS = ["经济发展", "社会民生", "绿色生态", "创新驱动", "城乡建设"];

/** Items in groups of three, under a name of the group that stands over its rows. */
function withGroups(blocks: readonly Cells[][], layout: Layout): Pick<PrintedTable, "rows" | "stretches"> {
  if (layout.groups !== "merged" && layout.groups !== "once")
    return { rows: blocks.flat().map(row), stretches: blocks.map((block) => block.length) };
  const rows: FileRow[] = [];
  const stretches: number[] = [];
  for (let at = 0; at < blocks.length; at += 3) {
    const group = blocks.slice(at, at + 3).flat();
    const name = GROUPS[(at / 3) % GROUPS.length] ?? "";
    const merged = layout.groups === "merged" && group.length > 1;
    for (const [index, cells] of group.entries()) {
      const first: Cells = index === 0 ? [merged ? { ...cell(name), rowSpan: group.length } : name] : [""];
      rows.push(row(index > 0 && merged ? cells : [...first, ...cells]));
    }
    stretches.push(group.length);
  }
  return { rows, stretches };
}

/** The headings before the figures. */
function leadingHeads(layout: Layout): string[] {
  return [
    ...(layout.groups === "merged" || layout.groups === "once" ? ["类别"] : []),
    ...(layout.rowNumbers === "yes" ? ["序号"] : []),
    ["指标名称", "指标", "主要指标", "项目", "指标"][Number(layout.wording)] ?? "指标",
    ...(layout.columns === "measure-rows" ? ["类型"] : []),
    ...(layout.columns === "kind-rows" ? ["类型"] : []),
    ...(unitPlace(layout) === "column" ? ["单位"] : []),
  ];
}

const BESIDE = { nothing: [], remark: ["备注"], attribute: ["指标属性"], office: ["责任单位"] } as const;

function headerOf(columns: readonly Column[], facts: Facts, layout: Layout): FileRow[] {
  const leading = leadingHeads(layout);
  const trailing = BESIDE[layout.beside];
  if (layout.columns === "kind-rows") {
    const unit = unitPlace(layout) === "heading" ? `（${facts.items[0]?.unit ?? ""}）` : "";
    const years = [facts.year, facts.year + 1].map((year) => `${year}年${unit}`);
    return [row([...leading, ...years, ...trailing])];
  }
  const withUnit = (heading: string, { slot }: Column) =>
    unitPlace(layout) === "heading" && slot !== "growth"
      ? `${heading}（${facts.items[0]?.unit ?? ""}）`
      : heading;
  const inParts = partIn(layout) === "heading" ? `${facts.year}年${layout.part}` : null;
  const one = (column: Column, at: number) => {
    const dated = layout.columns === "part-year" ? (inParts ?? "") : column.outer;
    const heading =
      column.slot === "growth"
        ? column.inner
        : `${layout.header === "undated" && layout.columns === "actual-growth" ? "" : dated}${column.inner}`;
    return withUnit(at === 0 ? marked(heading, "heading", layout) : heading, column);
  };
  const levelled = layout.header.startsWith("two-level") && layout.columns !== "part-year";
  if (!levelled) return [row([...leading, ...columns.map(one), ...trailing])];
  return layout.header === "two-level"
    ? mergedHeader(columns, leading, trailing, withUnit)
    : repeatedHeader(columns, leading, trailing, withUnit);
}

type WithUnit = (heading: string, column: Column) => string;

/** Years over their kinds, merged; a year without a kind below it reaches down. */
function mergedHeader(
  columns: readonly Column[],
  leading: readonly string[],
  trailing: readonly string[],
  withUnit: WithUnit,
): FileRow[] {
  const high = (text: string): MadeCell => ({ ...cell(text), rowSpan: 2 });
  const upper: Cells = leading.map(high);
  const lower: Cells = [];
  for (let at = 0; at < columns.length; ) {
    const column = columns[at];
    if (column === undefined) break;
    const rest = columns.slice(at);
    const end = rest.findIndex(({ outer, inner }) => outer !== column.outer || inner === "");
    const wide = column.inner === "" ? 1 : end < 0 ? rest.length : end;
    if (column.inner === "") upper.push(high(withUnit(column.outer, column)));
    else {
      upper.push({ ...cell(column.outer), colSpan: wide });
      lower.push(...columns.slice(at, at + wide).map((one) => withUnit(one.inner, one)));
    }
    at += wide;
  }
  return [row([...upper, ...trailing.map(high)]), row(lower)];
}

/** The same, as a conversion writes it that knows no merged cells: each word in each cell it covers. */
function repeatedHeader(
  columns: readonly Column[],
  leading: readonly string[],
  trailing: readonly string[],
  withUnit: WithUnit,
): FileRow[] {
  const inner = columns.map((column) => withUnit(column.inner === "" ? column.outer : column.inner, column));
  return [
    row([...leading, ...columns.map(({ outer }) => outer), ...trailing]),
    row([...leading, ...inner, ...trailing]),
  ];
}

/** Where the part of the year is printed that a table is of. */
export function partIn({ columns, caption }: Layout): "caption" | "heading" | null {
  if (columns !== "part-year") return null;
  return caption === "numbered" || caption === "unnumbered" ? "caption" : "heading";
}

function yearTable(facts: Facts, layout: Layout): PrintedTable {
  const heads = facts.items.map((item, at) => {
    const unit = ["heading", "name"].includes(unitPlace(layout)) ? `（${item.unit}）` : "";
    return `${at === 0 ? marked(item.name, "name", layout) : item.name}${unit}`;
  });
  const line = (year: string, slot: Slot) =>
    row([year, ...facts.items.map((item) => cellFor(item, slot, layout).text)]);
  if (layout.columns === "kind-lines") {
    const [aim, result] = kindWords(layout);
    const two = [line(aim, "target"), line(result, "actual")];
    const turned = layout.order === "turned" ? two.reverse() : two;
    return { header: [row(["类型", ...heads])], rows: turned, stretches: [2] };
  }
  const rows = [
    line(`${facts.year - 1}年`, "before"),
    line(`${facts.year}年`, "actual"),
    line(`${facts.year + 1}年目标`, "next"),
  ];
  return { header: [row(["年份", ...heads])], rows, stretches: [rows.length] };
}

/** What is printed without what raises it, for formats that cannot raise: ¹. */
export function withoutRaising(text: string): string {
  return text
    .replace(new RegExp(`${RAISED.open}(\\d)${RAISED.close}`, "gu"), (_, digit: string) =>
      "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)),
    )
    .replaceAll(RAISED.open, "")
    .replaceAll(RAISED.close, "");
}
