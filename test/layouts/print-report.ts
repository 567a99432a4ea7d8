import type { IndicatorKind } from "#domain/indicator.ts";
import { monthsOf, type Period, stateAt } from "#domain/period.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { FileBlock, FileRow } from "#ingest/formats/file-reading.ts";
import { paragraph } from "../documents/made-blocks.ts";
import { columnsOf, kindOf, yearOf } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { noteOf } from "./print-figure.ts";
import { cellFor, isByYear, isPart, marked, partIn, printTable, unitPlace } from "./print-table.ts";
import { type Facts, type Item, isRate, type Slot } from "./report-facts.ts";

/** A report as it is printed, whatever the format: blocks, and where a page ends. */
export type Piece = FileBlock | { readonly kind: "page"; readonly number: number };

/** One fact that the rows of the report must tell. */
export interface Fact {
  readonly indicator: string;
  /** The row of a part may be called by its whole as well. */
  readonly part: boolean;
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly kind: IndicatorKind;
  readonly year: number;
  readonly period: Period;
}

export interface PrintedReport {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly facts: readonly Fact[];
}

/** The report that tells `facts` in this layout, and the facts it tells. */
export function printReport(facts: Facts, layout: Layout): PrintedReport {
  const [title, first, second] = wordsOf(facts, layout);
  const pieces: Piece[] = [
    paragraph(title),
    paragraph(`${facts.region}${layout.report === "communique" ? "统计局" : "发展和改革委员会"}`),
    paragraph(first),
    paragraph("一年来，全区上下坚持稳中求进工作总基调，经济社会发展呈现稳中向好态势。"),
    ...tablePieces(facts, layout),
    paragraph("各项工作为下一步发展打下了坚实基础。"),
    paragraph(second),
    paragraph("要坚持以人民为中心的发展思想，扎实做好各项工作。"),
  ];
  return { title, pieces, facts: factsOf(facts, layout) };
}

function wordsOf({ city, region, year }: Facts, { report }: Layout): [string, string, string] {
  const place = `${city}${region}`;
  if (report === "communique")
    return [`${place}${year}年国民经济和社会发展统计公报`, "一、综合", "二、社会事业"];
  if (report === "work-report")
    return [`${place}${year + 1}年政府工作报告`, `一、${year}年工作回顾`, `二、${year + 1}年工作安排`];
  return [
    `${place}${year}年国民经济和社会发展计划执行情况及${year + 1}年计划草案的报告`,
    `一、${year}年国民经济和社会发展计划执行情况`,
    `二、${year + 1}年经济社会发展总体要求`,
  ];
}

/** Which items stand in the first part of a table that a page cuts. */
const cutAt = ({ items }: Facts, { groups }: Layout): number =>
  groups === "merged" || groups === "once" ? 3 : Math.ceil(items.length / 2);

const isCut = ({ cut, columns }: Layout): boolean => cut !== "none" && !isByYear({ columns });

function tablePieces(facts: Facts, layout: Layout): Piece[] {
  const all = facts.items.length;
  const above = [...captionPieces(facts, layout, ""), ...unitPieces(facts, layout)];
  const below = noteOf(layout).map((text) => paragraph(text));
  const whole = printTable(facts, layout, 0, all);
  if (!isCut(layout)) return [...above, tableOf([...whole.header, ...whole.rows]), ...below];
  const at = Math.min(cutAt(facts, layout), all - 1);
  const first = printTable(facts, layout, 0, at);
  const rest = printTable(facts, layout, at, all);
  const page: Piece = { kind: "page", number: 12 };
  const before = [...above, tableOf([...first.header, ...first.rows])];
  const headed = tableOf([...rest.header, ...rest.rows]);
  const bare = tableOf(rest.rows);
  const behind: Readonly<Record<Exclude<Layout["cut"], "none">, Piece[]>> = {
    "header-again": [...before, page, headed],
    "continued-header": [...before, page, paragraph("续表1"), headed],
    continued: [...before, page, paragraph("续表1"), bare],
    "caption-again": [
      ...before,
      page,
      ...captionPieces(facts, layout, "（续）"),
      ...unitPieces(facts, layout),
      headed,
    ],
    "next-table": [...before, bare],
    "page-number": [...before, page, bare],
    "half-header": [...before, page, tableOf([...rest.header.slice(-1), ...rest.rows])],
    alone: [...above, bare],
  };
  return [...(layout.cut === "none" ? [] : behind[layout.cut]), ...below];
}

function tableOf(rows: readonly FileRow[]): FileBlock {
  return { kind: "table", rows: [...rows], headerRows: null, origin: { page: null, sheet: null } };
}

function captionPieces(facts: Facts, layout: Layout, more: string): Piece[] {
  if (layout.caption === "none") return [];
  const unit = unitPlace(layout) === "caption" ? `（单位：${facts.items[0]?.unit ?? ""}）` : "";
  const words = layout.caption === "bare" ? "表1 主要指标" : captionOf(facts, layout);
  return [paragraph(`${marked(words, "caption", layout)}${unit}${more}`)];
}

function captionOf({ year }: Facts, layout: Layout): string {
  const number = layout.caption === "numbered" ? "表1 " : "";
  const end = layout.caption === "numbered" ? "" : "表";
  const part = partIn(layout) === "caption" ? layout.part : "";
  const both = `${year}年主要指标完成情况及${year + 1}年预期目标`;
  const words: Readonly<Record<Layout["columns"], string>> = {
    "target-actual": `${year}年主要指标完成情况`,
    "before-target-actual": `${year}年主要指标完成情况`,
    "measure-rows": `${year}年主要指标完成情况`,
    "actual-next": both,
    all: both,
    "growth-next": both,
    "kind-rows": both,
    "actual-growth": `${year}年主要经济指标`,
    "part-year": `${year}年${part}主要经济指标`,
    "year-rows": "主要指标完成情况",
    "kind-lines": `${year}年主要指标完成情况`,
  };
  return `${number}${words[layout.columns]}${end}`;
}

function unitPieces(facts: Facts, layout: Layout): Piece[] {
  return unitPlace(layout) === "line" ? [paragraph(`单位：${facts.items[0]?.unit ?? ""}`)] : [];
}

function factsOf(facts: Facts, layout: Layout): Fact[] {
  const from =
    layout.cut === "alone" && isCut(layout) ? Math.min(cutAt(facts, layout), facts.items.length - 1) : 0;
  return facts.items.flatMap((item, at) =>
    at < from ? [] : slotsOf(facts, layout).map((slot) => factOf(item, slot, { facts, layout, at })),
  );
}

function slotsOf(facts: Facts, layout: Layout): Slot[] {
  if (layout.columns === "measure-rows") return ["target", "actual", "growth", "nextGrowth"];
  if (layout.columns === "kind-rows") return ["target", "actual", "next"];
  if (layout.columns === "year-rows") return ["before", "actual", "next"];
  if (layout.columns === "kind-lines") return ["target", "actual"];
  return columnsOf(layout, facts).map(({ slot }) => slot);
}

function factOf(item: Item, slot: Slot, at: { facts: Facts; layout: Layout; at: number }): Fact {
  const { facts, layout } = at;
  const growth = slot === "growth" || slot === "nextGrowth";
  const name = canonicalName(growth && !isGrowth(item.name) ? `${item.name}增速` : item.name);
  const year = layout.columns === "measure-rows" ? facts.year : yearOf(slot, facts.year);
  return {
    indicator: name.indicator,
    part: isPart(at.at, layout),
    value: item.figures[slot],
    unit: growth || isRate(item.unit) ? "%" : item.unit,
    qualifier: cellFor(item, slot, layout).qualifier,
    kind: kindOf(slot),
    year,
    period: layout.columns === "part-year" ? partOf(layout.part, year) : "year",
  };
}

const isGrowth = (name: string): boolean => canonicalName(name).measure === "growth";

function partOf(part: Layout["part"], year: number): Period {
  const months = { 上半年: 6, 一季度: 3, 前三季度: 9, "1—2月": 2 } as const;
  if (part === "截至11月底") return stateAt(year, 11);
  return monthsOf(year, 1, part in months ? months[part as keyof typeof months] : 11);
}
