import { chosen } from "#indicators/catalogue-choice.ts";
import { sameThing } from "#question/indicator/bare-deed.ts";
import { inMeasure, inMeasureOf, namedIndicator } from "#question/indicator/lookup-names.ts";
import type { NamedIndicator, Residue } from "#question/question.ts";
import { asksWhole, wholeOf, wholeTopic } from "#question/whole.ts";
import { patterns } from "#question/words/patterns.ts";
import { counterpartsOf } from "./counterpart.ts";
import { operationAfter } from "./operation-after.ts";
import type { Slots } from "./slots.ts";
import type { TurnReading } from "./turn.ts";

/** Whether a turn names a subject that no indicator accounts for. */
export const ownSubject = ({ residue }: TurnReading): boolean => residue.replaceAll(" ", "").length >= 2;

/** What a follow-up keeps: everything it does not name itself. */
export function carried(before: Slots, turn: TurnReading, indicators: readonly NamedIndicator[]) {
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
export function residueAfter(
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
