import type { AskedKind } from "#domain/indicator.ts";
import type { Span } from "#domain/span.ts";
import { withMeasureApart } from "#indicators/catalogue-apart.ts";
import { withJoined } from "#indicators/catalogue-joined.ts";
import { findMentions, type IndicatorMention } from "#indicators/catalogue-mentions.ts";
import { rightlySpelt } from "#indicators/catalogue-misspelt.ts";
import type { Aspect } from "#question/aspect/aspect.ts";
import { aspectOf } from "#question/aspect/aspect-model.ts";
import { claimedFigure } from "#question/indicator/claimed-figure.ts";
import { BOTH, type MeasureAsked, measureOf } from "#question/indicator/measure-asked.ts";
import { gateReason } from "#question/intent/gate-reason.ts";
import type { Intent } from "#question/intent/intent.ts";
import type { TurnVectors } from "#question/intent/intent-model.ts";
import { readIntent, type TurnSigns } from "#question/intent/read-intent.ts";
import { withoutInstruction } from "#question/intent/without-instruction.ts";
import { languageOf } from "#question/language.ts";
import { kindsAsked } from "#question/period/year-kinds.ts";
import { readYears, withYearBefore, type YearsRead } from "#question/period/years.ts";
import { withNamesWritten } from "#question/place/pinyin-names.ts";
import type { ReadRegions } from "#question/place/regions.ts";
import type {
  GateReason,
  Language,
  Operation,
  PlaceInside,
  Residue,
  UnclearPlace,
} from "#question/question.ts";
import { askingPart, RAMBLING } from "#question/words/asking-part.ts";
import { contentOf } from "#question/words/content.ts";
import { patterns } from "#question/words/patterns.ts";
import { withoutGaps } from "#question/words/plain-words.ts";
import { isPartOfQuotation } from "#question/words/quotation.ts";
import { residueOf } from "#question/words/residue.ts";
import { foldPlain } from "#text/fold.ts";
import { inPlainWords, keepingAsk, written } from "./as-written.ts";
import { withoutCorrection } from "./correction.ts";
import { returns, withoutReturning } from "./returned-to.ts";

/** What one turn says by itself, before the conversation is looked at. */
export interface TurnReading {
  readonly asked: string;
  readonly folded: string;
  readonly language: Language;
  readonly gate: GateReason | null;
  readonly intent: Intent;
  /** How likely it asks a report all the same, where only the learned weights hold it for something else; else 0. */
  readonly mayAsk: number;
  readonly regions: readonly string[];
  readonly otherRegions: readonly string[];
  readonly inside: readonly PlaceInside[];
  readonly unclearPlace: UnclearPlace | null;
  readonly years: YearsRead;
  readonly mentions: readonly IndicatorMention[];
  readonly measure: MeasureAsked;
  readonly kinds: readonly AskedKind[];
  /** Null when the words ask for nothing in particular. */
  readonly operation: Operation | null;
  /** What it asks of reports as a whole. */
  readonly aspect: Aspect;
  /** The content words, space-separated. */
  readonly topic: string;
  /** What no indicator accounts for, without words of asking and telling: empty when the turn names no other subject. */
  readonly residue: string;
  /** The words that narrow what is asked; none in English, which says the same in other words than the reports do. */
  readonly narrowing: readonly Residue[];
  /** 那个项目, 这项: points at something named before. */
  readonly pointing: boolean;
  /** 第一个指标: counted from 0 over what was talked of; −1 when there is no such word. */
  readonly ordinal: number;
  /** 回到刚才的: goes on with what was talked of before the last turn. */
  readonly returns: boolean;
  /** GDP增速是10%对吧: a figure put up to be confirmed. */
  readonly claims: boolean;
  /** 哪个区, 各区: over all regions held. */
  readonly ranges: boolean;
  /** 换个话题: nothing is taken over. */
  readonly switches: boolean;
  /** Where each region has a year of its own (渝北2023年…比江北2022年…). */
  readonly places: readonly { readonly region: string; readonly year: number }[];
  readonly cue: "opening" | "closing" | "pronoun" | "correction" | null;
}

/** What is known when a turn is read. */
export interface Hearing {
  /** A turn before it asked a report. */
  readonly follows?: boolean;
  readonly vectors?: TurnVectors | undefined;
}

/** Reads one user turn. */
export function readTurn(
  asked: string,
  readRegions: ReadRegions,
  { follows = false, vectors }: Hearing = {},
): TurnReading {
  const { typed, signs, ...words } = readWords(asked, readRegions, follows);
  const read = readIntent({ folded: words.folded, typed }, signs, vectors);
  return { ...words, ...read, gate: gateReason(words.folded, read.intent) };
}

/** What the words of a turn say; what kind of turn it is is told from them. */
export interface WordsRead extends Omit<TurnReading, "intent" | "mayAsk" | "gate"> {
  /** Folded, as it was typed, without orders to the assistant. */
  readonly typed: string;
  readonly signs: TurnSigns;
}

/** The words a turn is known by among the vectors made for a conversation. */
export const embeddedAs = (asked: string): string => withoutInstruction(foldPlain(asked).trim());

/** Reads the words of one user turn; `follows` is true where a turn before it asked a report. */
export function readWords(asked: string, readRegions: ReadRegions, follows: boolean): WordsRead {
  const said = embeddedAs(asked);
  const back = follows && returns(said);
  const words = back ? withoutReturning(said) : said;
  const plain = inPlainWords(words, readRegions);
  const typed = withYearBefore(withoutGaps(written(withNamesWritten(plain))));
  const first = readRegions(typed);
  const kept = first.spelt.replace(patterns.setAside, keepingAsk);
  const { words: folded, corrects } = withoutCorrection(kept);
  const regions = folded === typed ? first : readRegions(folded);
  const years = readYears(regions.rest.replace(IN_PLACE, ""));
  const text = rightlySpelt(askingPart(years.rest));
  const found = findMentions(text).filter((mention) => !isPartOfQuotation(text, mention));
  const mentions = withMeasureApart(text, withJoined(text, found));
  const claim = claimedFigure(text);
  const subject = text.replace(RANGING, " ");
  const unclaimed = claim === null ? text : blanked(text, claim).replace(BOUND, " ");
  const places = regions.held.length + regions.other.length;
  const times = years.years.length + years.relative.length;
  const operation = operationIn(askingPart(folded, RAMBLING)) ?? operationIn(folded);
  const measure = measureOf(text);
  const cue = cueOf(folded);
  const ranges = patterns.ranging.test(folded);
  const aspect = aspectOf(regions.rest);
  const signs = {
    named: { place: places > 0, year: times > 0, indicator: mentions.length > 0 },
    follows,
    defines: operation === "definition",
    whole: aspect === "whole",
    corrects,
    goesOn:
      follows &&
      (corrects ||
        ranges ||
        MOVED.test(folded) ||
        cue !== null ||
        claim !== null ||
        measure !== null ||
        // 广西咧: a place and nothing else, whatever particle is put behind it.
        (places > 0 && contentOf(years.rest).length < 2)),
  };
  return {
    asked: asked.trim(),
    folded,
    typed: words,
    signs,
    language: languageOf(folded),
    regions: regions.held,
    otherRegions: regions.other,
    inside: regions.inside,
    unclearPlace: regions.unclear,
    years,
    mentions,
    measure,
    kinds: kindsAsked(text),
    operation,
    aspect,
    topic: contentOf(subject),
    residue: contentOf(withoutMentions(unclaimed, mentions).replace(RANGING, " ").replace(BOTH, " "))
      .replace(patterns.filler, " ")
      .trim(),
    narrowing:
      languageOf(folded) === "en"
        ? []
        : residueOf({ text, mentions, claim }, folded).filter(
            // A place that is set beside the one held, or is the only one, is said not to be held.
            ({ word, against }) =>
              !(against || regions.held.length === 0) || !regions.other.some((name) => name.includes(word)),
          ),
    pointing:
      /^(?:(?:(?:上面|上头|刚才|刚刚|前面|之前)(?:说|提|讲|问)?到?的?)?(?:那|这)一?(?:个|项|些|件|条|家|座|部分|批|类|笔)(?![“"「《])|它|他们|其)/.test(
        folded,
      ),
    ordinal: ORDINALS.findIndex((pattern) => pattern.test(folded)),
    returns: back,
    claims: claim !== null,
    ranges,
    switches: patterns.topicSwitch.test(folded),
    places: placesIn(folded, readRegions),
    cue: corrects ? "correction" : cue,
  };
}

/** The text with spaces in the place of a span, so that offsets stay. */
const blanked = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

/** 下降了?, 是不是涨了: which way the figure told before went. */
const MOVED =
  /^(?:那么?|所以|是不是|就是)*(?:上升|下降|上涨|下跌|增长|增加|减少|回升|回落|[涨跌升降增减多少])了(?:吗|么|嘛|没有?|是吧|吧|对吧)?[?？]*$/u;

/** 超过400亿: how the figure put up is to be compared. */
const BOUND = /是不是|有没有|超过|突破|高于|大于|多于|低于|少于|不到|不足|达到/g;

/** 哪个区, 各省: says over what is asked, and nothing of the subject. */
const RANGING = new RegExp(patterns.ranging.source, "g");

/** 长安在渝北的新工厂, without the place: 长安新工厂. */
const IN_PLACE = /(?<=\p{Script=Han}{2})(?<![现正存])在\s+的/gu;

const ORDINALS = [/第[一1]个/, /第[二两2]个/, /第[三3]个/];

/** Regions with a year of their own each; empty unless at least two are told apart so. */
function placesIn(folded: string, readRegions: ReadRegions): { region: string; year: number }[] {
  const parts = folded.split(/(?<=(?:19|20)\d{2}年?)/);
  const places = parts.flatMap((part) => {
    const year = /((?:19|20)\d{2})年?$/.exec(part)?.[1];
    const [region, another] = readRegions(part).held;
    return year === undefined || region === undefined || another !== undefined
      ? []
      : [{ region, year: Number(year) }];
  });
  const distinct = new Set(places.map(({ year }) => year));
  return places.length > 1 && distinct.size > 1 ? places : [];
}

function operationIn(text: string): Operation | null {
  return patterns.operations.find(({ pattern }) => pattern.test(text))?.operation ?? null;
}

function cueOf(folded: string): TurnReading["cue"] {
  const { correction, opening, closing, pronoun } = patterns.followUp;
  if (correction.test(folded)) return "correction";
  if (opening.test(folded)) return "opening";
  if (closing.test(folded)) return "closing";
  return pronoun.test(folded) ? "pronoun" : null;
}

function withoutMentions(text: string, mentions: readonly IndicatorMention[]): string {
  let rest = text;
  for (const mention of mentions) rest = blanked(rest, mention);
  return rest;
}
