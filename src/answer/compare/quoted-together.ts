import { Desk } from "#answer/desk.ts";
import type { Draft, Thread } from "#answer/draft.ts";
import { differenceOf, sumOf } from "#answer/figures/arithmetic.ts";
import { expectationOf, meets } from "#answer/passages/expectation.ts";
import type { Citation } from "#protocol/chat.ts";
import { foldPlain } from "#text/fold.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { partFigures } from "./part-figures.ts";
import { figureMeant } from "./regions-apart.ts";

/** A figure that an earlier turn was answered with, and the words it was told in. */
interface Quoted {
  readonly value: string;
  readonly unit: string | null;
  readonly raw: string;
  readonly part: string;
  /** True where a table prints it as an aim: it is set beside a result by that name. */
  readonly aimed: boolean;
  readonly cited: Citation;
}

/**
 * 差几公里, 两项合计多少 after two turns that words of a report answered: the one figure of each quotation that was asked
 * for, and their difference or sum. Null where it is not sure which figure is meant, or their units differ.
 */
export function quotedTogetherDraft(desk: Desk, thread: Thread): Draft | null {
  const { question, say } = desk;
  const { before } = thread;
  if (question.operation !== "sum" && question.operation !== "difference") return null;
  if (question.sides.length !== 2 || before === null || question.language !== "zh") return null;
  const figures = [before, thread].flatMap((each) => figureQuoted(desk, each) ?? []);
  const [one, two] = figures;
  if (one === undefined || two === undefined) return null;
  const result = question.operation === "sum" ? sumOf(figures) : differenceOf(one, two);
  if (result === null) return null;
  for (const number of result.numbers) desk.computed(number);
  const alike = one.part === two.part;
  const items = [before, thread].map((each, at) => toldIn(desk, each, { ...([one, two][at] ?? one), alike }));
  const marks = [...new Set(items.map(({ marker }) => marker))].join("");
  const text = say(question.operation === "sum" ? "sum" : "difference", {
    result: result.result,
    expression: result.expression,
    marks,
  });
  return desk.draft(question.operation === "sum" ? "value" : "difference", [
    { type: "paragraph", text },
    { type: "list", ordered: false, items: items.map(({ words }) => words) },
  ]);
}

/** What the turn asked for, as one question: it may have said only what is new. */
const askedIn = ({ question }: Thread): string => foldPlain(`${question.topic} ${question.asked}`);

function figureQuoted(desk: Desk, { question, draft }: Thread): Quoted | null {
  const [cited, another] = draft.book.citations;
  if (draft.status !== "answered" || cited === undefined || another !== undefined) return null;
  const [row, other] = rowsOf(desk, draft, cited);
  if (row?.value != null && other === undefined)
    return {
      value: row.value,
      unit: row.unit,
      raw: printedValue(row),
      part: row.indicator,
      aimed: row.kind === "target",
      cited,
    };
  const document = desk.sources.document(cited.documentId);
  if (document === null || row !== undefined) return null;
  const asked = askedIn({ question, draft, before: null });
  const figures = partFigures(document, cited);
  // 差多少亿: in the unit that is asked for, one alone.
  const units = [question.asked, desk.question.asked].map((words) => expectationOf(foldPlain(words)));
  const fitting = figures.filter(({ raw }) =>
    units.every((wanted) => wanted.classifier === null || meets(wanted, foldPlain(raw)) === 1),
  );
  const some = units.some(({ classifier }) => classifier !== null);
  const own = new Desk({ ...question, asked }, desk.sources);
  const [alone, second] = some ? fitting : [];
  const meant = alone !== undefined && second === undefined ? alone : figureMeant(own, figures);
  return meant?.value == null
    ? null
    : { value: meant.value, unit: meant.unit, raw: meant.raw, part: meant.part, aimed: false, cited };
}

/** The figures of the table row that was told. */
function rowsOf(desk: Desk, draft: Draft, { documentId, start, end }: Citation) {
  if (draft.used.length > 0) return draft.used.map(({ row }) => row);
  return desk.sources
    .rows({ documents: [documentId] })
    .filter(({ context, source }) => source === "table" && context.start === start && context.end === end);
}

function toldIn(
  desk: Desk,
  { question }: Thread,
  { cited, part, raw, aimed, alike }: Quoted & { alike: boolean },
) {
  const marker = `[${desk.book.cite(cited.documentId, cited)}]`;
  const where = [
    ...question.regions.map((region) => desk.region(region)),
    ...question.years.map((year) => desk.year(year)),
    ...(aimed ? [`（${desk.say("kindname.target")}）`] : []),
  ];
  // 全年实现营业收入 of either: what it is of was said in the turn.
  const of = alike ? question.topic.replaceAll(" ", "") : "";
  return { marker, words: `${where.join("")}${of}：${part}${raw}${marker}` };
}
