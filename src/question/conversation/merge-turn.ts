import { chosen } from "#indicators/catalogue-choice.ts";
import { sameThing } from "#question/indicator/bare-deed.ts";
import { inMeasure, inMeasureOf, namedIndicator } from "#question/indicator/lookup-names.ts";
import { operationOf } from "#question/operation.ts";
import { type CorpusOutline, newestReport } from "#question/outline.ts";
import { inYearsOfReport } from "#question/period/report-year.ts";
import { withYearsInBrackets, yearKindsIn } from "#question/period/year-kinds.ts";
import type { NamedIndicator, Operation, Residue } from "#question/question.ts";
import { asksWhole, wholeOf, wholeTopic } from "#question/whole.ts";
import { patterns } from "#question/words/patterns.ts";
import { counterpartsOf } from "./counterpart.ts";
import { operationAfter } from "./operation-after.ts";
import { EMPTY, type Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

/** A turn with the indicators it names. */
export interface NamedTurn {
  readonly turn: TurnReading;
  readonly indicators: readonly NamedIndicator[];
}

/** One turn put on top of what was talked of before; `before` is EMPTY at the start and after a switch of topic. */
export function mergeTurn(
  before: Slots,
  { turn: read, indicators }: NamedTurn,
  outline: CorpusOutline,
): Slots {
  const turn = inYearsOfReport(read, indicators, outline);
  const followUp = before !== EMPTY && continues(before, { turn, indicators });
  const own = pickRegions(turn);
  const places = own.regions.length + own.otherRegions.length;
  const namesRegion = places > 0 || own.unclearPlace !== null || turn.ranges;
  if (!followUp) {
    // A new subject without a region of its own is most likely still about the region talked of.
    const regions = namesRegion || turn.operation === "definition" ? own : pickRegions(before);
    return {
      ...EMPTY,
      ...regions,
      ...(namesRegion || turn.operation === "definition"
        ? yearsOf(turn, regions.regions, outline)
        : followingYears(before, turn, () => yearsOf(turn, regions.regions, outline))),
      ...subjectOf(turn, indicators),
      yearKinds: yearKindsOf(turn, regions.regions, outline),
    };
  }
  const regions = namesRegion ? own : pickRegions(before);
  return {
    ...regions,
    ...followingYears(before, turn, () => yearsOf(turn, regions.regions, outline)),
    ...carried(before, turn, indicators),
    residue: residueAfter(before, turn, indicators),
    yearKinds: yearKindsOf(turn, regions.regions, outline),
    places: turn.places,
    sides: [],
    measure: turn.measure,
    followUp: true,
    dangling: false,
  };
}

type Where = Pick<Slots, "regions" | "otherRegions" | "inside" | "unclearPlace">;

function pickRegions({ regions, otherRegions, inside, unclearPlace }: Where): Where {
  return { regions, otherRegions, inside, unclearPlace };
}

type Years = Pick<Slots, "years" | "relativeYear">;

function followingYears(before: Slots, { years, folded }: TurnReading, own: () => Years): Years {
  const talked = before.years.at(-1);
  if (talked !== undefined && patterns.againstYearBefore.test(folded))
    return { years: [talked - 1, talked], relativeYear: null };
  if (years.shift !== 0 && before.years.length > 0)
    return { years: before.years.slice(-1).map((year) => year + years.shift), relativeYear: null };
  // 明年目标呢 after 2023年: the year after the one talked of, not the one after today's.
  const [said, another] = years.relative;
  const last = before.relativeYear === null ? before.years.at(-1) : undefined;
  if (last !== undefined && another === undefined && said?.from === NEXT && said.to === NEXT)
    return { years: [last + 1], relativeYear: null };
  if (years.years.length > 0 || years.relative.length > 0) return own();
  return { years: before.years, relativeYear: before.relativeYear };
}

/** How far 明年 lies from the year that the newest report looks back on. */
const NEXT = 2;

/**
 * A turn that says whom and what it asks about stands by itself, though a word in it points somewhere: 渝北那个长安新工厂年产能多大,
 * What was Yubei's GDP and how fast did it grow, 大渡口没完成的指标列一下.
 */
function standsAlone({ turn, indicators }: NamedTurn): boolean {
  const { regions, otherRegions, cue, pointing, operation, kinds, folded, returns } = turn;
  if (regions.length + otherRegions.length === 0 || pointing || returns) return false;
  // 研发强度这块，渝北2023年多少: whom, when and what, whatever else its words seem to point at.
  const subject = turn.residue.replaceAll(" ", "").length;
  const asksOwn = indicators.length > 0 || subject >= (cue === null ? 2 : OWN);
  if (turn.years.years.length > 0 && asksOwn) return true;
  // 大渡口这个数跟目标差多少: the figure told is set against another.
  const against =
    operation === "difference" ||
    operation === "met" ||
    operation === "compare" ||
    patterns.against.test(folded) ||
    patterns.distance.test(folded);
  if (cue === "pronoun" || (cue === "opening" && !LEANS.test(folded)))
    return !against && (indicators.length > 0 || ownSubject(turn));
  const ofTargets = kinds.length > 0 || patterns.fulfilment.test(folded);
  return cue === null && operation === "list" && ofTargets;
}

/** So many characters beside a place and a year are a subject, though words among them point somewhere. */
const OWN = 6;

/** 那江北呢: leans on the turn before, whatever it names; 为什么江北要…, 比一比 do not. */
const LEANS = /^(?:那|这|再|还|然后|接着|另外|and\b|what about|how about)|呢[?？]?$/;

/** A turn goes on with the last one when it says so (那…呢, 不对) or when it names no subject of its own. */
function continues(before: Slots, { turn, indicators }: NamedTurn): boolean {
  if (standsAlone({ turn, indicators })) return false;
  if (turn.cue !== null || turn.returns || patterns.againstYearBefore.test(turn.folded)) return true;
  if (indicators.length > 0 || patterns.whichIndicators.test(turn.folded)) return false;
  const same = sameThing(before.topic, turn.residue) !== null;
  return !ownSubject(turn) || same || counterpartsOf(before.indicators, turn).length > 0;
}

const ownSubject = ({ residue }: TurnReading): boolean => residue.replaceAll(" ", "").length >= 2;

function subjectOf(turn: TurnReading, indicators: readonly NamedIndicator[]) {
  const operation = operationOf(turn, indicators);
  return {
    indicators,
    kinds: turn.kinds,
    places: turn.places,
    sides: [],
    measure: turn.measure,
    operation,
    topic: turn.topic,
    residue: turn.narrowing,
    followUp: false,
    dangling: dangles(turn, indicators, operation),
  };
}

/** 那个项目, 增速是多少, 为什么没完成: points at what no turn has named, or names nothing at all. */
function dangles(
  { pointing, residue, measure, ...turn }: TurnReading,
  indicators: readonly NamedIndicator[],
  operation: Operation,
): boolean {
  const placed = turn.regions.length + turn.otherRegions.length > 0;
  if (pointing && !placed) return true;
  if (indicators.length > 0 || residue !== "" || operation === "list" || operation === "count") return false;
  // 江北2022年增速是多少: of what, is left open.
  return !placed || (measure === "growth" && turn.folded.length < LONGEST_BARE);
}

/** Above this length a question whose every word is known still says more than a bare one. */
const LONGEST_BARE = 24;

/** What a follow-up keeps: everything it does not name itself. */
function carried(before: Slots, turn: TurnReading, indicators: readonly NamedIndicator[]) {
  const kinds = turn.kinds.length > 0 ? turn.kinds : before.kinds;
  if (indicators.length > 0 && !asksHow(before, turn)) {
    const operation = operationAfter(before, turn, indicators);
    const topic =
      ownSubject(turn) && before.indicators.length === 0
        ? `${before.topic} ${turn.topic}`
        : sameOf(before, turn, indicators);
    return { indicators: inMeasureOf(indicators, before.indicators), kinds, operation, topic };
  }
  const operation = operationAfter(before, turn, []);
  if (indicators.length === 0 && !ownSubject(turn) && asksWhole(before.topic, turn.folded)) {
    return {
      indicators: before.indicators.flatMap(wholeOf),
      kinds,
      operation: "value" as const,
      topic: `${wholeTopic(before.topic)} 累计`,
    };
  }
  const counterparts = counterpartsOf(before.indicators, turn);
  if (counterparts.length > 0) {
    const topic = counterparts.map(({ phrase }) => phrase).join(" ");
    return { indicators: counterparts, kinds, operation, topic };
  }
  if (patterns.share.test(turn.folded)) {
    // A share no report prints as an indicator stands in the sentence about its amount.
    return { indicators: [], kinds, operation, topic: `${before.topic} ${turn.topic}` };
  }
  if (!ownSubject(turn) && indicators.length === 0)
    return {
      indicators: remeasured(told(before.indicators, turn), turn),
      kinds,
      operation,
      topic: before.topic,
    };
  const same = sameThing(before.topic, turn.residue);
  if (same !== null && indicators.length === 0) {
    const kept = same === before.topic ? remeasured(told(before.indicators, turn), turn) : [];
    return { indicators: kept, kinds, operation, topic: same };
  }
  // 那QFLP呢: a new subject in the old question's place; 其中哪个最高: a new question about the old subject.
  const bare = turn.operation === null || turn.operation === "definition";
  const replaces = turn.cue === "closing" || (turn.cue === "opening" && bare);
  const topic = replaces ? swapped(before, turn.topic) : `${before.topic} ${turn.topic}`;
  const anew = operation === "met" && turn.operation === null ? "passage" : operation;
  return { indicators: [], kinds: turn.kinds, operation: anew, topic };
}

/** 那2022年呢 after 茶叶产值: what narrowed the subject narrows it still; a turn with an own subject says its own. */
function residueAfter(
  before: Slots,
  turn: TurnReading,
  indicators: readonly NamedIndicator[],
): readonly Residue[] {
  if (indicators.length > 0 || turn.narrowing.length > 0) return turn.narrowing;
  return before.residue.map((residue) => ({ ...residue, span: null }));
}

/** 政府投资项目呢 after 社会投资项目总投资: what was asked beside the old indicator is asked beside the new. */
function sameOf(before: Slots, turn: TurnReading, [named, another]: readonly NamedIndicator[]): string {
  const [last] = before.indicators;
  if (named === undefined || another !== undefined || last === undefined || turn.residue !== "")
    return turn.topic;
  return before.topic.includes(last.phrase) ? before.topic.replace(last.phrase, named.phrase) : turn.topic;
}

/** 那旅游呢 after 怎么发展文化产业: a bare subject where no figure was asked for. */
function asksHow(before: Slots, { folded, operation, kinds, measure, residue, years }: TurnReading): boolean {
  const bare = operation === null && kinds.length === 0 && measure === null && residue === "";
  const told = before.operation === "passage" || before.operation === "list";
  return (
    bare &&
    told &&
    years.years.length === 0 &&
    /呢\??$/.test(folded) &&
    before.topic.search(patterns.askedOf) >= 0
  );
}

/** 新材料呢 after 生物医药营业收入, 那旅游呢 after 怎么发展文化: what was asked of the old subject is asked of the new. */
function swapped({ topic }: Slots, subject: string): string {
  const asked = [...new Set(topic.match(patterns.askedOf) ?? [])].filter((word) => !subject.includes(word));
  return [subject, ...asked].join(" ");
}

/** 新增了多少人 after 就业情况: the words tell which of the readings is meant. */
function told(indicators: readonly NamedIndicator[], { folded }: TurnReading): readonly NamedIndicator[] {
  return indicators.map((indicator) => {
    const concepts = chosen(indicator.concepts, folded);
    return concepts.length === indicator.concepts.length
      ? indicator
      : namedIndicator(indicator.phrase, concepts, indicator.measure);
  });
}

/** 增速呢 after an amount: the same indicator in its other measure. */
const remeasured = (
  indicators: readonly NamedIndicator[],
  { measure }: TurnReading,
): readonly NamedIndicator[] => (measure === null ? indicators : inMeasure(indicators, measure));

/** 今年目标多少，去年实际多少: each year with the kind asked of it, also where a word stands for the year. */
function yearKindsOf({ folded, years }: TurnReading, regions: readonly string[], outline: CorpusOutline) {
  const review = newestReport(outline, regions)?.reviewYear ?? null;
  if (review === null || years.relative.length === 0) return yearKindsIn(withYearsInBrackets(folded));
  const dated = years.relative.reduce(
    (text, { phrase, from, to }) => (from === to ? text.replace(phrase, `${review + from}年`) : text),
    folded,
  );
  return yearKindsIn(dated);
}

function yearsOf(turn: TurnReading, regions: readonly string[], outline: CorpusOutline): Years {
  const { years, range, relative } = turn.years;
  // 2020年到2022年提高了多少 asks for its ends.
  const ends = range && turn.operation === "difference" ? [...years.slice(0, 1), ...years.slice(-1)] : years;
  if (relative.length === 0) return { years: ends, relativeYear: null };
  const review = newestReport(outline, regions)?.reviewYear ?? null;
  if (review === null) return { years, relativeYear: null };
  const resolved = new Set(years);
  for (const { from, to } of relative) {
    for (let year = review + from; year <= review + to; year++) resolved.add(year);
  }
  const relativeYear = relative.map(({ phrase }) => phrase).join("、");
  return { years: [...resolved].sort((a, b) => a - b), relativeYear };
}
