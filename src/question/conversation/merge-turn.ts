import { sameThing } from "#question/indicator/bare-deed.ts";
import { operationOf } from "#question/operation.ts";
import type { CorpusOutline } from "#question/outline.ts";
import { inYearsOfReport } from "#question/period/report-year.ts";
import type { NamedIndicator, Operation } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { carried, ownSubject, residueAfter } from "./carried-over.ts";
import { counterpartsOf } from "./counterpart.ts";
import { EMPTY, type Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";
import { followingYears, yearKindsOf, yearsOf } from "./years-of-turn.ts";

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
  // 那个行政首长问责: people say 那个 of what they name in full.
  const named = residue.replaceAll(" ", "").length >= NAMED && !SAID_BEFORE.test(turn.folded);
  if (pointing && !placed && !named) return true;
  if (indicators.length > 0 || residue !== "" || operation === "list" || operation === "count") return false;
  // 江北2022年增速是多少: of what, is left open.
  return !placed || (measure === "growth" && turn.folded.length < LONGEST_BARE);
}

/** So many characters name what a word points at: 那个项目什么时候完工 does not. */
const NAMED = 6;
/** 上面说的那条线: what was said before is meant, however long its name. */
const SAID_BEFORE = /(?:上面|前面|刚才|刚刚|之前)(?:你|我|咱)?们?(?:所?[说讲提问]|那)/u;

/** Above this length a question whose every word is known still says more than a bare one. */
const LONGEST_BARE = 24;
