import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { type Fact, type FactKey, factFor, settle } from "#answer/facts.ts";
import { revisingSentence } from "#answer/revised.ts";
import { answerWords } from "#answer/words/answer-words.ts";
import { type AskedKind, type IndicatorRow, isAimOrResult } from "#domain/indicator.ts";
import { sliceOf } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { Block } from "#protocol/chat.ts";
import type { NamedIndicator } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { assumptions, figureClause, spoken } from "./clause.ts";
import { candidateRows, isPrinted, kindsFor, regionsInScope, yearsInScope } from "./grid.ts";
import { changeOfIndex } from "./index-change.ts";
import { asksOwnRank } from "./own-rank.ts";
import { asksChange, caution, inAskedUnit, premiseSetRight, rankBehind, trailing } from "./remarks.ts";
import { saysMoved } from "./tells-figure.ts";

interface Place {
  readonly region: string;
  readonly year: number;
}

const OTHER: Record<AskedKind, AskedKind> = { actual: "target", target: "actual" };

/**
 * One figure for each indicator asked, with what a reader wants beside it: the other measure, the target, the
 * report's remark. Null when no report prints any of them for the place asked.
 */
export function valueDraft(desk: Desk): Draft | null {
  const paragraphs: string[] = [];
  const missing: string[] = [];
  let onlyOther: IndicatorRow | null = null;
  for (const indicator of desk.question.indicators) {
    const rows = candidateRows(desk, indicator);
    const regions = regionsInScope(desk, rows);
    for (const region of regions) {
      const before = paragraphs.length;
      const own = rows.filter((row) => row.region === region);
      const years = yearsInScope(desk, own, [region]);
      for (const year of years) {
        const place = { region, year };
        const kinds = kindsFor(desk, year);
        const told = tell(desk, place, { indicator, kinds });
        const other = told === null ? otherKind(desk, place, { indicator, kinds }) : null;
        if (told !== null) paragraphs.push(told);
        else if (other !== null && !kindSaid(desk, other)) paragraphs.push(statement(desk, other));
        else {
          onlyOther ??= other;
          const text = missingFigure(desk, place, { indicator, kinds });
          if (isPrinted(desk, year)) missing.push(`${text}${other === null ? "" : statement(desk, other)}`);
        }
      }
      if (paragraphs.length > before) paragraphs[paragraphs.length - 1] += assumptions(desk, regions, years);
    }
  }
  if (paragraphs.length > 0) {
    const gaps = namesSeveral(desk) ? missing : [];
    return desk.draft(
      "value",
      [...paragraphs, ...gaps].map((text): Block => ({ type: "paragraph", text })),
    );
  }
  return onlyOther === null ? null : refuseOtherKind(desk, onlyOther);
}

/** 实际 asked where only 目标 is printed, or the reverse: said so, with the figure that is printed. */
function refuseOtherKind(desk: Desk, row: IndicatorRow): Draft {
  const reason = row.kind === "target" ? "only_target" : "only_actual";
  const text = desk.say(`refuse.${reason}`, {
    where: desk.whose(row),
    when: desk.year(row.year),
    indicator: desk.indicatorOf(row),
    value: printedValue(row),
    marks: desk.mark(row),
  });
  return desk.refusal(reason, [{ type: "paragraph", text }]);
}

interface Wanted {
  readonly indicator: NamedIndicator;
  readonly kinds: readonly AskedKind[];
}

function otherKind(desk: Desk, place: Place, { indicator, kinds }: Wanted): IndicatorRow | null {
  const [only, second] = kinds;
  if (only === undefined || second !== undefined) return null;
  return factFor(desk.sources, { ...place, kind: OTHER[only], names: indicator.names })?.row ?? null;
}

/** True when the words leave no doubt that the other kind than this row's was meant. */
function kindSaid({ question }: Desk, { kind }: IndicatorRow): boolean {
  return isAimOrResult(kind) && answerWords.kindSaid[OTHER[kind]].test(foldPlain(question.asked));
}

/** Where several places or indicators are named, each without a figure is said to be one. */
function namesSeveral({ question }: Desk): boolean {
  return question.regions.length > 1 || question.years.length > 1 || question.indicators.length > 1;
}

function missingFigure(desk: Desk, { region, year }: Place, { indicator, kinds }: Wanted): string {
  return desk.say("missing.cell", {
    where: desk.region(region),
    when: desk.year(year),
    indicator: desk.indicator(indicator.names[0] ?? indicator.phrase),
    kind: desk.say(kinds.length === 1 ? `kind.${kinds[0]}` : "kind.any"),
  });
}

function statement(desk: Desk, row: IndicatorRow): string {
  return `${figureClause(desk, row)}${desk.question.language === "en" ? "." : "。"}`;
}

function tell(desk: Desk, place: Place, { indicator, kinds }: Wanted): string | null {
  const wanted: readonly AskedKind[] = kinds.length > 0 ? kinds : ["actual", "target"];
  const found = wanted
    .map((kind) => factOrEstimate(desk, { ...place, kind, names: indicator.names }))
    .filter((fact) => fact !== null);
  const [main, second] = found;
  if (main === undefined) return null;
  const onlyAim = kinds.length === 0 && main.row.kind === "target" ? desk.say("target.only") : "";
  const clauses = [`${figureClause(desk, main.row)}${onlyAim}`, ...inAskedUnit(desk, main.row)];
  if (second !== undefined && second.row.indicator === main.row.indicator)
    clauses.push(besideKind(desk, second.row));
  else if (second !== undefined && kinds.length > 1)
    clauses.push(...inBothMeasures(desk, main.row, second.row));
  else if (kinds.length === 1 && main.row.kind === "actual") {
    const target = factFor(desk.sources, { ...place, kind: "target", names: [main.row.indicator] });
    if (target !== null) clauses.push(besideKind(desk, target.row));
  }
  clauses.push(...otherMeasures(desk, main.row, indicator));
  clauses.push(...amountUntold(desk, main.row, indicator));
  clauses.push(...changeOfIndex(desk, main.row));
  clauses.push(...premiseSetRight(desk, main.row));
  clauses.push(...trailing(desk, main.row));
  if (asksOwnRank(desk.question)) clauses.push(...rankBehind(desk, main.row));
  clauses.push(...remarks(desk, main.row));
  clauses.push(...caution(desk, main.row));
  clauses.push(...conflicts(desk, main));
  clauses.push(...original(desk, main.row, clauses.length));
  return desk.question.language === "en" ? `${clauses.join("; ")}.` : `${clauses.join("；")}。`;
}

/** GDP目标多少，实际完成多少, where the aim is a growth and the result an amount: the result in the measure of the aim, then as it is. */
function inBothMeasures(desk: Desk, main: IndicatorRow, second: IndicatorRow): string[] {
  const { region, year, indicator } = main;
  const same =
    region === null ? null : factOrEstimate(desk, { region, year, kind: kindOf(second), names: [indicator] });
  return [...(same === null ? [] : [besideKind(desk, same.row)]), figureClause(desk, second)];
}

const kindOf = ({ kind }: IndicatorRow): AskedKind => (kind === "target" ? "target" : "actual");

/** A fact; where no result is printed, what the report thinks it will be, told as 预计. */
function factOrEstimate(desk: Desk, key: FactKey): Fact | null {
  const fact = factFor(desk.sources, key);
  return fact !== null || key.kind !== "actual" ? fact : factFor(desk.sources, { ...key, kind: "estimate" });
}

function besideKind(desk: Desk, row: IndicatorRow): string {
  return desk.say(`beside.${row.kind}`, { value: spoken(desk, row), marks: desk.mark(row) });
}

/** The growth beside the amount, or the reverse, when the question left the measure open. */
function otherMeasures(desk: Desk, main: IndicatorRow, { names }: NamedIndicator): string[] {
  if (main.region === null) return [];
  const place = { region: main.region, year: main.year, kind: main.kind };
  return names
    .filter((name) => name !== main.indicator)
    .flatMap((name) => {
      const fact = factFor(desk.sources, { ...place, names: [name] });
      if (fact === null) return [];
      const { row } = fact;
      const slots = {
        indicator: desk.indicatorOf(row),
        value: spoken(desk, row),
        marks: desk.mark(row),
      };
      return [desk.say("beside.measure", slots)];
    })
    .slice(0, 1);
}

/** 规模以上工业增加值 where only its growth is printed: that the amount was not found is said behind the growth. */
function amountUntold(desk: Desk, row: IndicatorRow, { concepts, names }: NamedIndicator): string[] {
  const { question } = desk;
  const [id = ""] = concepts;
  const concept = conceptById(id);
  const [amount] = names;
  if (concept === undefined || amount !== concept.name || row.indicator !== concept.growthName) return [];
  if (row.kind !== "actual" || question.measure !== null || saysMoved(question)) return [];
  return [desk.say("amount.unsaid")];
}

function remarks(desk: Desk, row: IndicatorRow): string[] {
  const told: string[] = [];
  if (row.note !== null && !isOfResult(desk, row, row.note))
    told.push(desk.say("note", { note: row.note, marks: desk.mark(row) }));
  if (row.status !== null) {
    const key = /^[是否]$/.test(row.status) ? "status.yesno" : "status";
    told.push(desk.say(key, { status: row.status, marks: desk.mark(row) }));
  }
  return told;
}

/** 增速全市第1位 in the row of an aim and its result is said of the result, unless it speaks of aims itself. */
function isOfResult({ sources }: Desk, row: IndicatorRow, note: string): boolean {
  const { kind, region, year, indicator, context } = row;
  if (kind !== "target" || region === null || /目标|计划|任务|预期|预算|下达|调整/u.test(note)) return false;
  return sources
    .rows({ regions: [region], years: [year], indicators: [indicator], kinds: ["actual"] })
    .some((other) => other.documentId === row.documentId && other.context.start === context.start);
}

const ASKED = /多少|几(?!乎)|第几|how (?:much|many|fast)/g;
const LONGEST_ORIGINAL = 160;

/** When more is asked than figures were told, the sentence the figure stands in may tell the rest. */
function original(desk: Desk, row: IndicatorRow, told: number): string[] {
  const asked = desk.question.measure === "both" ? 2 : (desk.question.asked.match(ASKED)?.length ?? 0);
  const { regions, years } = desk.question;
  if (row.source === "table" || regions.length > 1 || years.length > 1) return [];
  // 同比上升2微克 behind the level that is told: only the sentence says how much it changed.
  const changed = asksChange(desk.question) && !/增速$|增长率$/u.test(row.indicator);
  if (!changed && (asked < 2 || asked <= told)) return [];
  const text = desk.sources.document(row.documentId)?.text ?? "";
  const quote = sliceOf(text, row.context)
    .replaceAll("\n", " ")
    .replace(/[。；]$/u, "");
  if (changed && !/同比|[比较](?:上年|去年)/u.test(quote)) return [];
  return quote.length > LONGEST_ORIGINAL ? [] : [desk.say("original", { quote, marks: desk.mark(row) })];
}

function conflicts(desk: Desk, { row, conflicts: others }: Fact): string[] {
  const other = settle(others, desk.sources)?.row;
  if (other === undefined || other.value === null) return [];
  const title = desk.sources.document(other.documentId)?.title ?? other.documentId;
  const revised = revisingSentence(row, desk.sources);
  const rule =
    revised === null
      ? desk.say(row.source === "table" && other.source !== "table" ? "rule.table" : "rule.report")
      : desk.say("rule.revised", { quote: revised });
  return [desk.say("also.differs", { value: printedValue(other), marks: desk.mark(other), title, rule })];
}
