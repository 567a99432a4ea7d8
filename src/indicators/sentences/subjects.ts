import type { SourceDocument } from "#domain/document.ts";
import { describedSubject, passingSubject, subjectBetween } from "./clause-before.ts";
import { DESCRIBED, INHERITED, type SentenceContext, SURE, type Subjects, UNKNOWN_NAME } from "./context.ts";
import { countedSubject, investmentOfProjects, sumOfProjects } from "./counted.ts";
import { isClassified, verbOf } from "./deeds.ts";
import { distribute, industriesApart, sidesOf } from "./distribute.ts";
import { unitsOf } from "./figure-groups.ts";
import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";
import { goesOn } from "./onward.ts";
import { placesWithin } from "./place/places-within.ts";
import { withRoad } from "./road.ts";
import { othersShared, sharedSubject } from "./shared.ts";
import { readSubject, type Subject, withoutLead } from "./subject.ts";
import { partOf, toldOn } from "./told-on.ts";
import { topicSubject } from "./topic.ts";
import { anyOf, words } from "./words.ts";

const ADDED = new RegExp(`^${anyOf(words.added)}`, "u");
/** 均增长, 都保持在: one figure for each of a list. */
const EACH =
  /(?:均|都|各|分别)(?:实现|保持|完成|比上年|同比|较上年|实际|超额)*(?:增长|提高|下降|达|为|在|控制|超过)/u;
const NEW = new RegExp(`^(?:${anyOf(words.added)}|新?认定|新?培育)`, "u");
const ACTED = new RegExp(`^(?:新?${anyOf(words.verbs)}|改善)`, "u");

/** 进口、出口分别下降3%和增长5%: the first figure of two is not of both. */
function goesToOthers(figure: Figure | undefined): boolean {
  return figure?.lead.includes("分别") === true && /^[、和及与](?!\d)/u.test(figure.trail);
}

/** 新增, or 新建和改扩建 where two verbs add: what follows after 、 was added by both. */
function addingVerb(text: string, verb: string | null): string | null {
  const added = ADDED.exec(text)?.[0];
  if (added === undefined) return null;
  return verb?.startsWith(added) === true ? verb : added;
}

/** 城镇和农村居民人均可支配收入均增长8%: indicators of the catalogue, each told in the one figure. */
function ofEach({ document }: SentenceContext, text: string): Subjects | null {
  const sides = sidesOf(text);
  const names = sides < 2 ? null : distribute(withoutLead(text), sides);
  const list = (names ?? []).map((name) => readSubject(document, name)).filter((subject) => subject !== null);
  const known = list.length === sides && list.every(({ concept }) => concept !== null);
  const [first] = list;
  if (!known || first === undefined) return null;
  const regions = first.regionSaid ? list.map((subject) => ({ ...subject, region: first.region })) : list;
  return { list: regions, row: regions, confidence: INHERITED, shared: true };
}

/** 桐庐县、建德市的空气优良天数分别为346天、355天: one indicator of the catalogue, a figure each. */
function eachPlace(document: SourceDocument, text: string, count: number): Subjects | null {
  const places = placesWithin(document, text);
  const rest = places.length === count ? places.at(-1)?.rest : undefined;
  const measured = rest === undefined ? null : readSubject(document, rest);
  if (measured === null || measured.concept === null) return null;
  const list = places.map(({ name }) => ({ ...measured, region: name, regionSaid: true }));
  return { list, row: list, confidence: INHERITED };
}

function ownSubjects(context: SentenceContext, said: string, group: readonly Figure[]): Subjects | null {
  const { document } = context;
  const text = withRoad(context.text.slice(0, group[0]?.from), industriesApart(said));
  const count = group.length;
  const unit = unitsOf(group)?.[0] ?? "";
  const shared = count === 1 && !goesToOthers(group[0]);
  const each = shared && EACH.test(group[0]?.lead ?? "") ? ofEach(context, text) : null;
  if (each !== null) return each;
  const own = count === 1 ? readSubject(document, text) : null;
  const last = shared && own === null ? sharedSubject(document, text, unit) : null;
  const whole = own ?? last;
  if (whole !== null) {
    const confidence = whole.concept === null ? UNKNOWN_NAME : SURE;
    const verb = whole.deed === undefined ? null : verbOf(whole.deed);
    const others = last === null ? [] : othersShared(document, text);
    return {
      list: [whole, ...others],
      row: [whole],
      confidence,
      ...(others.length > 0 ? { shared: true } : {}),
      added: addingVerb(withoutLead(text), verb),
      done: verb === null ? null : { verb, unit },
    };
  }
  if (count === 1) {
    const topic = topicSubject(context, text);
    return topic === null ? null : { list: [topic], row: [topic], confidence: DESCRIBED };
  }
  const ofPlaces = eachPlace(document, withoutLead(text), count);
  if (ofPlaces !== null) return ofPlaces;
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
  const added = NEW.exec(subject.name)?.[0];
  if (added === undefined) return subject;
  const whole = readSubject(document, subject.name.slice(added.length));
  return whole === null ? null : { ...whole, region: subject.region };
}

/** True where a level reached tells the total of what was added just before: 新认定平台42家，达到408家. */
function totals(last: Subjects, lead: LeadReading, figure: Figure): boolean {
  const isNew = last.list.every(({ name }) => NEW.test(name));
  return lead.total || (isNew && lead.reached && last.done?.unit === figure.quantity.unit);
}

const SIZE = /^[万亿千百]+/u;

/** 投用公共停车场5个、小微停车场20个; 事故起数下降22%、死亡人数下降16%: a verb or first words of before go on. */
function goingOn(context: SentenceContext, group: readonly Figure[], lead: LeadReading, last: Subjects) {
  const unit = group[0]?.quantity.unit?.replace(SIZE, "");
  const { done } = last;
  const sameKind =
    unit === done?.unit.replace(SIZE, "") || (isClassified(unit ?? "") && isClassified(done?.unit ?? ""));
  if (done != null && sameKind && lead.subject.length >= 3 && !lead.linked) {
    const more = ownSubjects(context, `${done.verb}${lead.subject}`, group);
    if (more !== null && !ACTED.test(lead.subject)) return { ...more, done };
  }
  const [subject] = last.list;
  if (subject?.concept == null || group.length > 1) return null;
  for (let at = 2; at < subject.name.length; at++) {
    const whole = readSubject(context.document, subject.name.slice(0, at) + lead.subject);
    if (whole?.concept != null)
      return { list: [{ ...whole, region: subject.region }], row: [whole], confidence: INHERITED };
  }
  return null;
}

/** …，优良率分别为94.5%、97.0%: of the places told of before, in their order. */
function ofSamePlaces(
  { document }: SentenceContext,
  text: string,
  count: number,
  { list }: Subjects,
): Subjects | null {
  if (list.length !== count || !list.every(({ regionSaid }) => regionSaid)) return null;
  const names = list.map(({ region }) => region ?? "").join("、");
  return eachPlace(document, `${names}的${withoutLead(text)}`, count);
}

/** The subjects, one of which the catalogue knows, or which tell of a deed by their own words. */
function clear(subjects: Subjects | null): subjects is Subjects {
  return subjects?.list.some(({ concept, deed }) => concept !== null || deed !== undefined) === true;
}

/** What the lead names by itself, or together with what went before. */
function leadSubjects(
  context: SentenceContext,
  group: readonly Figure[],
  lead: LeadReading,
  last: Subjects | null,
) {
  const own = ownSubjects(context, lead.subject, group);
  if (last === null) return own;
  const samePlaces = own === null ? ofSamePlaces(context, lead.subject, group.length, last) : null;
  if (samePlaces !== null) return samePlaces;
  const [figure, another] = group;
  const told =
    !clear(own) && figure !== undefined && another === undefined ? toldOn(context, figure, lead, last) : null;
  if (told !== null) return told;
  const continued = group[0]?.continued === true;
  const more = continued && own?.done == null ? goingOn(context, group, lead, last) : null;
  const part = another === undefined ? partOf(context, lead, last) : null;
  if (part !== null) return part;
  if (clear(own)) return withDeed(own, more);
  if (continued) return more ?? own;
  return own ?? (group.length === 1 ? sumOfProjects(lead, last) : null);
}

/** 认定高新技术企业40家、科技企业300家: how many there are, or how many more were certified. */
function withDeed(own: Subjects, more: Subjects | null): Subjects {
  const deed = more?.list[0]?.deed;
  return deed === undefined ? own : { ...own, list: own.list.map((subject) => ({ ...subject, deed })) };
}

/** True for a thing that may have been added as well, not for another measure: 新增商标30个、专利授权量1128件. */
function goesOnAdding(lead: LeadReading): boolean {
  return (
    !lead.linked &&
    !ACTED.test(withoutLead(lead.subject)) &&
    !/(?:授权|申请|产|销|业务)量$|[率额]$/u.test(lead.subject)
  );
}

const GROWTH_BEFORE =
  /(?:[%％‰倍]|百分之[零〇一二三四五六七八九十百点]+)(?:以[上内]|左右|上下|目标|的?增长)?[，、,]$/u;

/** 产量增长94.5%、达168.4万辆: the level that the growth told right before has led to. */
function reachedBy(last: Subjects, lead: LeadReading, figure: Figure, before: string): boolean {
  if (last.grew !== true || lead.measure === "growth" || !GROWTH_BEFORE.test(before)) return false;
  if (/[%‰点倍]$/u.test(figure.quantity.unit ?? "")) return false;
  return lead.reached || /(?:完成|实现)$/u.test(figure.lead) || /突破|超/u.test(figure.quantity.before ?? "");
}

/** 农牧民人均纯收入连续五年保持两位数增长，2007年达到2788元: the clause before names the subject. */
const ONLY_YEAR = /^到?(?:19|20)\d\d年底?$/u;

/** The subjects of a group of figures: named by its lead, or those of the figures before it. Null when unclear. */
export function subjectsOf(
  context: SentenceContext,
  group: readonly Figure[],
  lead: LeadReading,
  last: Subjects | null,
): Subjects | null {
  const [figure] = group;
  if (figure === undefined) return null;
  if (figure.continued && last?.added != null && goesOnAdding(lead)) {
    const more = ownSubjects(context, `${last.added}${lead.subject.replace(/^其中/u, "")}`, group);
    return more === null ? null : { ...more, added: last.added };
  }
  const counted = group.length === 1 && !figure.ruled ? countedSubject(context, figure) : null;
  if (counted !== null) return counted;
  const invested = group.length === 1 ? investmentOfProjects(context, figure) : null;
  if (invested !== null) return invested;
  if (lead.subject !== "" && !ONLY_YEAR.test(lead.subject)) return leadSubjects(context, group, lead, last);
  const between =
    passingSubject(context, figure, lead) ?? (last === null ? null : subjectBetween(context, figure, lead));
  if (between !== null) return { list: [between], row: [between], confidence: DESCRIBED };
  if (last !== null) {
    const several = lead.measure === "growth" && group.length > 1 ? last.row.slice(-group.length) : [];
    if (last.list.length === 1 && several.length === group.length)
      return { ...last, list: several, confidence: INHERITED };
    const total = totals(last, lead, figure);
    const reached = reachedBy(last, lead, figure, context.text.slice(0, figure.from));
    const fits =
      last.list.length === group.length &&
      (lead.measure === "growth" ||
        total ||
        reached ||
        (last.onward !== undefined && goesOn(last.onward, lead, figure)));
    const list = total ? last.list.map((subject) => wholeOf(context.document, subject)) : last.list;
    if (!fits || !list.every((subject) => subject !== null)) return null;
    const { shared, ...each } = last;
    const kept = shared === true && !reached ? last : each;
    return { ...kept, list, confidence: Math.min(INHERITED, last.confidence) };
  }
  const described = group.length === 1 ? describedSubject(context, figure) : null;
  return described === null ? null : { list: [described], row: [described], confidence: DESCRIBED };
}
