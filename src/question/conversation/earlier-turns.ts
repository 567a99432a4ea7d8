import { asksTargetOnly, type Side } from "#question/question.ts";
import { sideOf, sidesOf } from "#question/sides.ts";
import { patterns } from "#question/words/patterns.ts";
import type { Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

/** 第一个指标, 两者差多少, 比大渡口高多少: what earlier turns, counted or taken together, were about. */
export function ofTheTurnsMeant(merged: Slots, said: TurnReading, history: readonly Slots[]): Slots {
  const last = history.at(-1);
  if (last === undefined) return merged;
  const turn = asDifference(said, history);
  const counted = countedTurn(turn, history);
  if (counted !== undefined) {
    return {
      ...merged,
      indicators: counted.indicators,
      regions: counted.regions,
      years: counted.years,
      topic: counted.topic,
    };
  }
  // 哪家渝北企业的产品用到了大飞机上: a subject of its own in a place of its own is set beside nothing.
  const ownSubject = turn.cue === null && turn.residue.replaceAll(" ", "").length >= SUBJECT;
  if (turn.regions.length > 0 && ownSubject) return merged;
  const sides = sidesOf(turn, history);
  if (sides.length > 1) return besideEachOther(merged, turn, sides);
  const compares =
    turn.operation === "compare" || turn.operation === "difference" || patterns.besides.test(turn.folded);
  if (!compares || turn.mentions.length > 0) return merged;
  const against = besideLast(turn, last);
  if (against.length > 0) return besideEachOther(merged, turn, against);
  if (turn.years.years.length + turn.years.relative.length > 0) return withYears(merged, turn, last);
  if (turn.regions.length > 0) {
    const regions = [...new Set([...last.regions, ...turn.regions])];
    return last.indicators.length === 0
      ? merged
      : { ...merged, regions, indicators: last.indicators, kinds: last.kinds };
  }
  return merged;
}

/** 涨了几个点, 变了多少: by how much something came to be another. */
const CHANGED = /(?:[涨升增降跌减少多变]|提高|下降|上升|增加|减少|变化|扩大|缩小)了.{0,2}(?:多少|几)/u;

/**
 * 涨了几个点 after the same figure of 2022 and of 2020: by how much the one differs from the other, since both were told.
 * A turn that names a place, a year or an indicator, or follows figures of one year, is given as it is.
 */
function asDifference(turn: TurnReading, history: readonly Slots[]): TurnReading {
  const { operation, mentions, regions, otherRegions, years, ranges, folded } = turn;
  const names = mentions.length + regions.length + otherRegions.length + years.years.length;
  if (names > 0 || years.relative.length > 0 || years.shift !== 0 || ranges) return turn;
  if ((operation !== null && operation !== "value") || !CHANGED.test(folded)) return turn;
  const [one, other] = history.slice(-2);
  if (one === undefined || other === undefined) return turn;
  const same = (of: (slots: Slots) => readonly string[]) => of(one).join() === of(other).join();
  const apart =
    one.years.length === 1 &&
    other.years.length === 1 &&
    one.years[0] !== other.years[0] &&
    other.indicators.length === 1 &&
    same(({ regions }) => regions) &&
    same(({ indicators }) => indicators.map(({ names }) => names[0] ?? ""));
  return apart ? { ...turn, operation: "difference", measure: null, kinds: [] } : turn;
}

/** Characters of a subject that a comparison does not account for. */
const SUBJECT = 5;

function besideEachOther(merged: Slots, { operation }: TurnReading, sides: readonly Side[]): Slots {
  const all = <T>(of: (side: Side) => readonly T[]): T[] => [...new Set(sides.flatMap(of))];
  const subjects = sides.flatMap(({ indicators }) => indicators);
  const distinct = subjects.filter(
    ({ names }, at) => subjects.findIndex((other) => other.names[0] === names[0]) === at,
  );
  const topic = all(({ topic }) => [topic]).join(" ");
  return {
    ...merged,
    regions: all(({ regions }) => regions),
    years: all(({ years }) => years).sort((a, b) => a - b),
    kinds: all(({ kinds }) => kinds),
    indicators:
      distinct.length > 0 ? distinct : [{ phrase: topic, concepts: [], names: [topic], measure: null }],
    operation: operation === null ? "value" : operation === "rank" ? "compare" : operation,
    places: [],
    sides,
    topic,
    followUp: true,
    dangling: false,
  };
}

/**
 * 比江北2022年的快多少, 比2023年实际多多少: the figure talked of and the same one of another place and year, or year and
 * kind. Empty where the turn names less than that.
 */
function besideLast({ regions, years, kinds, folded }: TurnReading, last: Slots): readonly Side[] {
  const [year, another] = years.years;
  if (year === undefined || another !== undefined || last.indicators.length !== 1) return [];
  if (!patterns.against.test(folded) || last.years.length !== 1) return [];
  const otherKind = kinds.length === 1 && last.kinds.length === 1 && kinds[0] !== last.kinds[0];
  if (regions.length !== 1 && !(regions.length === 0 && otherKind)) return [];
  const side = sideOf(last);
  const other = { ...side, years: [year], ...(kinds.length > 0 ? { kinds } : {}) };
  return [side, regions.length === 0 ? other : { ...other, regions }];
}

/**
 * 跟2022年比呢: the year named beside the one talked of. An aim is set against what was reached before it, unless the
 * words say otherwise.
 */
function withYears(merged: Slots, { years, regions, kinds }: TurnReading, last: Slots): Slots {
  const named = years.years.length > 0 ? years.years : merged.years;
  if (!merged.followUp || named.length > 1 || regions.length > 0 || last.years.length !== 1) return merged;
  const both = [...new Set([...last.years, ...named])].sort((a, b) => a - b);
  const [earlier, later] = both;
  // 比去年: a year before the one talked of.
  if (years.years.length === 0 && named[0] !== earlier) return merged;
  const aimed =
    (asksTargetOnly(last) && kinds.length === 0 && last.years[0] === later) ||
    // 2023年目标要提高多少 after a figure of 2022.
    (asksTargetOnly({ kinds }) && !last.kinds.includes("target") && last.years[0] === earlier);
  return {
    ...merged,
    years: both,
    relativeYear: null,
    ...(aimed && earlier !== undefined && later !== undefined
      ? { kinds: ["actual", "target"], yearKinds: { [earlier]: ["actual"], [later]: ["target"] } }
      : {}),
    operation: merged.operation === "value" ? "difference" : merged.operation,
  };
}

function countedTurn({ ordinal, mentions }: TurnReading, history: readonly Slots[]): Slots | undefined {
  if (ordinal < 0 || mentions.length > 0) return undefined;
  const subjects = history.filter(
    ({ indicators }, at) =>
      indicators.length > 0 && indicators[0]?.names[0] !== history[at - 1]?.indicators[0]?.names[0],
  );
  return subjects.length > 1 ? subjects[ordinal] : undefined;
}
