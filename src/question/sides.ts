import type { Slots } from "./conversation/slots.ts";
import type { TurnReading } from "./conversation/turn.ts";
import { inMeasure } from "./indicator/lookup-names.ts";
import type { Operation, Side } from "./question.ts";
import { patterns } from "./words/patterns.ts";

/** What is done with several figures at once. */
const TOGETHER: ReadonlySet<Operation> = new Set(["compare", "difference", "sum", "rank"]);
const NUMBERS: readonly [RegExp, number][] = [
  [/(?<!\d)[四4](?:个|者|项|家|年|区|地|样|类)/, 4],
  [/(?<!\d)[三3](?:个|者|项|家|年|区|地|样|类)/, 3],
  [
    /(?<!\d)[两二2](?:个|者|项|家|年|区|地|样|类|种|块|头)|[前后](?:[一1]个|面的?[这那]?[一1]?个)|前者|后者/,
    2,
  ],
];
/** 这两个产业各想做到多少: asks each of them anew. */
const EACH =
  /(?:[两二三四几]|前后).{0,8}(?:各|分别|都|一共|总共|合计|总计)|^(?:它们|他们|那|又)?(?:各自?|分别)/;

/**
 * The figures that earlier turns asked for and this one sets beside each other, adds up or asks anew: 多出多少,
 * 这三个数里哪个最大, 加起来呢. Empty when the turn has a subject of its own or fewer than two were asked for.
 */
export function sidesOf(turn: TurnReading, history: readonly Slots[]): readonly Side[] {
  const [last] = history.slice(-1);
  if (last === undefined || !recalls(turn) || asksOfTarget(turn, last)) return [];
  const before = yearBefore(turn, last, history);
  if (before.length > 0) return before;
  if (last.sides.length > 1) return anew(last.sides, turn);
  const number = NUMBERS.find(([pattern]) => pattern.test(turn.folded))?.[1];
  const asked = history.filter(
    ({ indicators, topic, dangling }) => !dangling && (indicators.length > 0 || topic !== ""),
  );
  const several = last.regions.length > 1 || last.years.length > 1 || last.indicators.length > 1;
  if (number === undefined && several) return [];
  const wanted = number ?? (turn.operation === "difference" ? 2 : alike(asked));
  const sides = asked.slice(-wanted).map(sideOf);
  return sides.length < Math.max(wanted, 2) ? [] : anew(sides.map(withSubject), turn);
}

/** 还差多少 after 没完成的指标: from the target, not from another figure. */
function asksOfTarget({ operation, folded }: TurnReading, { operation: last, topic }: Slots): boolean {
  const counted = NUMBERS.some(([pattern]) => pattern.test(folded));
  return operation === "difference" && !counted && (last === "met" || patterns.fulfilment.test(topic));
}

function recalls(turn: TurnReading): boolean {
  if (turn.mentions.length > 0 || turn.regions.length + turn.otherRegions.length > 0) return false;
  const each = EACH.test(turn.folded);
  // 比上年增长多少 asks for the growth that is printed.
  const set = patterns.besides.test(turn.folded) && patterns.yearBefore.test(turn.folded);
  const besides = set && turn.measure !== "growth";
  if (!each && !besides && (turn.operation === null || !TOGETHER.has(turn.operation))) return false;
  const counted = NUMBERS.some(([pattern]) => pattern.test(turn.folded));
  if (!each && !counted && turn.years.years.length > 0) return false;
  const words = turn.language === "en" ? turn.topic : turn.topic.replaceAll(" ", "");
  return words.replace(patterns.recall, " ").replace(patterns.filler, "").trim().length <= 1;
}

/** 比上年少多少: the year before the one talked of, as it was asked for where it was. */
function yearBefore({ folded }: TurnReading, last: Slots, history: readonly Slots[]): Side[] {
  const [year, another] = last.years;
  if (year === undefined || another !== undefined || !patterns.yearBefore.test(folded)) return [];
  const known = history.findLast(
    (slots) =>
      slots.years.length === 1 && slots.years[0] === year - 1 && subjectOf(slots) === subjectOf(last),
  );
  const side = sideOf(last);
  return [known === undefined ? { ...side, years: [year - 1], kinds: [] } : sideOf(known), side];
}

/** How many of the last turns asked for the same thing, or for the same kind of thing by words alone. */
function alike(asked: readonly Slots[]): number {
  const last = asked.at(-1);
  let count = 0;
  for (const slots of [...asked].reverse()) {
    if (last === undefined || subjectOf(slots) !== subjectOf(last)) break;
    count++;
  }
  return Math.max(count, 2);
}

const subjectOf = ({ indicators }: Slots): string => indicators[0]?.names[0] ?? "";

/** What an earlier turn asked for. */
export const sideOf = ({ regions, years, kinds, indicators, topic }: Slots): Side => ({
  regions,
  years,
  kinds,
  indicators,
  topic,
});

/** 大渡口新认定了多少 after 新增专精特新企业: words that name no subject go with the subject before them. */
function withSubject(side: Side, at: number, sides: readonly Side[]): Side {
  const before = sides[at - 1];
  if (side.indicators.length > 0 || before === undefined || before.indicators.length > 0) return side;
  return side.topic.length > 4 || side.topic.includes(" ")
    ? side
    : { ...side, topic: `${before.topic} ${side.topic}` };
}

/** 哪个快 after two amounts: their growth is meant. */
const SPEED = /[快慢]/;

/** The same figures of the year, kind or measure that the turn names. */
function anew(sides: readonly Side[], { years, kinds, folded, measure }: TurnReading): Side[] {
  // 要提高几个点 after 目标多少 and 实际多少: each was asked for by its kind.
  const ownKinds = new Set(sides.map((side) => side.kinds.join())).size > 1;
  const asksGrowth = measure === "growth" || SPEED.test(folded);
  const faster = asksGrowth && sides.every(({ indicators }) => indicators.length > 0);
  return sides.map((side) => ({
    ...side,
    ...(faster ? { indicators: inMeasure(side.indicators, "growth") } : {}),
    ...(years.years.length > 0 ? { years: years.years } : {}),
    ...(kinds.length > 0 && !ownKinds ? { kinds } : {}),
  }));
}
