import type { Place } from "./question.ts";
import type { Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

/** 第一个指标, 两者差多少, 比大渡口高多少: what earlier turns, counted or taken together, were about. */
export function ofTheTurnsMeant(merged: Slots, turn: TurnReading, history: readonly Slots[]): Slots {
  const [last, earlier] = [history.at(-1), history.at(-2)];
  if (last === undefined) return merged;
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
  const compares = turn.operation === "compare" || turn.operation === "difference";
  if (!compares || turn.mentions.length > 0) return merged;
  if (turn.years.years.length > 0) return withYears(merged, turn, last);
  if (turn.regions.length > 0) {
    const regions = [...new Set([...last.regions, ...turn.regions])];
    return last.indicators.length === 0
      ? merged
      : { ...merged, regions, indicators: last.indicators, kinds: last.kinds };
  }
  if (earlier === undefined || last.regions.length > 1 || turn.residue.replaceAll(" ", "").length > 2)
    return merged;
  return bothOf(merged, last, earlier);
}

/** 跟2022年比呢: the year named beside the one talked of. */
function withYears(merged: Slots, { years, regions }: TurnReading, last: Slots): Slots {
  if (!merged.followUp || years.years.length > 1 || regions.length > 0 || last.years.length !== 1)
    return merged;
  const both = [...new Set([...last.years, ...years.years])].sort((a, b) => a - b);
  return { ...merged, years: both };
}

function countedTurn({ ordinal, mentions }: TurnReading, history: readonly Slots[]): Slots | undefined {
  if (ordinal < 0 || mentions.length > 0) return undefined;
  const subjects = history.filter(
    ({ indicators }, at) =>
      indicators.length > 0 && indicators[0]?.names[0] !== history[at - 1]?.indicators[0]?.names[0],
  );
  return subjects.length > 1 ? subjects[ordinal] : undefined;
}

/** The places, or the indicators, of the last two turns side by side. */
function bothOf(merged: Slots, last: Slots, earlier: Slots): Slots {
  const same = earlier.indicators[0]?.names[0] === last.indicators[0]?.names[0];
  const indicators = same ? last.indicators : [...earlier.indicators, ...last.indicators];
  if (indicators.length === 0) return merged;
  const regions = [...new Set([...earlier.regions, ...last.regions])];
  const years = [...new Set([...earlier.years, ...last.years])].sort((a, b) => a - b);
  const [one, two] = [placeOf(earlier), placeOf(last)];
  const places = same && one !== null && two !== null && one.year !== two.year ? [one, two] : [];
  const operation = merged.operation === "value" ? "difference" : merged.operation;
  return { ...merged, regions, indicators, years, places, operation, kinds: last.kinds, topic: last.topic };
}

function placeOf({ regions, years }: Slots): Place | null {
  const [region, another] = regions;
  const [year, other] = years;
  return region === undefined || another !== undefined || year === undefined || other !== undefined
    ? null
    : { region, year };
}
