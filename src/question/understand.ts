import { alikeTo, chosen } from "#indicators/catalogue-choice.ts";
import { suggestConcepts } from "#indicators/catalogue-fuzzy.ts";
import { ofGroup } from "#indicators/catalogue-groups.ts";
import { findMentions, type IndicatorMention } from "#indicators/catalogue-mentions.ts";
import { counterpartsOf } from "./conversation/counterpart.ts";
import { ofTheTurnsMeant } from "./conversation/earlier-turns.ts";
import { mergeTurn } from "./conversation/merge-turn.ts";
import { returnedTo } from "./conversation/returned-to.ts";
import { EMPTY, type Slots } from "./conversation/slots.ts";
import { standAlone } from "./conversation/stand-alone.ts";
import { type Hearing, readTurn, type TurnReading } from "./conversation/turn.ts";
import { namedIndicator } from "./indicator/lookup-names.ts";
import { namesBoth } from "./indicator/measure-asked.ts";
import { asksOtherMeasure } from "./indicator/other-measure.ts";
import type { CorpusOutline } from "./outline.ts";
import { withPairedYears } from "./period/paired-years.ts";
import { askedElsewhere } from "./place/asked-elsewhere.ts";
import { type ReadRegions, regionReader } from "./place/regions.ts";
import type { NamedIndicator, Question } from "./question.ts";
import { contentOf } from "./words/content.ts";
import { patterns } from "./words/patterns.ts";

/** Reads conversations over one corpus. Pure: the same turns give the same question. */
export interface ConversationReader {
  /** The user's turns, oldest first, each read once. Of those before the last, only what asks a report is kept: 谢谢, 做成表格 and 你是谁 between two questions change nothing of what the second goes on with. */
  readonly read: (turns: readonly string[], vectors?: Hearing["vectors"]) => readonly TurnReading[];
  /** The stand-alone question that the last of them asks. */
  readonly question: (readings: readonly TurnReading[]) => Question;
}

export type Understand = (turns: readonly string[]) => Question;

/** Turns a conversation (the user's turns, oldest first) into one stand-alone question. */
export function createUnderstand(outline: CorpusOutline): Understand {
  const { read, question } = conversationReader(outline);
  return (turns) => question(read(turns));
}

/** Makes the reader of conversations over one corpus. */
export function conversationReader(outline: CorpusOutline): ConversationReader {
  const readRegions = regionReader(outline);
  return {
    read: (turns, vectors) => {
      const kept: TurnReading[] = [];
      for (const [at, asked] of turns.entries()) {
        const turn = readTurn(asked, readRegions, { follows: kept.length > 0, vectors });
        if (asksReport(turn)) kept.push(spelledOut(turn, kept, { outline, readRegions }));
        else if (at === turns.length - 1) kept.push(turn);
      }
      return kept;
    },
    question: (readings) => asOneQuestion(readings, outline, readings.at(-1) ?? readTurn("", readRegions)),
  };
}

/** 那甘肃呢 after 湖南有哪些困难, in the words it stands for: 甘肃有哪些困难. */
function spelledOut(
  turn: TurnReading,
  kept: readonly TurnReading[],
  { outline, readRegions }: { readonly outline: CorpusOutline; readonly readRegions: ReadRegions },
): TurnReading {
  const before = kept.at(-1);
  const words = before === undefined ? null : askedElsewhere(before, turn, readRegions);
  // 2021年控制在多少 after 云南失业率 asks for a figure, which the slots carry on.
  const ofFigure = () => before !== undefined && asOneQuestion(kept, outline, before).indicators.length > 0;
  return words === null || ofFigure()
    ? turn
    : { ...readTurn(words, readRegions), intent: turn.intent, gate: turn.gate, switches: true };
}

const asksReport = ({ intent, gate }: TurnReading): boolean => intent === "report" && gate === null;

/** What was talked of, turn on turn, and what the last one asks of it. */
function asOneQuestion(
  readings: readonly TurnReading[],
  outline: CorpusOutline,
  turn: TurnReading,
): Question {
  let history: readonly Slots[] = [];
  for (const reading of readings.filter(asksReport))
    history = [...history, slotsOf(reading, history, outline)];
  const slots = history.at(-1) ?? EMPTY;
  const question = {
    ...slots,
    asked: turn.folded,
    language: turn.language,
    gate: turn.gate,
    intent: turn.intent,
    aspect: turn.aspect,
    indicatorShare: shareOf(slots, turn),
    leans: history.length > 1 && namesNowhere(turn),
  };
  // A turn that asks no report stands as it was typed.
  const text = turn.intent === "report" ? standAlone({ ...question, asked: turn.asked }) : turn.asked;
  return { ...question, text };
}

/** A turn put on top of what was talked of before it. */
function slotsOf(turn: TurnReading, history: readonly Slots[], outline: CorpusOutline): Slots {
  const last = history.at(-1) ?? EMPTY;
  const named = turn.returns ? indicatorsOf(turn, EMPTY) : [];
  const back = turn.returns ? returnedTo(history, named, turn) : null;
  const before = turn.switches ? EMPTY : (back ?? last);
  const merged = mergeTurn(before, { turn, indicators: indicatorsOf(turn, before) }, outline);
  return withPairedYears(ofTheTurnsMeant(merged, turn, history), turn.folded);
}

/** 拉动了多少消费: neither place nor year, and no new topic announced. */
function namesNowhere({ regions, otherRegions, years, switches }: TurnReading): boolean {
  const named = regions.length + otherRegions.length + years.years.length + years.relative.length;
  return named === 0 && years.shift === 0 && !switches;
}

/** How much of what is asked the indicators account for; a kept indicator is the whole subject. */
function shareOf({ indicators, followUp }: Slots, turn: TurnReading): number {
  if (indicators.length === 0) return 0;
  if (followUp && turn.mentions.length === 0) return 1;
  const topic = turn.topic.replaceAll(" ", "").length;
  return topic === 0 ? 1 : 1 - turn.residue.replaceAll(" ", "").length / topic;
}

function indicatorsOf(turn: TurnReading, before: Slots): NamedIndicator[] {
  if (turn.operation === null && patterns.how.test(turn.folded)) return [];
  const single = turn.mentions.flatMap(({ concepts }) => (concepts.length === 1 ? concepts : []));
  const named = turn.mentions.flatMap(({ phrase, concepts: readings, measure: own, together }, at) => {
    const measure = own ?? measureOfList(turn, at);
    const concepts = together
      ? readings
      : chosen(alikeTo(ofGroup(readings, clauseAround(turn, phrase)), single), turn.folded);
    const told = risesOverYears(phrase, turn) ? null : measure;
    const wanted = namesBoth(turn.folded) ? "both" : (told ?? changeAside(turn));
    if (together) return concepts.map((concept) => namedIndicator(phrase, [concept], wanted));
    return [namedIndicator(concepts.length > 1 ? phrase : contentOf(phrase) || phrase, concepts, wanted)];
  });
  if (named.length > 0) return once(named);
  const pair = partAndWhole(turn);
  if (pair.length > 0) return pair;
  return counterpartsOf(before.indicators, turn).length > 0 ? [] : misspelt(turn);
}

/** 地区生产总值、规模工业增加值的增速: what is said of the last of a list is said of each. */
function measureOfList({ mentions }: TurnReading, at: number): "growth" | null {
  const last = mentions.slice(at).find((mention, next, rest) => rest[next + 1]?.start !== mention.end + 1);
  return last?.measure === "growth" && OF_EACH.test(last.phrase) ? "growth" : null;
}

const OF_EACH = /(?:的|各自|分别)(?:增速|增幅|增长率|涨幅)$/u;

/** The clause of the turn in which a phrase stands: of whom it is asked, is said there. */
function clauseAround({ folded }: TurnReading, phrase: IndicatorMention["phrase"]): string {
  const clauses = folded.split(/[,，。;；?？!！]/u);
  return clauses.find((clause) => clause.includes(phrase)) ?? folded;
}

/** 工业投资占固定资产投资的百分之几: the amount that is a part, and the whole; empty where one of them has no name. */
function partAndWhole({ topic, folded }: TurnReading): NamedIndicator[] {
  const [, part = "", whole = ""] = /([^ ]+)占(?:了|到)?([^ ]+)/.exec(topic) ?? [];
  if (part === "" || !patterns.share.test(folded)) return [];
  const found = [part, whole].flatMap((words) =>
    findMentions(words).filter(({ phrase, concepts }) => phrase === words && concepts.length === 1),
  );
  return found.length < 2
    ? []
    : found.map(({ phrase, concepts }) => namedIndicator(phrase, concepts, "level"));
}

/** 人均GDP2020到2022年涨了多少: what rose over the years is the amount. */
const risesOverYears = (phrase: string, { years }: TurnReading): boolean =>
  years.range && /(?:[涨升降跌]|增长|增加|下降)了?$/.test(phrase);

/** 2020到2022年降了多少: over a stretch of years, how an amount changed, not its growth in each. */
function changeAside({ measure, years }: TurnReading): TurnReading["measure"] {
  return measure === "growth" && years.range ? null : measure;
}

/** GDP、地区生产总值: said twice, meant once. */
function once(named: readonly NamedIndicator[]): NamedIndicator[] {
  return [...new Map(named.toReversed().map((each) => [each.names.join(), each])).values()].toReversed();
}

/** Below this a near name is a guess. */
const SURE = 0.62;

/** What was found for a turn that is read with each turn behind it. */
const nearNames = new WeakMap<TurnReading, NamedIndicator[]>();

/** 空汽优良天树: an indicator through typos, only when nothing else was understood. */
function misspelt(turn: TurnReading): NamedIndicator[] {
  const found = nearNames.get(turn) ?? nearName(turn);
  nearNames.set(turn, found);
  return found;
}

function nearName(turn: TurnReading): NamedIndicator[] {
  if (turn.language === "en" || turn.operation === "definition") return [];
  const phrase = turn.residue.replaceAll(" ", "");
  if (phrase.length < 3 || phrase.length > 16) return [];
  const best = suggestConcepts(phrase, 1)[0];
  if (best === undefined || best.score < SURE) return [];
  const near = namedIndicator(phrase, [best.concept], turn.measure);
  return asksOtherMeasure(turn, [near]) ? [] : [near];
}
