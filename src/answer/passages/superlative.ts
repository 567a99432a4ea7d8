import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { officialWordings } from "#question/wordings.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import { convert } from "#text/quantity-convert.ts";
import { sentences } from "#text/sentences.ts";
import { sentencesFound } from "./find-candidates.ts";
import { partFigures } from "./part-figures.ts";
import { partsComparedDraft } from "./parts-compared.ts";
import { mostOf } from "./parts-told.ts";
import { tableExtremeDraft } from "./table-extreme.ts";

const MOST =
  /哪(?:一)?[个家项类种条件块所座样].{0,16}(?:最(?:高|多|大|快|好)|第一)|最(?:高|多|大|快|贵|花钱)的(?:各|分别)?(?:是|为)?(?:哪|什么|谁)|最(?:花钱|费钱|贵)/;
const LEAST =
  /哪(?:一)?[个家项类种条件块所座样].{0,16}最(?:低|少|小|慢)|最(?:低|少|小|慢)的(?:各|分别)?(?:是|为)?(?:哪|什么|谁)/;
/** 最多的和最少的是哪类: both ends are asked for. */
const BOTH =
  /最[高多大快好]的?(?:[和与跟、及]|以及|还有)最?[低少小慢]|最[低少小慢]的?(?:[和与跟、及]|以及|还有)最?[高多大快好]/;
/** What is told in per cent. */
const GROWTH = /增速|增长|增幅|涨幅|占比|比重|比例/;
/** How far behind its name a figure may stand. */
const REACH = 14;

const BEFORE_MOST =
  /([\u4e00-\u9fff]{2,10}?)(?:增速|增长|增幅|涨幅)?(?:最(?:高|多|大|快|好|低|少|小|慢)|第一)/;

/** What is compared, the longest reading first: in 里营业收入最高 it is 里营业收入, 营业收入, 业收入, 收入. */
function measuresNamed(folded: string): string[] {
  const asking = folded.replace(/哪(?:一)?[个家项类种条件块所座样]/g, " ").replace(/[,，](?=最)/g, "");
  const words = BEFORE_MOST.exec(asking)?.[1] ?? "";
  const names = [words, ...officialWordings(words).map((each) => each.replaceAll(" ", ""))].flatMap(endsOf);
  return /占比$|比重$/.test(words) ? [...names, "占"] : names;
}

/** 营业收入, 业收入, 收入. */
function endsOf(words: string): string[] {
  const longest = Math.min(words.length, 6);
  return Array.from({ length: Math.max(0, longest - 1) }, (_, shorter) =>
    words.slice(words.length - longest + shorter),
  );
}

/** 按行业分：, 分区域看：: by what a sentence sorts. */
const SORTED = /(?:按|分)([\u4e00-\u9fff]{2,4}?)(?:来)?(?:划?分|看)?(?:,[^:。]{0,12})?:/;

/** 投资额最大的三项: so many of a table, in the order of their figures. */
const TOP = /最(高|多|大|快|贵|低|少|小|慢)的?前?([两二三四五六七八九十]|\d{1,2})[个项件家条]/;
const MOST_TOLD = 10;

/** The largest or smallest so many rows of a table; null where so many are not asked for, or no table is meant. */
export function topOfTableDraft(desk: Desk): Draft | null {
  const [, end = "", written = ""] = TOP.exec(foldPlain(desk.question.asked)) ?? [];
  const count = parseCount(written) ?? 0;
  if (count < 2 || count > MOST_TOLD) return null;
  const places = Array.from({ length: count }, (_, at) => (/[低少小慢]/.test(end) ? -1 - at : at));
  return tableExtremeDraft(desk, places);
}

interface Contender {
  readonly span: Span;
  readonly value: Decimal;
}

/**
 * 哪个产业营业收入最高: the sentences of one paragraph that print the same measure, compared, and the winner given
 * word for word. Null when the question is none of this kind or fewer than two sentences print the measure.
 */
export async function superlativeDraft(desk: Desk): Promise<Draft | null> {
  const { asked, text, followUp } = desk.question;
  const folded = foldPlain(followUp ? text : asked);
  const least = LEAST.test(folded);
  if (!least && !MOST.test(folded)) return null;
  const ends = BOTH.test(folded) ? [false, true] : [least];
  const row = tableExtremeDraft(
    desk,
    ends.map((lowest) => (lowest ? -1 : 0)),
  );
  if (row !== null) return row;
  // 房地产、基础设施、工业哪块最快: the things are named.
  if (/、.*哪/.test(folded)) return partsComparedDraft(desk);
  const names = measuresNamed(folded);
  if (names.every((name) => GROWTH.test(name))) return null;
  const growth = GROWTH.test(folded);
  for (const window of await sentencesFound(desk, desk.question.regions[0] ?? null)) {
    const { documentId } = window;
    const document = desk.sources.document(documentId);
    // The rows of a table are compared by their columns.
    if (document === null || document.tables.some(({ span }) => contains(span, window))) continue;
    const together = toldTogether(desk, document, { window, names, growth });
    if (together !== null) return together;
    // The longest wording that at least two sentences print.
    const contenders = names
      .map((name) => contendersIn(document, window, { name, growth, asked: folded }))
      .find(({ length }) => length > 1);
    if (contenders === undefined) continue;
    const told = ends.map((lowest) => bestOf(contenders, lowest)).filter((best) => best !== null);
    const blocks = told.map(({ span }): Block => {
      const marker = `[${desk.book.cite(documentId, span)}]`;
      return { type: "paragraph", text: `${sliceOf(document.text, span)}${marker}` };
    });
    return desk.draft("rank", blocks);
  }
  return null;
}

interface Sought {
  readonly window: Span;
  readonly names: readonly string[];
  readonly growth: boolean;
}

/** A、B、C参保人数分别为1、2、3: the one that is highest, and the others. */
function toldTogether(desk: Desk, document: SourceDocument, { window, names, growth }: Sought): Draft | null {
  const figures = partFigures(document, window).filter(({ together, unit }) => {
    return together > 1 && (unit === "%") === growth;
  });
  const name = names.find((each) => figures.some(({ near }) => near.includes(each)));
  const first = figures.find(({ near }) => name !== undefined && near.includes(name));
  if (name === undefined || first === undefined) return null;
  const at = figures.indexOf(first);
  const together = figures.slice(at, at + first.together);
  if (together.length !== first.together) return null;
  const text = mostOf(desk, together, `[${desk.book.cite(document.id, first.sentence)}]`);
  return desk.draft("rank", [{ type: "paragraph", text }]);
}

function contendersIn(
  document: SourceDocument,
  window: Span,
  { name, growth, asked }: { name: string; growth: boolean; asked: string },
): Contender[] {
  const section = sectionAt(document, window.start);
  if (section === null) return [];
  const paragraph = { start: document.text.lastIndexOf("\n", window.start) + 1, end: section.span.end };
  const { text } = document;
  const all = sentences(text, paragraph);
  const sorted = all.flatMap((span) => entriesOf(text, span, asked));
  return (sorted.length > 1 ? sorted : all).flatMap((span) => {
    const words = sliceOf(document.text, span);
    if (!words.includes(name)) return [];
    const from = words.indexOf(name) + name.length;
    const quantity = findQuantities(words).find(
      (each) =>
        each.start >= from &&
        each.start - from <= REACH + (growth ? REACH : 0) &&
        (each.unit === "%") === growth &&
        (!growth || /[增涨升降占]/.test(words.slice(from - name.length, each.start))),
    );
    if (quantity === undefined) return [];
    const value = growth
      ? quantity.value
      : (convert(quantity.value, quantity.unit ?? "", "亿元") ?? quantity.value);
    return [{ span, value: new Decimal(value) }];
  });
}

/** 按行业分：产业项目有46个，…；基础设施项目有127个，…: the entries of a sentence that sorts as the question does. */
function entriesOf(text: string, { start, end }: Span, asked: string): Span[] {
  const words = text.slice(start, end);
  const sorting = SORTED.exec(foldPlain(words))?.[1];
  if (sorting === undefined || !asked.includes(sorting)) return [];
  let at = start + words.indexOf("：") + 1;
  return text
    .slice(at, end)
    .split("；")
    .map((entry) => {
      const span = { start: at, end: at + entry.length };
      at = span.end + 1;
      return span;
    });
}

function bestOf(contenders: readonly Contender[], least: boolean): Contender | null {
  if (contenders.length < 2) return null;
  return contenders.reduce((best, each) =>
    (least ? each.value.lt(best.value) : each.value.gt(best.value)) ? each : best,
  );
}
