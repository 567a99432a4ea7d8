import type { SourceDocument } from "#domain/document.ts";
import type { ReportPart } from "#indicators/extract-part.ts";
import { speaksOfOthers } from "./actor.ts";
import { distribute } from "./distribute.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { indicatorOf } from "./indicator-of.ts";
import { fallStart, type LeadReading, readLead } from "./lead.ts";
import { type Period, periodOfFigure } from "./period.ts";
import { readSubject, type Subject, withoutLead } from "./subject.ts";
import { type FigureTime, timeOf } from "./time.ts";
import { anyOf, words } from "./words.ts";

/** One figure understood. Offsets are into the compact sentence. */
export interface Fact extends FigureTime {
  readonly indicator: string;
  /** As printed, with 增长 or 下降 for a growth. */
  readonly name: string;
  readonly region: string | null;
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly confidence: number;
  /** Where the printed figure begins: at 下降 for a fall. */
  readonly start: number;
  readonly end: number;
}

/** A sentence and where it stands. */
export interface SentenceContext {
  readonly document: SourceDocument;
  readonly part: ReportPart | null;
  readonly period: Period;
  /** The compact sentence. */
  readonly text: string;
}

/** The subjects of a group of figures and how surely they are its. */
interface Subjects {
  readonly list: readonly Subject[];
  readonly confidence: number;
  /** The subjects of the levels told one after the other up to here: A 1元，B 2元，分别增长3%、4%. */
  readonly row: readonly Subject[];
  /** 新增 where these were added: what follows after 、 was added too. */
  readonly added?: string | null;
}

const ADDED = new RegExp(`^${anyOf(words.added)}`, "u");
const ACTED = new RegExp(`^新?${anyOf(words.verbs)}`, "u");
const CHANGED = /^[，,、]?(?:同比|[比较]上年)(?:增长|下降|增加|减少)?|^[，,、](?:增长|下降)/u;
const SURE = 0.95;
const INHERITED = 0.9;
const DESCRIBED = 0.85;
const UNKNOWN_NAME = 0.75;
const NO_PART = 0.1;
const LEAST = 0.6;

const AFTER =
  /^(?:[）)]|以[上下内]|左右|上下|[“”"])*(?:$|[，,。；;、：！？（(及和与或]|大关|同比|比上年|较上年|比去年|增长|下降|增幅|位[居列]|居|列|排|其中|完成|占|提前|超|创|实现|保持|连续|均|并|再|又|首次|总量|稳居|跃居|的(?:较[低高好]|合理|历史|预期)?(?:水平|区间|目标|新高)|目标)/u;

/** A figure and those listed after it without words of their own. */
function groupAt(figures: readonly Figure[], at: number): Figure[] {
  let end = at + 1;
  while (figures[end]?.listed) end++;
  return figures.slice(at, end);
}

/** The unit of each figure; in 2.3和4.1个百分点 the first takes that of the last. Null when one has none. */
function unitsOf(group: readonly Figure[]): string[] | null {
  const last = group.at(-1)?.quantity.unit ?? null;
  const units = group.map(({ quantity }) => quantity.unit ?? last);
  return units.every((unit) => unit !== null) ? units : null;
}

const DESCRIPTION =
  /^(?<subject>.{2,16}?)(?:增长|保持|运行|稳步|持续|快速|平稳|强劲|恢复|较快|明显|稳中|迅速|蓬勃|进一步|再创|大幅|显著|稳定|势头|走势|不断|加快|提速)[^，；。\d]{0,8}$/u;

/** 工业投资增长强劲，完成70.5亿元: the clause before names the subject and describes it. */
function describedSubject(context: SentenceContext, figure: Figure): Subject | null {
  const clauses = context.text.slice(0, figure.from).split(/[，；。：]/u);
  const described = DESCRIPTION.exec(clauses.at(-2) ?? "")?.groups?.["subject"];
  const subject = described === undefined ? null : readSubject(context.document, described);
  return subject?.concept == null ? null : subject;
}

/** 基本养老、医保参保率稳定在97%以上: one rate for each of the list, the last of which names itself. */
function sharedSubject(document: SourceDocument, text: string, unit: string): Subject | null {
  const last = text.split("、").at(-1) ?? "";
  const subject = unit === "%" && last !== text ? readSubject(document, last) : null;
  return subject?.concept == null ? null : subject;
}

/** 增长7.1%，一般公共预算收入升至全国第4位，增长11.1%: a clause between the figures may name a subject of its own. */
function subjectBetween(context: SentenceContext, figure: Figure, lead: LeadReading): Subject | null {
  if (lead.measure !== "growth") return null;
  const clause = /[，、；](?<clause>[^，、；。：\d]{4,16}(?:\d+位[^，、；。：\d]{0,6})?)[，、]$/u.exec(
    context.text.slice(0, figure.from),
  )?.groups?.["clause"];
  if (clause === undefined) return null;
  for (let end = clause.length; end >= 3; end--) {
    const subject = readSubject(context.document, clause.slice(0, end));
    if (subject?.concept != null) return subject;
  }
  return null;
}

function ownSubjects(context: SentenceContext, text: string, group: readonly Figure[]): Subjects | null {
  const { document } = context;
  const count = group.length;
  const unit = unitsOf(group)?.[0] ?? "";
  const whole = count === 1 ? (readSubject(document, text) ?? sharedSubject(document, text, unit)) : null;
  if (whole !== null) {
    const confidence = whole.concept === null ? UNKNOWN_NAME : SURE;
    return { list: [whole], row: [whole], confidence, added: ADDED.exec(withoutLead(text))?.[0] ?? null };
  }
  if (count === 1) return null;
  const names = distribute(withoutLead(text), count);
  const list = names?.map((name) => readSubject(document, name)) ?? [null];
  if (!list.every((subject) => subject !== null)) return null;
  const [first] = list;
  const regions = list.map((subject) =>
    first?.regionSaid === true ? { ...subject, region: first.region } : subject,
  );
  return {
    list: regions,
    row: regions,
    confidence: list.every(({ concept }) => concept !== null) ? INHERITED : UNKNOWN_NAME,
  };
}

/** 新增市场主体3.1万户、总量达125.5万户: the total is of the market entities, not of the new ones. */
function wholeOf(document: SourceDocument, subject: Subject): Subject | null {
  const added = ADDED.exec(subject.name)?.[0];
  if (added === undefined) return subject;
  const whole = readSubject(document, subject.name.slice(added.length));
  return whole?.concept == null ? null : { ...whole, region: subject.region };
}

function subjectsOf(
  context: SentenceContext,
  group: readonly Figure[],
  lead: LeadReading,
  last: Subjects | null,
): Subjects | null {
  const [figure] = group;
  if (figure === undefined) return null;
  if (figure.continued && last?.added != null && !lead.linked && !ACTED.test(withoutLead(lead.subject))) {
    const more = ownSubjects(context, `${last.added}${lead.subject}`, group);
    return more === null ? null : { ...more, added: last.added };
  }
  if (lead.subject !== "") return ownSubjects(context, lead.subject, group);
  const between = last === null ? null : subjectBetween(context, figure, lead);
  if (between !== null) return { list: [between], row: [between], confidence: DESCRIBED };
  if (last !== null) {
    const several = lead.measure === "growth" && group.length > 1 ? last.row.slice(-group.length) : [];
    if (last.list.length === 1 && several.length === group.length)
      return { ...last, list: several, confidence: INHERITED };
    const fits = last.list.length === group.length && (lead.measure === "growth" || lead.total);
    const list = lead.total ? last.list.map((subject) => wholeOf(context.document, subject)) : last.list;
    if (!fits || !list.every((subject) => subject !== null)) return null;
    return { ...last, list, confidence: Math.min(INHERITED, last.confidence) };
  }
  const described = group.length === 1 ? describedSubject(context, figure) : null;
  return described === null ? null : { list: [described], row: [described], confidence: DESCRIBED };
}

/** The subjects with those before them, while one level follows the other. */
function continuing(last: Subjects | null, subjects: Subjects | null, lead: LeadReading): Subjects | null {
  if (subjects === null || last === null || lead.subject === "" || lead.measure === "growth") return subjects;
  return { ...subjects, row: [...last.row, ...subjects.list] };
}

function qualifierOf(figure: Figure): string | null {
  const { before, after, upper } = figure.quantity;
  const words = [before, upper === null ? null : `至${upper}`, after].filter((word) => word !== null);
  return words.length === 0 ? null : words.join("、");
}

interface Reading {
  readonly lead: LeadReading;
  readonly subject: Subject;
  readonly confidence: number;
  readonly unit: string;
}

function factOf(context: SentenceContext, figure: Figure, first: Figure, reading: Reading): Fact | null {
  const { lead, subject, unit } = reading;
  const { quantity } = figure;
  const linked = lead.linked || quantity.before !== null;
  const named = indicatorOf(subject, { lead, unit, linked, changed: CHANGED.test(figure.trail) });
  const period = periodOfFigure(context.period, context.text, quantity);
  if (named === null || (named.flow && period === "mixed")) return null;
  const time = timeOf({
    document: context.document,
    part: context.part,
    manyYears: period === "many" || (period === "mixed" && context.part === "plan"),
    yearly: /年均|年平均|每年/u.test(lead.calibre),
    change: lead.measure === "growth",
    before: context.text.slice(0, quantity.start),
    clause: first.lead.replace(subject.name, ""),
  });
  if (time === null) return null;
  const confidence =
    Math.min(reading.confidence, named.known ? SURE : UNKNOWN_NAME) - (context.part === null ? NO_PART : 0);
  if (confidence < LEAST) return null;
  return {
    ...time,
    indicator: named.indicator,
    name: lead.measure === "level" ? subject.name : `${subject.name}${lead.fall ? "下降" : "增长"}`,
    region: subject.region,
    value: named.negative ? `-${quantity.value}` : quantity.value,
    unit,
    qualifier: qualifierOf(figure),
    confidence: Number(confidence.toFixed(2)),
    start: named.negative && figure === first ? fallStart(figure) : quantity.start,
    end: quantity.end,
  };
}

/** The figures of one sentence whose subject, region, year and kind are clear; the others are left out. */
export function factsOf(context: SentenceContext): Fact[] {
  const figures = figuresOf(context.text);
  const facts: Fact[] = [];
  let last: Subjects | null = null;
  for (let at = 0; at < figures.length; ) {
    const group = groupAt(figures, at);
    at += group.length;
    const [first] = group;
    const units = unitsOf(group);
    const lead = first === undefined || units === null ? null : readLead(first.lead, units[0] ?? null);
    if (first === undefined || units === null || lead === null) {
      last = null;
      continue;
    }
    const subjects: Subjects | null = subjectsOf(context, group, lead, last);
    last = continuing(last, subjects, lead);
    if (subjects === null || first.ruled || !AFTER.test(group.at(-1)?.trail ?? "")) continue;
    const said = subjects.list.some((subject) => subject.regionSaid);
    if (!said && lead.subject !== "" && speaksOfOthers(context.document, context.text.slice(0, first.from))) {
      last = null;
      continue;
    }
    for (const [index, figure] of group.entries()) {
      const subject = subjects.list[index];
      const unit = units[index];
      if (subject === undefined || unit === undefined) continue;
      const fact = factOf(context, figure, first, { lead, subject, unit, confidence: subjects.confidence });
      if (fact !== null) facts.push(fact);
    }
  }
  return facts;
}
