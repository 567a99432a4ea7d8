import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { factFor } from "#answer/facts.ts";
import { answerWords } from "#answer/words/answer-words.ts";
import type { IndicatorAttribute, IndicatorRow } from "#domain/indicator.ts";
import type { Block } from "#protocol/chat.ts";
import { newestReport } from "#question/outline.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { differenceOf } from "./arithmetic.ts";
import { metByArithmetic, metByReport } from "./met.ts";

/** Which indicators of a report's tables are listed or counted. */
export interface Selection {
  readonly attribute: IndicatorAttribute | null;
  readonly met: boolean | null;
  /** 超额完成: not merely met. */
  readonly beyond: boolean;
  /** 写着“完成目标”的: a verdict to be found word for word; null for any. */
  readonly status: string | null;
}

/** All the indicators of the tables. */
export const EVERY_INDICATOR: Selection = { attribute: null, met: null, beyond: false, status: null };

const QUOTED = /[“"「『]([^”"」』]{2,8})[”"」』]/u;

/** Reads the selection out of a list question; null when it asks for no list of indicators. */
function selectionOf(asked: string): Selection | null {
  const folded = foldPlain(asked);
  const { list } = answerWords;
  const attribute = list.binding.test(folded) ? "约束性" : list.expected.test(folded) ? "预期性" : null;
  const met = list.unmet.test(folded) ? false : list.met.test(folded) ? true : null;
  const status = met === null ? null : (QUOTED.exec(asked)?.[1] ?? null);
  const named =
    list.indicators.test(folded) || attribute !== null || (met === false && list.items.test(folded));
  const beyond = met === true && list.beyond.test(folded);
  return named ? { attribute, met, beyond, status } : null;
}

/** The same of a question; a follow-up narrows what was listed before (其中约束性的是哪一个 after 没完成的指标). */
export function selectionFor({ asked, topic, followUp }: Question): Selection | null {
  const own = selectionOf(asked);
  if (!followUp) return own;
  const both = selectionOf(`${topic} ${asked}`);
  return own === null ? both : { ...own, met: own.met ?? both?.met ?? null };
}

/**
 * Lists (or counts) the indicators of a region's table by attribute or by whether they were met, in the
 * report's order and complete. Null when no table of the region and year can tell.
 */
export function indicatorListDraft(desk: Desk, selection: Selection): Draft | null {
  const { question, sources } = desk;
  const regions = question.regions.length > 0 ? question.regions : sources.outline.regions;
  const blocks: Block[] = [];
  for (const region of regions) {
    const years =
      question.years.length > 0 ? question.years : [newestReport(sources.outline, [region])?.reviewYear ?? 0];
    for (const year of years) blocks.push(...listFor(desk, { region, year }, selection));
  }
  return blocks.length === 0 ? null : desk.draft(question.operation === "count" ? "count" : "list", blocks);
}

function listFor(
  desk: Desk,
  { region, year }: { region: string; year: number },
  selection: Selection,
): Block[] {
  const rows = tableRows(desk, { region, year }, selection);
  const chosen = rows.filter((row) => selected(desk, row, selection));
  if (chosen.length === 0) return [];
  const list =
    selection.status !== null
      ? "list.status"
      : selection.met === null
        ? "list.attribute"
        : `list.${verdictOf(selection)}`;
  const counting = desk.question.operation === "count";
  const count = selection.met === null ? "count.indicators" : `count.${verdictOf(selection)}`;
  const lead = desk.say(counting ? count : list, {
    where: desk.region(region),
    when: desk.year(year),
    attribute: selection.attribute ?? "",
    status: selection.status ?? "",
    ...(counting ? { count: desk.computed(String(chosen.length)) } : {}),
  });
  return [
    { type: "paragraph", text: lead },
    { type: "list", ordered: false, items: chosen.map((row) => itemFor(desk, row)) },
  ];
}

/** One row for each indicator of the tables of that region and year, in table order. */
function tableRows(desk: Desk, place: { region: string; year: number }, { met }: Selection): IndicatorRow[] {
  const filter = { regions: [place.region], years: [place.year] };
  const rows = desk.sources.rows(filter).filter(({ source }) => source === "table");
  const asked =
    met === null && desk.question.kinds.length > 0 ? desk.question.kinds : (["actual", "target"] as const);
  for (const kind of asked) {
    const ofKind = rows.filter(
      (row) => row.kind === kind && (row.attribute !== null || row.status !== null || met !== null),
    );
    const tableOf = ({ documentId, section }: IndicatorRow) => JSON.stringify([documentId, ...section]);
    const tables = [...new Set(ofKind.map(tableOf))];
    const byTable = tables.map((table) => ofKind.filter((row) => tableOf(row) === table));
    const largest = byTable.sort((a, b) => fullness(b) - fullness(a))[0];
    if (largest !== undefined && largest.length > 1) return largest;
  }
  return [];
}

/** The table that judges the year comes before one that only repeats its results. */
function fullness(rows: readonly IndicatorRow[]): number {
  return rows.length + 1000 * Number(rows.some(({ status }) => status !== null));
}

function verdictOf({ met, beyond }: Selection): "beyond" | "met" | "unmet" {
  if (beyond) return "beyond";
  return met === true ? "met" : "unmet";
}

function selected(desk: Desk, row: IndicatorRow, { attribute, met, beyond, status }: Selection): boolean {
  if (attribute !== null && row.attribute !== attribute) return false;
  if (status !== null && row.status !== null) return row.status === status;
  if (met === null) return true;
  if (beyond && !wentBeyond(desk, row)) return false;
  const reported = metByReport(row.status);
  if (reported !== null) return reported === met;
  const target = targetOf(desk, row);
  return target !== null && row.kind === "actual" && metByArithmetic(target, row) === met;
}

/** By the report's own word (超过目标, not 完成目标) where it has one beside 是 and 否, else by the figures. */
function wentBeyond(desk: Desk, row: IndicatorRow): boolean {
  if (row.status !== null && !/^[是否]$/.test(row.status)) return row.status.includes("超");
  const target = targetOf(desk, row);
  const gap = target === null ? null : differenceOf(row, target);
  return gap !== null && gap.sign !== 0;
}

function targetOf(desk: Desk, { region, year, indicator }: IndicatorRow): IndicatorRow | null {
  if (region === null) return null;
  return factFor(desk.sources, { region, year, kind: "target", names: [indicator] })?.row ?? null;
}

function itemFor(desk: Desk, row: IndicatorRow): string {
  const target = row.kind === "target" ? row : targetOf(desk, row);
  const parts: string[] = [];
  const shown = (each: IndicatorRow) => (each.value === null ? `“${each.raw}”` : printedValue(each));
  if (target !== null) parts.push(desk.say("item.target", { value: shown(target) }));
  if (row.kind === "actual") parts.push(desk.say("item.actual", { value: shown(row) }));
  const gap = target === null || row.kind === "target" ? null : gapOf(desk, row, target);
  if (gap !== null) parts.push(gap);
  const [between, comma] = desk.question.language === "en" ? [": ", ", "] : ["：", "，"];
  return `${desk.indicatorOf(row)}${between}${parts.join(comma)}${desk.mark(row)}`;
}

/** 还差多少天: how far from its target. */
function gapOf(desk: Desk, actual: IndicatorRow, target: IndicatorRow): string | null {
  const gap = patterns.distance.test(foldPlain(desk.question.asked)) ? differenceOf(actual, target) : null;
  if (gap === null || gap.sign === 0) return null;
  for (const number of gap.numbers) desk.computed(number);
  return desk.say("item.gap", { result: gap.result, expression: gap.expression });
}
