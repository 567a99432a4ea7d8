/**
 * Whether aims and results are kept apart, over many files:
 *   tsx scripts/measure-kinds.ts [files | reports] [files at most] [pairs a file] [seed]
 * Of each file that holds an aim and a result of the same place, year and indicator, both are asked for by name. `swapped`: the
 * other kind's figure was told as the one asked for. `ungrounded`: a figure of an answer that stands in nothing cited. `against
 * the heading`: a cell of a column headed as the one kind (目标, 计划) was read as the other (实际, 完成). All three must be 0.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "decimal.js";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { isWholeYear } from "#domain/period.ts";
import { figuresOf } from "#evaluate/score/figures.ts";
import type { ChatResponse } from "#protocol/chat.ts";
import { readAny } from "../test/metadata/read-any.ts";
import { seeded } from "../test/narrowing/narrowed-questions.ts";
import { openDocuments } from "../test/narrowing/open-documents.ts";

const [folder = "files", most = "1000", pairsAFile = "40", seed = "1"] = process.argv.slice(2);
const shared = path.resolve(import.meta.dirname, "../../shared", folder);
const random = seeded(Number(seed));

interface Pair {
  readonly target: IndicatorRow;
  readonly actual: IndicatorRow;
}

/** An aim and a result of one place and indicator that print different amounts: of one year, or of two that follow each other. */
function pairsOf(rows: readonly IndicatorRow[]): Pair[] {
  const facts = new Map<string, IndicatorRow[]>();
  for (const row of rows) {
    if (row.value === null || row.region === null || !isWholeYear(row.period, row.year)) continue;
    const key = [row.region, row.indicator, row.unit].join("\t");
    facts.set(key, [...(facts.get(key) ?? []), row]);
  }
  return [...facts.values()].flatMap((fact) =>
    fact.flatMap((target) => {
      if (target.kind !== "target") return [];
      const results = fact.filter(
        ({ kind, year, value }) =>
          kind === "actual" && Math.abs(year - target.year) <= 1 && value !== target.value,
      );
      const [actual] = results.sort(
        (one, other) => Math.abs(one.year - target.year) - Math.abs(other.year - target.year),
      );
      return actual === undefined ? [] : [{ target, actual }];
    }),
  );
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

const amountOf = ({ value }: IndicatorRow) => new Decimal(value ?? "NaN").abs();

/** Whether the answer's figures of the kind asked for hold the other kind's amount and not its own. */
function isSwapped({ status, indicators }: ChatResponse, wanted: IndicatorRow, other: IndicatorRow): boolean {
  if (status !== "answered") return false;
  const told = indicators.filter(({ kind, value }) => kind === wanted.kind && value !== null);
  const is = (row: IndicatorRow) => told.some(({ value }) => amountOf(row).eq(Math.abs(value ?? 0)));
  return is(other) && !is(wanted);
}

const OWN_WORDS = { target: /目标|计划|预期|预算|任务/u, actual: /实际|完成|执行|决算/u };

/** Whether the answer tells the other kind's figure alone, and not by its own name (完成数85,464). */
function tellsOther({ status, answer }: ChatResponse, wanted: IndicatorRow, other: IndicatorRow): boolean {
  if (status !== "answered" || (other.kind !== "target" && other.kind !== "actual")) return false;
  const plain = answer.replace(/[,，\s]/gu, "");
  const at = plain.indexOf(amountOf(other).toFixed());
  if (at < 0 || plain.includes(amountOf(wanted).toFixed())) return false;
  return !OWN_WORDS[other.kind].test(plain.slice(Math.max(0, at - 12), at));
}

const AIMED = /目标|计划|预期|预算(?!执行)|任务/u;
const DONE = /实际|完成|执行|决算|实绩/u;

/** Rows of tables whose kind is not the one that the heading of their column says. */
function againstHeading(rows: readonly IndicatorRow[], { tables }: SourceDocument): string[] {
  const columns = tables.flatMap(({ rows: lines, columns: heads }) =>
    lines.flatMap(({ cells }) => cells.map((cell, at) => ({ ...cell, head: heads[at]?.title ?? "" }))),
  );
  const heads = new Map(columns.map(({ start, end, head }) => [`${start}-${end}`, head]));
  return rows.flatMap(({ kind, start, end, indicator, raw }) => {
    const head = heads.get(`${start}-${end}`) ?? "";
    const [aimed, done] = [AIMED.test(head), DONE.test(head)];
    // 占预算的%: how much of the aim was done is a result.
    const wrong =
      !/占|比|率/u.test(head) &&
      aimed !== done &&
      ((aimed && kind === "actual") || (done && kind === "target"));
    return wrong ? [`${indicator} ${raw} read as ${kind} under ${head}`] : [];
  });
}

const count = { files: 0, pairs: 0, asked: 0, answered: 0, swapped: 0, ungrounded: 0, heading: 0 };
for (const file of shuffled(readdirSync(shared)).slice(0, Number(most))) {
  const { document } = await readAny(file, readFileSync(path.join(shared, file))).catch(() => ({
    document: null,
  }));
  if (document === null) continue;
  count.files += 1;
  const opened = await openDocuments([document]);
  for (const line of againstHeading(opened.rows, document)) {
    count.heading += 1;
    console.log(`heading\t${file}\t${line}`);
  }
  const pairs = pairsOf(opened.rows);
  count.pairs += pairs.length;
  for (const { target, actual } of shuffled(pairs).slice(0, Number(pairsAFile))) {
    for (const [wanted, other, asks] of [
      [target, actual, "目标是多少"],
      [actual, target, "实际是多少"],
    ] as const) {
      const question = `${wanted.region}${wanted.year}年${wanted.indicator}${asks}？`;
      const response = await opened.answer(question);
      count.asked += 1;
      count.answered += Number(response.status === "answered");
      const strays = figuresOf({ question: { turns: [question] }, response }).ungrounded;
      count.ungrounded += strays.length;
      const swapped = isSwapped(response, wanted, other) || tellsOther(response, wanted, other);
      count.swapped += Number(swapped);
      if (swapped || strays.length > 0)
        console.log(
          `${swapped ? "swapped" : `ungrounded ${strays.join(" ")}`}\t${file}\t${question}\t${response.answer.replaceAll("\n", " ").slice(0, 200)}`,
        );
    }
  }
}
console.log(
  `${folder}: ${count.files} files, ${count.pairs} pairs, ${count.asked} questions, ${count.answered} answered, ${count.swapped} swapped, ${count.ungrounded} ungrounded figures, ${count.heading} cells against their heading`,
);
