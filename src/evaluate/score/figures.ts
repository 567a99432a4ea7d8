import type { RecordedResponse } from "#evaluate/report/run-record.ts";
import type { Item } from "#evaluate/sets/item.ts";
import type { Question } from "#evaluate/sets/question-set.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { comesTo, computationsIn } from "./arithmetic.ts";
import { withoutMarkers } from "./match.ts";

/** Other turns get fixed words, among them whom to call. */
const TELLS_REPORTS: ReadonlySet<string> = new Set(["report", "operation"]);
const YEAR = /(?:19|20)\d\d/g;
const SHORT_YEAR = /(?<!\d)(\d\d)年/g;
/** Whom to call is no figure of a report. */
const TELEPHONE = /\[[^\]\n]{0,60}\]\(tel:[\d-]{1,20}\)/g;

export interface FigureScores {
  readonly figures: number;
  readonly ungrounded: number;
  /** Ids of the questions whose answers hold one. */
  readonly questions: readonly string[];
}

/**
 * Figures ungrounded: digit strings of an answer that stand in no cited quote, are not the result of a computation
 * stated in the answer that comes out, do not count the items the answer lists, and repeat neither the question nor the year of what is cited. Must be 0.
 * The ordinals of a list, citation markers, telephone links and suggested questions repeated word for word are no figures. Source: the project's own invariant, `docs/evaluation.md`.
 */
export function scoreFigures(items: readonly Item[]): FigureScores {
  const found = items.map((item) => ({ id: item.question.id, ...figuresOf(item) }));
  return {
    figures: found.reduce((sum, { figures }) => sum + figures.length, 0),
    ungrounded: found.reduce((sum, { ungrounded }) => sum + ungrounded.length, 0),
    questions: found.filter(({ ungrounded }) => ungrounded.length > 0).map(({ id }) => id),
  };
}

/** The user's turns and what was answered to the last; null where asking failed. */
export interface Told {
  readonly question: Pick<Question, "turns">;
  readonly response: RecordedResponse | null;
}

/** The figures of one answer, and those of them without ground. */
export function figuresOf({ question, response }: Told): { figures: string[]; ungrounded: string[] } {
  if (response === null || !TELLS_REPORTS.has(response.intent ?? "report"))
    return { figures: [], ungrounded: [] };
  const grounds = groundsOf(question, response);
  const counts = countsIn(response.answer);
  const spoken = response.answer.replace(TELEPHONE, "");
  const said = response.suggestions.reduce((text, offered) => text.replaceAll(offered, ""), spoken);
  const answer = withoutMarkers(said).replace(/^\s*\d+[.、)]\s/gm, "");
  const lines = answer.split("\n");
  const figures = lines.flatMap((line) => numeralsIn(line));
  const ungrounded = lines.flatMap((line) => {
    const computations = computationsIn(line);
    const isComputed = (figure: string) =>
      computations.some(
        (one) => comesTo(one, figure) || (/^10+$/.test(figure) && one.operands.includes(figure)),
      );
    const isCount = (figure: string) =>
      counts.has(figure) && new RegExp(`(?<![\\d.])${figure}\\s*[项个条]`).test(line);
    return numeralsIn(line).filter(
      (figure) => !grounds.has(figure) && !isComputed(figure) && !isCount(figure),
    );
  });
  return { figures, ungrounded };
}

/** How many list items, and how many table rows, an answer shows: it may say so (有9项). */
function countsIn(answer: string): Set<string> {
  const items = answer.match(/^\s*(?:[-*+]|\d+[.、)])\s/gm)?.length ?? 0;
  const rows = answer.match(/^\s*\|/gm)?.length ?? 0;
  return new Set([items, rows - 2].filter((count) => count > 0).map(String));
}

function groundsOf(question: Told["question"], response: RecordedResponse): Set<string> {
  const quotes = response.citations.map(({ quote }) => quote);
  const asked = [...question.turns, response.question];
  const context = response.citations.flatMap(({ title, section }) => [title, ...section]);
  const filed = response.citations.flatMap(({ years = [] }) => years);
  // 2006—2010年 of a figure of several years, whatever words the report has for them.
  const told = response.indicators.flatMap(({ year, period }) => [
    String(year),
    ...(period.match(YEAR) ?? []),
  ]);
  // 08年 asked is answered as 2008年.
  const written = question.turns.flatMap((turn) =>
    [...turn.matchAll(SHORT_YEAR)].flatMap(([, year]) => [`19${year}`, `20${year}`]),
  );
  const years = [...told, ...filed.map(String), ...written];
  return new Set([
    ...figuresIn(quotes),
    ...figuresIn(asked),
    ...figuresIn(context).filter((figure) => /^(?:19|20)\d\d$/.test(figure)),
    ...years,
  ]);
}

function figuresIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => numeralsIn(text));
}
