import type { CitationBook } from "#answer/citation-book.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft, UsedRow } from "#answer/draft.ts";
import { spoken } from "#answer/figures/clause.ts";
import { examplesFrom } from "#answer/refuse/suggest.ts";
import type { Sources } from "#answer/sources.ts";
import { textsOf } from "#answer/verify.ts";
import type { Block, Citation } from "#protocol/chat.ts";
import type { Intent } from "#question/intent/intent.ts";
import type { Language, Question } from "#question/question.ts";
import { sentences } from "#text/sentences.ts";

/** What is done to the answer before; `operation.english` and `.chinese` are answered anew in that language. */
export type Shown = Pick<Draft, "blocks" | "used" | "book" | "computed">;

/**
 * The answer before in the form asked for: as a table, as a chart, by its figures alone, shorter, with the words around its
 * quotes, or where it comes from. What the answer does not allow is said (one figure makes no chart), with the answer.
 */
function operationDraft(desk: Desk, intent: Intent, last: Shown): Draft {
  const drawn = OPERATIONS[intent.split(".")[1] ?? ""]?.(desk, last) ?? null;
  const blocks = drawn ?? [{ type: "paragraph" as const, text: desk.say(unable(intent)) }, ...last.blocks];
  // 等，共6项: how many a list holds that is told in short.
  const counts = last.blocks.flatMap((block) => (block.type === "list" ? [String(block.items.length)] : []));
  const computed = [...last.computed, ...counts];
  return { ...last, status: "answered", reason: "operation", blocks, computed, suggestions: [] };
}

type Operate = (desk: Desk, last: Shown) => readonly Block[] | null;

const OPERATIONS: Readonly<Record<string, Operate>> = {
  table: (desk, { used }) => (used.length === 0 ? null : [tableOf(desk, used)]),
  chart: (desk, { used }) => chartOf(desk, used),
  numbers: (desk, { used }) =>
    used.length === 0
      ? null
      : [paragraph(used.map(({ row, marker }) => `${spoken(desk, row)}[${marker}]`).join(desk.say("and")))],
  shorter: (desk, { blocks }) => shorterOf(desk, blocks),
  longer: (desk, { book }) => surroundings(desk, book),
  simpler: (desk, { blocks }) => [paragraph(desk.say("redone.as_printed")), ...blocks],
  repeat: (_desk, { blocks }) => [...blocks],
  source: (desk, { book }) => sourcesOf(desk, book),
  page: (desk, { book }) => sourcesOf(desk, book),
  export: (desk, { blocks }) => [paragraph(desk.say("redone.export")), ...blocks],
};

/** Why the answer cannot be brought to the form asked for. */
function unable(intent: Intent): string {
  if (intent === "operation.chart") return "redone.no_chart";
  return intent === "operation.table" || intent === "operation.numbers"
    ? "redone.no_figures"
    : "redone.as_before";
}

const paragraph = (text: string): Block => ({ type: "paragraph", text });

function tableOf(desk: Desk, used: readonly UsedRow[]): Block {
  return {
    type: "table",
    columns: ["region", "year", "indicator", "kind", "value"].map((name) => desk.say(`heading.${name}`)),
    rows: used.map(({ row, marker }) => [
      desk.region(row.region),
      String(row.year),
      desk.indicatorOf(row),
      desk.say(`kindname.${row.kind}`),
      `${spoken(desk, row)}[${marker}]`,
    ]),
  };
}

/** Bars of the figures of one unit; fewer than two make none. */
function chartOf(desk: Desk, used: readonly UsedRow[]): readonly Block[] | null {
  const [first] = used.filter(({ row }) => row.value !== null);
  const alike = used.filter(({ row }) => row.value !== null && row.unit === first?.row.unit);
  if (first === undefined || alike.length < 2) return null;
  const overYears = new Set(alike.map(({ row }) => row.year)).size > 1;
  const points = alike.map(({ row }) => ({
    label: overYears ? String(row.year) : desk.region(row.region),
    series: overYears ? `${desk.region(row.region)}${desk.indicatorOf(row)}` : desk.indicatorOf(row),
    kind: row.kind,
    value: Number(row.value),
  }));
  const title = [...new Set(alike.map(({ row }) => desk.indicatorOf(row)))].join(desk.say("and"));
  return [
    { type: "chart", shape: overYears ? "line" : "bar", title, unit: first.row.unit, points },
    tableOf(desk, alike),
  ];
}

/** Characters that a short answer has at most, where a mark allows it to be cut. */
const SHORT = 80;
/** Names of a list that a short answer gives, and the characters of one at most. */
const [NAMED, NAME] = [3, 24];

/** The first sentence, with its marker, cut at a mark where it is long; of a list its lead, the first names and how many there are. */
function shorterOf(desk: Desk, blocks: readonly Block[]): readonly Block[] | null {
  const [text = ""] = blocks.flatMap(textsOf);
  const [first] = sentences(text);
  if (first === undefined) return null;
  const said = text.slice(first.start, first.end);
  const list = blocks.find((block) => block.type === "list");
  if (/[：:]\s*$/u.test(said) && list !== undefined) return [paragraph(shortList(desk, said, list.items))];
  const marker = /\[\d+\]/.exec(text)?.[0] ?? "";
  const short = cut(said.replace(/\[\d+\]/g, ""));
  return [
    paragraph(short === null ? (said.includes(marker) ? said : `${said}${marker}`) : `${short}${marker}`),
  ];
}

/** A long sentence up to its last mark within the limit; null where it is short, or has none there. */
function cut(said: string): string | null {
  if (said.length <= SHORT) return null;
  const head = said.slice(0, SHORT);
  const end = Math.max(head.lastIndexOf("；"), head.lastIndexOf("，"), head.lastIndexOf("; "));
  return end < NAME ? null : `${head.slice(0, end)}……`;
}

/** 没有完成的指标：地区生产总值增速、固定资产投资增速……（共9项）. A list of sentences is told by its first. */
function shortList(desk: Desk, lead: string, items: readonly string[]): string {
  const heads = items.slice(0, NAMED).map((item) => {
    const [head = item] = item.split(/：|: /u);
    return `${head.replace(/\[\d+\]/g, "")}${(item.match(/\[\d+\]/g) ?? []).at(-1) ?? ""}`;
  });
  const named = heads.every((head) => head.replace(/\[\d+\]/g, "").length <= NAME);
  const told = named ? heads.join(desk.say("and.many")) : (items[0] ?? "");
  const rest = items.length > (named ? NAMED : 1);
  return `${lead}${rest ? desk.say("redone.short_list", { items: told, count: items.length }) : told}`;
}

/** Each source once: report, section and place, and the words. */
function sourcesOf(desk: Desk, book: CitationBook): readonly Block[] | null {
  if (book.citations.length === 0) return null;
  const items = book.citations.map((citation) =>
    desk.say("redone.source", {
      title: citation.title,
      place: placeOf(desk, citation),
      quote: citation.quote.replaceAll("\n", " ").replace(/\[\d+\]/g, ""),
      marks: `[${citation.marker}]`,
    }),
  );
  const pages = book.citations.some(({ page, sheet }) => page !== undefined || sheet !== undefined);
  return [
    { type: "list", ordered: false, items },
    ...(pages ? [] : [paragraph(desk.say("redone.no_pages"))]),
  ];
}

function placeOf(desk: Desk, { section, page, sheet, row }: Citation): string {
  const parts = [
    section.join(" › "),
    page === undefined ? "" : desk.say("redone.page", { page }),
    sheet === undefined ? "" : desk.say("redone.sheet", { sheet, row: row ?? "" }),
  ];
  return parts.filter((part) => part !== "").join(desk.question.language === "zh" ? "，" : ", ");
}

/** Answers a conversation that ends with a turn of its own; `language` overrides that of the turn. */
export type AnswerBefore = (
  language: Language | null,
) => Promise<{ question: Question; draft: Draft } | null>;

/** The answers to the turns of one enquiry, oldest first: the last and what it leant on (GDP of 2020, and 2022, and 2023). */
export type AnswersOfEnquiry = () => Promise<readonly Draft[]>;

/** What may be done to the figures of several turns at once. */
const OVER_ENQUIRY: ReadonlySet<Intent> = new Set([
  "operation.table",
  "operation.chart",
  "operation.numbers",
]);

const LANGUAGES: Partial<Readonly<Record<Intent, Language>>> = {
  "operation.english": "en",
  "operation.chinese": "zh",
};

/**
 * An operation on the answer before (做成表格, 出处在哪, in English please): that answer, found again and brought to the form
 * asked for. Without one, the reader is asked for a question.
 */
export async function operated(
  asked: Question,
  sources: Sources,
  { before, enquiry }: { readonly before: AnswerBefore; readonly enquiry: AnswersOfEnquiry },
): Promise<Draft> {
  const language = LANGUAGES[asked.intent] ?? null;
  const last = await before(language);
  if (last === null) {
    const desk = new Desk(asked, sources);
    const examples = examplesFrom(sources, asked.language);
    const text = desk.say("redone.none", { example: examples[0] ?? "" });
    return desk.clarification([{ type: "paragraph", text }], examples);
  }
  if (language !== null || last.draft.status !== "answered") return last.draft;
  const desk = new Desk(last.question, sources);
  const told = OVER_ENQUIRY.has(asked.intent) ? await enquiry() : [];
  return operationDraft(desk, asked.intent, told.length > 1 ? together(desk, told, last.draft) : last.draft);
}

/** The figures of several answers as those of one, each once; the answer before itself where only it told figures. */
function together(desk: Desk, told: readonly Draft[], last: Draft): Draft {
  const telling = told.filter(({ used }) => used.length > 0);
  if (telling.length < 2 || last.used.length === 0) return last;
  for (const { used } of telling) for (const { row } of used) desk.mark(row);
  return { ...desk.draft("operation", last.blocks), suggestions: last.suggestions };
}

/** Characters of the words around a quote. */
const MOST = 600;
/** So many quotes are shown with what stands around them. */
const MOST_QUOTES = 3;

/** The paragraphs the quotes of an answer stand in, in the report's own words; null when nothing was quoted. */
export function surroundings(desk: Desk, book: CitationBook): readonly Block[] | null {
  const shown = new Set<string>();
  const blocks: Block[] = [];
  for (const { documentId, start, end } of book.citations.slice(0, MOST_QUOTES)) {
    const text = desk.sources.document(documentId)?.text ?? "";
    const from = Math.max(text.lastIndexOf("\n", start) + 1, end - MOST, 0);
    const lineEnd = text.indexOf("\n", end);
    const to = Math.min(lineEnd < 0 ? text.length : lineEnd, from + MOST);
    const words = text.slice(from, to).replace(/\[\d+\]/g, "");
    if (shown.has(words)) continue;
    shown.add(words);
    blocks.push({ type: "paragraph", text: `${words}[${book.cite(documentId, { start: from, end: to })}]` });
  }
  return blocks.length === 0 ? null : blocks;
}
