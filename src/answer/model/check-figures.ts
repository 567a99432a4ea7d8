import type { UsedRow } from "#answer/draft.ts";
import { type Answerable, unsupportedIn } from "#answer/verify.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { clauses, sentences } from "#text/sentences.ts";
import { governing, kindOf, regionMentions, yearMentions } from "./attribution.ts";
import { checkWords, says } from "./check-words.ts";
import { COMPUTATION, type Fault, type Ground, quantitiesIn } from "./ground.ts";

/** Characters around a figure in which its qualifier must stand. */
const AROUND = 8;

/** What is wrong with the figures of one sentence, markers and thousands separators aside. */
export function figureFaults(sentence: string, ground: Ground): Fault[] {
  const quantities = quantitiesIn(withoutComputations(sentence, ground));
  return [
    ...(allFiguresHeld(sentence, ground) ? [] : (["figure"] as const)),
    ...quantities.flatMap((quantity) => quantityFaults(sentence, quantity, { all: quantities, ground })),
  ];
}

/** The sentence with blanks for the composer's computations, so that the rest keeps its places. */
function withoutComputations(sentence: string, { told }: Ground): string {
  return sentence.replace(COMPUTATION, (words) => (told.includes(words) ? " ".repeat(words.length) : words));
}

/** The check every answer goes through, on one sentence: beside looked-up rows only what the composer told counts. */
function allFiguresHeld(sentence: string, ground: Ground): boolean {
  const { citations, rows, question, told } = ground;
  const byRows = rows.length > 0;
  const answer: Answerable = {
    blocks: [{ type: "paragraph", text: sentence }],
    book: { citations: byRows ? citations.map((citation) => ({ ...citation, quote: "" })) : citations },
    used: rows,
    computed: ground.computed,
  };
  const allowed = [question.asked, question.text, ...question.years.map(String), ...(byRows ? [told] : [])];
  return unsupportedIn(answer, allowed).length === 0;
}

interface Among {
  readonly all: readonly Quantity[];
  readonly ground: Ground;
}

function quantityFaults(sentence: string, quantity: Quantity, { all, ground }: Among): Fault[] {
  const named = ground.allRows.filter((used) => isValueOf(quantity, used));
  if (named.length === 0) return heldElsewhere(sentence, quantity, ground);
  const marked = named.filter((used) => ground.rows.includes(used));
  if (marked.length === 0) return ["marker"];
  const tried = marked.map((used) => rowFaults(sentence, used, { quantity, all, ground }));
  return tried.find((faults) => faults.length === 0) ?? tried[0] ?? [];
}

function isValueOf(quantity: Quantity, { row }: UsedRow): boolean {
  if (row.value === null || Math.abs(Number(row.value)) !== Math.abs(Number(quantity.value))) return false;
  return quantity.unit === null || sameUnit(quantity.unit, row.unit);
}

const sameUnit = (a: string | null, b: string | null): boolean => plainUnit(a) === plainUnit(b);
const plainUnit = (unit: string | null): string => (unit ?? "").replace(/^个(?=百分点)|\s/g, "");

interface Binding extends Among {
  readonly quantity: Quantity;
}

/** Whether the sentence says of a row's figure what the row says: region, year, kind, sign and qualifier. */
function rowFaults(sentence: string, { row }: UsedRow, { quantity, all, ground }: Binding): Fault[] {
  const faults: Fault[] = [];
  const places = ground.allRows.flatMap(({ row: { region } }) => (region === null ? [] : [region]));
  const regions = regionMentions(sentence, ({ name }) => places.includes(name));
  const region = governing(
    sentence,
    regions.filter(({ value }) => places.includes(value.name)),
    { quantity, all },
  );
  const regionOpen = region === null && new Set(places).size > 1;
  if (regionOpen || region === "unclear" || (region !== null && region.name !== row.region))
    faults.push("region");
  const year = governing(sentence, yearMentions(sentence), { quantity, all });
  const yearOpen = year === null && new Set(ground.allRows.map((used) => used.row.year)).size > 1;
  if (yearOpen || (year !== null && year !== row.year)) faults.push("year");
  if (kindOf(sentence, quantity, all) !== row.kind) faults.push("kind");
  if (!rightDirection(sentence, quantity, { row, marker: 0 })) faults.push("direction");
  if (!keepsQualifier(sentence, quantity, row)) faults.push("qualifier");
  return faults;
}

/** 左右 and its like stand beside the figure; longer ones (市级下达) anywhere in the sentence. */
function keepsQualifier(sentence: string, { start, end }: Quantity, row: UsedRow["row"]): boolean {
  const { qualifier } = row;
  if (qualifier === null || !printedValue(row).includes(qualifier)) return true;
  const around = sentence.slice(Math.max(0, start - AROUND), end + AROUND);
  return (qualifier.length < 4 ? around : sentence).includes(qualifier);
}

function rightDirection(sentence: string, quantity: Quantity, { row }: UsedRow): boolean {
  const clause = clauseOf(sentence, quantity);
  // 由6.4%降至5.9% goes down between two figures, each of which may be a rise.
  if (says(clause, checkWords.sinks) || says(clause, checkWords.climbs)) return true;
  const told = quantity.value.startsWith("-") ? "fall" : directionOf(clause);
  if (row.value?.startsWith("-")) return told === "fall";
  return told !== "fall" || canonicalName(row.indicator).measure !== "growth";
}

/** A figure of no row: the quotes or the composer hold it with the same unit, and going the same way. */
function heldElsewhere(sentence: string, quantity: Quantity, ground: Ground): Fault[] {
  const value = quantity.value.replace(/^-/, "");
  const same = ground.quantities.filter((held) => held.value.replace(/^-/, "") === value);
  if (same.length === 0)
    return ground.computed.some((result) => result.includes(value)) ||
      ground.question.asked.includes(quantity.raw)
      ? []
      : ["figure"];
  const { unit } = quantity;
  const fits = (held: Quantity) =>
    unit === null || sameUnit(held.unit, unit) || (held.unit === null && ground.cited.includes(unit));
  if (!same.some(fits)) return ["unit"];
  if (ground.rows.length === 0 && !sameAim(sentence, quantity, ground)) return ["kind"];
  const told = directionOf(clauseOf(sentence, quantity));
  const text = `${ground.told}\n${ground.quotes}`;
  const known = clauses(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((clause) => quantitiesIn(clause).some((held) => held.value.replace(/^-/, "") === value))
    .map(directionOf);
  return told === null || known.includes(told) || known.includes(null) ? [] : ["direction"];
}

/** A passage's figure is told as an aim just where the report's sentence tells it as one. */
function sameAim(sentence: string, { value }: Quantity, { quotes }: Ground): boolean {
  const aims = sentences(quotes)
    .map(({ start, end }) => quotes.slice(start, end))
    .filter((printed) => quantitiesIn(printed).some((held) => held.value === value))
    .map((printed) => says(printed, checkWords.target));
  return aims.length === 0 || aims.includes(says(sentence, checkWords.target));
}

function clauseOf(sentence: string, { start }: Quantity): string {
  const clause = clauses(sentence).find((span) => span.start <= start && start < span.end);
  return clause === undefined ? sentence : sentence.slice(clause.start, clause.end);
}

function directionOf(clause: string): "rise" | "fall" | null {
  const [rise, fall] = [says(clause, checkWords.rise), says(clause, checkWords.fall)];
  return rise === fall ? null : rise ? "rise" : "fall";
}
