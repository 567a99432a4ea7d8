import type { Draft } from "#answer/draft.ts";
import { expectationOf, meets } from "#answer/passages/expectation.ts";
import { yearsAt } from "#answer/passages/report-half.ts";
import { namedShare, ownWords, withoutPlace } from "#answer/passages/wording.ts";
import type { Sources } from "#answer/sources.ts";
import { textsOf } from "#answer/verify.ts";
import type { Span } from "#domain/span.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import type { AskedPart } from "#question/parts/asked-parts.ts";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import { clauses } from "#text/sentences.ts";

/** What is asked in other words may be told in a way that is not seen to tell it: a figure, a day, a name can be seen. */
export function asksFigure({ alone }: AskedPart): boolean {
  const { number, date, person } = expectationOf(foldPlain(alone));
  return number || date || person;
}

/** A part of a question, and how it is understood as a question of its own. */
export interface ReadPart {
  readonly part: AskedPart;
  readonly own: Question;
}

const HALF = 0.5;
const GROWTH = {
  asked: /增幅|增速|涨幅|降幅|增长|[增涨升降减跌提][高加少长]?(?:了|多少|几)|比.*[多高少低][了几多]|净增/u,
  told: /[增涨升降减跌高低多少缩扩][长加幅低高少产]?了?(?:约|近|超过|至|到)?\d|[增涨降][速幅][^,;。]*\d|连[涨增]|翻/u,
};
const SHARE = {
  asked: /占|份额|比重|几成/u,
  told: /占[^,;。]*\d|比重[^,;。]*\d|1\/\d|[一二三四五六七八九]成/u,
};
/** What is measured of a thing, and how a clause tells it. */
const MEASURES: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  SHARE,
  {
    asked: /第几|位次|排名|名次|排第/u,
    told: /第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]|首位|居/u,
  },
  { asked: /年均|每年/u, told: /年均[^,;。]*\d/u },
  { asked: /人均/u, told: /人均[^,;。]*\d/u },
  { asked: /累计|合计/u, told: /累计|[五三]年|十[一二三四五]五|共/u },
  GROWTH,
];

/** Whether a draft tells a part: a row of its indicator, year and kind, or a clause that names it beside a figure of its kind. */
export function tellsPart(draft: Draft, read: ReadPart, sources: Sources): boolean {
  const { status, used, blocks } = draft;
  if (status !== "answered") return false;
  if (used.some(({ row }) => isRowOf(row, read))) return true;
  const ofYear = used.length === 0 || used.some(({ row }) => isOfYear(row.year, read.own));
  const told = blocks
    .flatMap(textsOf)
    .join("\n")
    .replace(/\[\d+\]/gu, "");
  return ofYear && clauseTelling(told, read, sources) !== null;
}

/**
 * Whether a draft speaks of the time that a part is asked of, where several times are: of 五年累计、2011年目标 the sentence with the
 * target tells no sum of five years.
 */
export function tellsTimes(draft: Draft, read: ReadPart, sources: Sources): boolean {
  const { part, own } = read;
  const several = own.years.length === 0 && part.bare && SEVERAL_YEARS.test(part.said);
  return several
    ? draft.used.some(({ row }) => isRowOf(row, read)) ||
        draft.book.citations.some(({ quote }) => SEVERAL_YEARS.test(quote))
    : tellsYears(draft, read, sources);
}

/** Whether a draft has figures of the years that a part is asked of, or quotes what is about them. */
export function tellsYears({ used, book }: Draft, read: ReadPart, sources: Sources): boolean {
  if (used.some(({ row }) => isRowOf(row, read))) return true;
  return book.citations.some(({ documentId, start, end }) => {
    const document = sources.document(documentId);
    return (
      document === null || read.own.years.every((year) => yearsAt(document, { start, end }).includes(year))
    );
  });
}

const isOfYear = (year: number, { years }: Question): boolean => years.length === 0 || years.includes(year);

/** 五年累计: no single year. */
const SEVERAL_YEARS = /[五三]年(?![底末初])|十[一二三四五]五(?!末)|累计/u;

function isRowOf(row: Draft["used"][number]["row"], { part, own }: ReadPart): boolean {
  if (!isOfYear(row.year, own)) return false;
  if (own.years.length === 0 && SEVERAL_YEARS.test(part.said) && !row.period.includes("/")) return false;
  if (own.kinds.length === 1 && own.kinds[0] !== row.kind) return false;
  if (own.regions.length > 0 && row.region !== null && !own.regions.includes(row.region)) return false;
  if (GROWTH.asked.test(part.said) && row.unit !== "%" && !/增/u.test(row.indicator)) return false;
  return indicatorNames(own.indicators).includes(row.indicator);
}

/**
 * The clause of some words that names the part beside a figure of the kind that it asks for; null for none. Where another
 * part is told in the same sentence, `distinct` are the words that this one does not share with the others: of 粳稻最低收购价
 * the clause 早籼稻、粳稻每斤分别提高3分和1毛钱 has only 粳稻.
 */
export function clauseTelling(
  words: string,
  read: ReadPart,
  sources: Sources,
  distinct?: string,
): Span | null {
  const { part } = read;
  const expectation = expectationOf(foldPlain(part.alone));
  const measures = MEASURES.filter(({ asked }) => asked.test(part.said));
  const named = (names: readonly string[], near: string) =>
    names.length === 0 || names.some((name) => namedShare(name, near, sources.holdsTerm) >= enoughOf(name));
  // 增幅 names nothing: what it is of is named in the sentence.
  if (part.bare && distinct === undefined && !named(namesOf(part.within, read), foldPlain(words)))
    return null;
  const names =
    part.bare || !/\p{Script=Han}/u.test(part.said)
      ? []
      : distinct === undefined
        ? namesOf(part.said, read)
        : namesIn(distinct);
  const spans = clauses(words);
  const at = spans.findIndex(({ start, end }) => {
    const clause = foldPlain(words.slice(start, end));
    const level = SHARE.asked.test(part.within) ? clause : clause.replace(HELD_OF, "");
    const figures = asksAmount(read) ? level.replace(GROWN, "") : level;
    return (
      meets(expectation, figures) > 0 &&
      measures.every(({ told }) => told.test(clause)) &&
      named(names, clause)
    );
  });
  return spans[at] ?? null;
}

/** Of a short name all must be said: 交付 alone is no 交付率. */
const enoughOf = (name: string): number => (name.length > SHORT ? HALF : HALF + 0.01);
const SHORT = 3;

/** 占地区生产总值比重为54.1%. */
const HELD_OF = /占[^,;。\d]{1,16}\d[\d.]*%?/gu;
/** 增长13.8%. */
const GROWN = /(?:增长|提高|上升|上涨|下降|降低|回落|递增|增)(?:了|约|近|超过)?\d[\d.]*(?:%|个百分点)/gu;

/** 地区生产总值多少 is told by no growth, but where a target, a rate or a growth is asked for. */
const asksAmount = ({ part: { said, within }, own }: ReadPart): boolean =>
  !GROWTH.asked.test(said) &&
  !own.kinds.includes("target") &&
  !/[率比速幅度]|目标|cpi|指数|%|百分/u.test(within);

/** 到底有几家 says no name at all. */
function namesIn(words: string): readonly string[] {
  const own = withoutYears(ownWords(words));
  return own.length < 2 ? [] : [own];
}

/** What words of a part name, in the words of the question and of reports; empty where they name nothing. */
function namesOf(words: string, { own }: ReadPart): readonly string[] {
  const said = withoutYears(ownWords(withoutPlace(words, own)));
  if (said.length < 2) return [];
  const official = officialWordings(said).map((each) => each.replaceAll(" ", ""));
  return [said, ...official, ...indicatorNames(own.indicators).map(foldPlain)];
}

const withoutYears = (words: string): string =>
  foldPlain(words).replace(/(?:19|20)\d{2}年?[底末初度]?/gu, "");
