import { yearsApart } from "#answer/compare/regions-apart.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft, Rereading } from "#answer/draft.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { yearsAt } from "#answer/passages/report-half.ts";
import type { Sources } from "#answer/sources.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { joinedDrafts, withConclusion } from "./joined-drafts.ts";
import { yearAgainstYear } from "./year-against-year.ts";

/** One of the years, or places, that a question asks about together. */
interface Part {
  /** As the answer names it. */
  readonly name: string;
  /** How the question may name it. */
  readonly said: RegExp;
}

/**
 * 2020年达到多少，2021年要保持多少: where an answer leaves out one of the years or places asked about, each is asked by
 * itself. Null where the answer leaves out none, or some part is not answered alone either.
 */
export async function partByPart(
  question: Question,
  draft: Draft,
  rereading: Rereading,
): Promise<Draft | null> {
  const { sources, reread, answer } = rereading;
  const parts = partsAsked(question);
  const lacking = leavesOut(question, draft, sources);
  if (parts.length < 2 || (!lacking && (question.indicators.length < 2 || tellsAll(question, draft))))
    return null;
  const unit = draft.used[0]?.row.unit ?? "";
  const against = draft.status === "answered" ? null : yearAgainstYear(question);
  if (against !== null) return setAgainst(question, against, { ...rereading, parts });
  const told: Draft[] = [];
  const turns: string[] = [];
  let last = question;
  for (const part of parts) {
    const split = { part, parts, unit };
    const alone = askedOf(foldPlain(question.asked), { ...split, carries: false });
    // 2022年调查失业率控制在多少 has a subject of its own, 2022年新建多少个 takes the one before.
    const subject = alone !== null && reread([alone]).indicators.length > 0;
    const asked = subject ? alone : askedOf(foldPlain(question.asked), { ...split, carries: true });
    if (asked === null) return null;
    // 2023年建了多少亩，2024年打算建多少: the later clause goes on with the earlier one.
    turns.push(asked);
    const own = reread(turns);
    if (!isOf(own, question)) return null;
    // 2020年登记失业率，2022年调查失业率: what is asked of one year is not asked of the other.
    if (!lacking && own.indicators.length >= question.indicators.length) return null;
    const found = await answer(own);
    if (!tellsOnly(own, found) || told.some((other) => saysTheSame(other, found, part))) return null;
    told.push(found);
    last = own;
  }
  const whole = joinedDrafts(told, { names: parts.map(({ name }) => name), sources });
  return computedOf(question, whole, { read: last, sources }) ?? concluded(question, whole, sources);
}

/**
 * 2021年和2023年的目标分别定了多少，降了多少: the figures told of each year set against each other, under the name that a year alone
 * was read by, since 降了多少 of years asks for no growth of either. Null where no such change is asked or computed.
 */
function computedOf(
  question: Question,
  whole: Draft | null,
  { read: { indicators, measure }, sources }: { readonly read: Question; readonly sources: Sources },
): Draft | null {
  if (whole?.used.length !== question.years.length || !TOGETHER.test(foldPlain(question.asked))) return null;
  const asked = { ...question, indicators, measure };
  const draft = figuresDraft(asked, () => new Desk(asked, sources));
  const same = whole.used.every(({ row }) => draft?.used.some((told) => told.row.id === row.id));
  return draft !== null && same && draft.computed.length > 0 ? draft : null;
}

/** What is told of each of two years, with what follows from it. */
async function setAgainst(
  question: Question,
  asked: readonly string[],
  { parts, sources, reread, answer }: Rereading & { readonly parts: readonly Part[] },
): Promise<Draft | null> {
  const told: Draft[] = [];
  for (const words of asked) {
    const own = reread([words]);
    const found = isOf(own, question) ? await answer(own) : null;
    if (found === null || !tellsOnly(own, found)) return null;
    told.push(found);
  }
  return concluded(question, joinedDrafts(told, { names: parts.map(({ name }) => name), sources }), sources);
}

/** With what follows from a sentence of each year, where they are set against each other. */
function concluded(question: Question, whole: Draft | null, sources: Sources): Draft | null {
  if (whole === null || whole.book.citations.length !== question.years.length) return whole;
  const desk = new Desk(question, sources);
  const text = yearsApart(desk, whole.book.citations);
  return text === null ? whole : withConclusion(desk, whole, text);
}

/** The years named in full, else the places; empty where several of both are asked about. */
function partsAsked({ years, regions, asked, followUp, language, gate }: Question): Part[] {
  if (followUp || language !== "zh" || gate !== null) return [];
  if (regions.length <= 1 && years.length <= MOST && years.every((year) => asked.includes(String(year))))
    return years.map((year) => ({ name: `${year}年`, said: new RegExp(`(?<!\\d)${year}年?`, "u") }));
  return [];
}

const MOST = 4;
/** 哪一年更大, 都报一下: each is asked of each year. */
const EACH_OF_EACH = /哪一?年|[都各]|分别/u;

/** Whether every indicator is told of every year, where the words ask for all of them. */
const tellsAll = ({ asked, indicators, years }: Question, { used }: Draft): boolean =>
  EACH_OF_EACH.test(asked) &&
  indicators.every(({ names }) =>
    years.every((year) => used.some(({ row }) => row.year === year && names.includes(row.indicator))),
  );

const isOf = (own: Question, whole: Question): boolean =>
  own.years.length === 1 &&
  own.regions.join() === whole.regions.join() &&
  own.otherRegions.join() === whole.otherRegions.join();

/** Whether it is answered, and with figures of no other year. */
const tellsOnly = ({ years }: Question, { status, used }: Draft): boolean =>
  status === "answered" && used.every(({ row }) => years.includes(row.year));

/** Whether both quote one sentence that does not print the part's year: it is told of one of them at most. */
function saysTheSame(other: Draft, { used, book: { citations } }: Draft, { said }: Part): boolean {
  if (used.length > 0) return false;
  return citations.some(
    ({ quote, start }) =>
      !said.test(quote) &&
      other.book.citations.some((theirs) => theirs.quote === quote && theirs.start === start),
  );
}

/** Whether a year asked about is neither that of a figure told nor that of a passage quoted. */
function leavesOut({ years }: Question, { status, used, book }: Draft, sources: Sources): boolean {
  if (status !== "answered") return true;
  const rows = used.map(({ row }) => row.year);
  const quoted = book.citations.flatMap((citation) => {
    const document = sources.document(citation.documentId);
    return document === null ? [] : yearsAt(document, citation);
  });
  const told = new Set<number | null>(rows.length > 0 ? rows : quoted);
  return years.some((year) => !told.has(year));
}

/** 2020年、2022年和2023年: parts with nothing but joining words between. */
const JOIN = "[、,，和与及跟到至以还有—~-]*";
const CLAUSE = /(?<=[,，;；。？?])|(?<=、)(?=\d{4}年)/u;
const EACH = /分别|各自|各(?=是|有|为|达|完成|多少|几)/gu;
/** 2022年实际到2023年计划: each with its kind. */
const OF_KINDS =
  /((?:19|20)\d{2}年?的?(?:实际|目标|计划|预期|完成|实绩)[^,，。?？\d]{0,4}?)(?:到|至|和|与|跟|比|同)(?=(?:19|20)\d{2})/gu;
/** 个, 家: what is counted one by one. */
const COUNTS = /^[个家所件套户部座条名辆处公里亩]$/u;
/** 是增加还是减少, 差多少: asked of the parts together. */
const TOGETHER =
  /是[多增升涨高]了?[，,、]?是[少减降跌低].*$|(?:的(?:数量)?)?(?:是|有|到底)?(?:多|增加|增|提高|升|涨|高|大|快|变多|上升)了?(?:还是|没有).*$|(?:有没有|有无|是否|是不是)(?:所)?(?:提高|增加|上升|下降|减少|变化|增长|降低).*$|(?:怎么|如何|咋)(?:变|走|爬)的?.*$|(?:相差|差|多了?|少了?|[涨升降跌]了?|提高了?|增加了?|减少了?)(?:多少|几).*$/u;

/** The question with one of its parts alone; null where its words do not come apart. */
function askedOf(
  asked: string,
  { part, parts, unit, carries }: { part: Part; parts: readonly Part[]; unit: string; carries: boolean },
): string | null {
  const any = parts.map(({ said }) => said.source).join("|");
  const one = asked.replace(new RegExp(`(?:${any})(?:${JOIN}(?:${any}))+`, "gu"), (run) =>
    part.said.test(run) ? part.name : run,
  );
  const others = parts.filter((other) => other !== part);
  const clauses = one.replace(OF_KINDS, "$1，").split(CLAUSE);
  const first = clauses.findIndex((clause) => parts.some(({ said }) => said.test(clause)));
  const subject = leadOf(clauses[first] ?? "", any);
  const kept = clauses
    .filter((clause, at) => at < first || part.said.test(clause))
    .map((clause) => (carries && leadOf(clause, any) === "" ? subject + clause : clause))
    .join("");
  if (!part.said.test(kept) || others.some(({ said }) => said.test(kept))) return null;
  const own = kept
    .replace(/[,，;；。？?、]+$/u, "")
    .replace(TOGETHER, "")
    .replace(EACH, "");
  return /多少|几|哪|什么|谁|怎/u.test(own) ? own : `${own}是多少${COUNTS.test(unit) ? unit : ""}`;
}

/** 江北养老服务站 in 江北养老服务站2020年新建多少个: what stands before the year, where it says more than the place. */
function leadOf(clause: string, any: string): string {
  const at = clause.search(new RegExp(any, "u"));
  const lead = at < 1 ? "" : clause.slice(0, at);
  return lead.length > LONGEST_PLACE ? lead : "";
}

/** 大渡口区, and 区的 of it. */
const LONGEST_PLACE = 5;
