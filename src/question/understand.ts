import { conceptById } from "#indicators/catalogue.ts";
import { suggestConcepts } from "#indicators/catalogue-fuzzy.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { ofTheTurnsMeant } from "./earlier-turns.ts";
import { type CorpusOutline, newestReport } from "./outline.ts";
import type { NamedIndicator, Operation, Question } from "./question.ts";
import { regionReader } from "./regions.ts";
import { EMPTY, type Slots } from "./slots.ts";
import { standAlone } from "./stand-alone.ts";
import { readTurn, type TurnReading } from "./turn.ts";

export type Understand = (turns: readonly string[]) => Question;

/**
 * Makes the reader that turns a conversation (the user's turns, oldest first) into one stand-alone question.
 * Pure: the same turns over the same corpus give the same question.
 */
export function createUnderstand(outline: CorpusOutline): Understand {
  const readRegions = regionReader(outline);
  return (turns) => {
    let history: readonly Slots[] = [];
    let turn = readTurn("", readRegions);
    for (const asked of turns) {
      turn = readTurn(asked, readRegions);
      if (turn.gate !== null && turn.gate !== "empty") continue;
      const before = turn.switches ? EMPTY : (history.at(-1) ?? EMPTY);
      const merged = merge(before, turn, outline);
      history = [...history, ofTheTurnsMeant(merged, turn, history)];
    }
    const slots = history.at(-1) ?? EMPTY;
    const question = {
      ...slots,
      asked: turn.asked,
      language: turn.language,
      gate: turn.gate,
      indicatorShare: shareOf(slots, turn),
    };
    return { ...question, text: standAlone(question) };
  };
}

/** How much of what is asked the indicators account for; a kept indicator is the whole subject. */
function shareOf({ indicators, followUp }: Slots, turn: TurnReading): number {
  if (indicators.length === 0) return 0;
  if (followUp && turn.mentions.length === 0) return 1;
  const topic = turn.topic.replaceAll(" ", "").length;
  return topic === 0 ? 1 : 1 - turn.residue.replaceAll(" ", "").length / topic;
}

function merge(before: Slots, turn: TurnReading, outline: CorpusOutline): Slots {
  const indicators = indicatorsOf(turn);
  const followUp = before !== EMPTY && continues(turn, indicators);
  const own = { regions: turn.regions, otherRegions: turn.otherRegions };
  const namesRegion = own.regions.length + own.otherRegions.length > 0;
  if (!followUp) {
    // A new subject without a region of its own is most likely still about the region talked of.
    const regions = namesRegion || turn.operation === "definition" ? own : pickRegions(before);
    return {
      ...EMPTY,
      ...regions,
      ...yearsOf(turn, regions.regions, outline),
      ...subjectOf(turn, indicators),
    };
  }
  const regions = namesRegion ? own : pickRegions(before);
  const { shift } = turn.years;
  const shifted = shift !== 0 && before.years.length > 0;
  const namesYear = turn.years.years.length > 0 || turn.years.relative !== null;
  const years = shifted
    ? { years: before.years.slice(-1).map((year) => year + shift), relativeYear: null }
    : namesYear
      ? yearsOf(turn, regions.regions, outline)
      : { years: before.years, relativeYear: before.relativeYear };
  return {
    ...regions,
    ...years,
    ...carried(before, turn, indicators),
    yearKinds: turn.yearKinds,
    places: turn.places,
    measure: turn.measure,
    followUp: true,
    dangling: false,
  };
}

function pickRegions({ regions, otherRegions }: Slots): Pick<Slots, "regions" | "otherRegions"> {
  return { regions, otherRegions };
}

/** A turn goes on with the last one when it says so (那…呢, 不对) or when it names no subject of its own. */
function continues(turn: TurnReading, indicators: readonly NamedIndicator[]): boolean {
  if (turn.cue !== null) return true;
  return indicators.length === 0 && turn.residue.replaceAll(" ", "").length < 2;
}

function subjectOf(turn: TurnReading, indicators: readonly NamedIndicator[]) {
  return {
    indicators,
    kinds: turn.kinds,
    yearKinds: turn.yearKinds,
    places: turn.places,
    measure: turn.measure,
    operation: operationOf(turn, indicators),
    topic: turn.topic,
    followUp: false,
    dangling: turn.pointing && turn.regions.length === 0,
  };
}

/** What a follow-up keeps: everything it does not name itself. */
function carried(before: Slots, turn: TurnReading, indicators: readonly NamedIndicator[]) {
  const ownSubject = turn.residue.replaceAll(" ", "").length >= 2;
  if (indicators.length > 0) {
    const kinds = turn.kinds.length > 0 ? turn.kinds : before.kinds;
    const operation = turn.operation ?? (before.indicators.length > 0 ? before.operation : "value");
    const topic = ownSubject && before.indicators.length === 0 ? `${before.topic} ${turn.topic}` : turn.topic;
    return { indicators, kinds, operation, topic };
  }
  const operation = turn.operation ?? before.operation;
  if (!ownSubject) {
    const kinds = turn.kinds.length > 0 ? turn.kinds : before.kinds;
    return { indicators: remeasured(before.indicators, turn), kinds, operation, topic: before.topic };
  }
  const counterpart = counterpartOf(before.indicators, turn.residue);
  if (counterpart !== null) {
    return {
      indicators: [counterpart],
      kinds: before.kinds,
      operation: before.operation,
      topic: counterpart.phrase,
    };
  }
  // 那QFLP呢: a new subject in the old question's place; 其中哪个最高: a new question about the old subject.
  const replaces = turn.cue === "closing" || (turn.cue === "opening" && turn.operation === null);
  const topic = replaces ? turn.topic : `${before.topic} ${turn.topic}`;
  return { indicators: [], kinds: turn.kinds, operation, topic };
}

/** Words that tell sister indicators apart. */
const SISTERS = ["城镇", "农村", "城乡", "全体", "进口", "出口", "男", "女"];

/** 农村的呢 after 城镇居民人均可支配收入: the sister indicator, where the catalogue has one. */
function counterpartOf(before: readonly NamedIndicator[], residue: string): NamedIndicator | null {
  const words = residue.replaceAll(" ", "");
  const asked = SISTERS.find((word) => words.startsWith(word) || words === `${word}居民`);
  const [last] = before;
  if (asked === undefined || last === undefined || words.length > asked.length + 4) return null;
  for (const name of last.names) {
    for (const sister of SISTERS) {
      if (!name.includes(sister)) continue;
      const { concept, indicator } = canonicalName(name.replace(sister, asked));
      if (concept === null) continue;
      return {
        phrase: indicator,
        concepts: [concept],
        names: lookupNames([concept], last.measure),
        measure: last.measure,
      };
    }
  }
  return null;
}

/** 增速呢 after an amount: the same indicator in its other measure. */
function remeasured(indicators: readonly NamedIndicator[], turn: TurnReading): readonly NamedIndicator[] {
  if (turn.measure === null) return indicators;
  return indicators.map((indicator) => ({
    ...indicator,
    names: lookupNames(indicator.concepts, turn.measure),
    measure: turn.measure === "growth" ? "growth" : "level",
  }));
}

function operationOf(turn: TurnReading, indicators: readonly NamedIndicator[]): Operation {
  const { operation, kinds } = turn;
  const sides = Math.max(turn.regions.length, turn.years.years.length, indicators.length);
  if (operation === "difference" || operation === "compare") {
    // 比目标多多少: against the target; with one side only, a figure is asked for.
    if (sides < 2 && kinds.includes("target")) return "met";
    return sides < 2 && (indicators.length > 0 || operation === "difference") ? "value" : operation;
  }
  if (operation === null && indicators.length === 0) return "passage";
  const figures =
    indicators.length > 0 && (operation === null || operation === "value" || operation === "list");
  if (figures && turn.regions.length > 1 && operation !== "list") return "compare";
  if (figures && turn.years.years.length > 1) return "series";
  return operation ?? "value";
}

function yearsOf(turn: TurnReading, regions: readonly string[], outline: CorpusOutline) {
  const { years, relative } = turn.years;
  if (relative === null) return { years, relativeYear: null };
  const review = newestReport(outline, regions)?.reviewYear ?? null;
  if (review === null) return { years, relativeYear: null };
  const resolved = new Set(years);
  for (let year = review + relative.from; year <= review + relative.to; year++) resolved.add(year);
  return { years: [...resolved].sort((a, b) => a - b), relativeYear: relative.phrase };
}

function indicatorsOf(turn: TurnReading): NamedIndicator[] {
  const named = turn.mentions.map((mention) => {
    const measure = mention.measure ?? turn.measure;
    return {
      phrase: mention.phrase,
      concepts: mention.concepts,
      names: lookupNames(mention.concepts, measure),
      measure: measure === "both" ? null : measure,
    };
  });
  return named.length > 0 ? named : misspelt(turn);
}

/** Canonical names in the order they should be looked up. */
function lookupNames(concepts: readonly string[], measure: TurnReading["measure"]): string[] {
  return concepts.flatMap((id) => {
    const concept = conceptById(id);
    if (concept === undefined) return [];
    const { name, growthName } = concept;
    if (growthName === null) return [name];
    return measure === "growth" ? [growthName] : measure === "level" ? [name] : [name, growthName];
  });
}

/** Below this a near name is a guess. */
const SURE = 0.62;

/** 空汽优良天树: an indicator through typos, only when nothing else was understood. */
function misspelt(turn: TurnReading): NamedIndicator[] {
  if (turn.language === "en" || turn.operation === "definition") return [];
  const phrase = turn.residue.replaceAll(" ", "");
  if (phrase.length < 3 || phrase.length > 16) return [];
  const best = suggestConcepts(phrase, 1)[0];
  if (best === undefined || best.score < SURE) return [];
  const measure = turn.measure;
  return [
    {
      phrase,
      concepts: [best.concept],
      names: lookupNames([best.concept], measure),
      measure: measure === "both" ? null : measure,
    },
  ];
}
