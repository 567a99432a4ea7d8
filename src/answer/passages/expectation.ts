import { z } from "zod";
import { answerWords } from "#answer/words/answer-words.ts";
import type { QuestionTerms } from "#read/query-terms.ts";
import { forms } from "./forms.ts";
import measuredFile from "./measured.json" with { type: "json" };

/** What kind of thing would answer, as far as the wording tells. */
export interface Expectation {
  readonly number: boolean;
  readonly date: boolean;
  /** 几点: a time of day. */
  readonly clock: boolean;
  /** 区长是谁: someone's name beside the office. */
  readonly person: boolean;
  /** 第几, 排名: an ordinal. */
  readonly rank: boolean;
  /** 连续几年, 几连冠: for how long on end. */
  readonly streak: boolean;
  /** 从哪儿到哪儿: where something begins and ends. */
  readonly route: boolean;
  /** The measure word asked for: 几部 expects 部. */
  readonly classifier: string | null;
  /** How a figure of the kind asked for is printed (多少钱 → 3亿元); null when any figure may answer. */
  readonly figure: RegExp | null;
}

/** Lists and reasons may be any words. */
export const NOTHING_EXPECTED: Expectation = {
  number: false,
  date: false,
  clock: false,
  person: false,
  rank: false,
  streak: false,
  route: false,
  classifier: null,
  figure: null,
};

/** Reads what a folded question expects in its answer. */
export function expectationOf(folded: string): Expectation {
  const { expects, classifier } = answerWords;
  return {
    number: expects.number.test(folded),
    date: expects.date.test(folded),
    clock: expects.clock.test(folded),
    person: expects.person.test(folded),
    rank: expects.rank.test(folded),
    streak: expects.streak.test(folded),
    route: forms.route.asked.test(folded),
    classifier: classifier.exec(folded)?.[1] ?? null,
    figure: figureAsked(folded),
  };
}

/** Where the printed unit may be another than the one asked with: 多少人 → 5万贫困人口. */
const UNITS: Readonly<Record<string, string>> = {
  个点: "(?:个百分点|%)",
  部: "[部台]",
  台: "[台部]",
  家: "[家户个]",
  户: "[户家]",
  所: "[所个家]",
  位: "[位人名]",
  名: "[名人位]",
  块: "[块枚]",
  枚: "[枚块]",
  人: "(?:[\\u4e00-\\u9fff]{0,4}人|名)",
};
/** Counted with another measure word than asked. */
export const ALIKE = 0.8;
/** A sentence may still tell a route in other words. */
const NO_ROUTE = 0.3;
const NUMERAL = "[\\d.]+|[一二三四五六七八九十百千两]+|半";

/** A day, or a word for when. */
const DATE =
  /\d{4}年|\d{1,2}月|年(?:内|底)|季度|[上下]半年|(?:国庆|春节|元旦|五一|汛期?)前|(?:今|明|后|当)年/;

/** PM2.5浓度上升 prints no figure, nor does the number an entry of a list opens with. */
const NAMES_WITH_DIGITS =
  /pm\s?\d+(?:\.\d+)?|\d[ag]\b|(?:19|20)\d{2}年|第\d+届|(?:^|[。;:\n])\s*\d{1,2}[.、](?!\d)/g;

/** How well a folded sentence could answer, 0 (cannot) to 1 (holds just the thing). */
export function meets(expectation: Expectation, folded: string): number {
  const { number, date, clock, person, rank, route, classifier, figure } = expectation;
  if (route) return forms.route.told.test(folded) ? 1 : NO_ROUTE;
  if (date) return DATE.test(folded) ? 1 : 0;
  if (clock) return /\d\s*[点时]|\d:\d\d/.test(folded) ? 1 : 0;
  if (person) return answerWords.person.test(folded) ? 1 : 0;
  if (rank)
    return /第[一二三四五六七八九十\d]|[二三四五六七八九十\d]连[冠胜霸]|首[位批个家届]|前[一二三四五六七八九十\d]|榜首|冠军|最[好大高]/.test(
      folded,
    )
      ? 1
      : 0;
  if (!number) return 1;
  // A row prints its unit in the head of its table.
  if (figure !== null && !folded.includes(" | ")) return figure.test(folded) ? 1 : 0;
  if (classifier !== null) {
    const unit = UNITS[classifier] ?? classifier;
    if (new RegExp(`(?:${NUMERAL})\\s*(?:余|多)?(?:[万亿千百]*)(?:余|多)?${unit}`).test(folded)) return 1;
    if (countedAlike(classifier)?.test(folded) === true) return ALIKE;
  }
  return /\d/.test(folded.replace(NAMES_WITH_DIGITS, ""))
    ? classifier === null
      ? 1
      : 0.5
    : /[一二三四五六七八九十百千两]+[个家所项件套户部座条名人]/.test(folded)
      ? 0.6
      : 0;
}

/** What a question wants of a stretch. */
export interface Wanted {
  /** The question's words, and the same with official names for citizens' words; the best reading counts. */
  readonly wordings: readonly QuestionTerms[];
  readonly expectation: Expectation;
}

const said = z.object({ asked: z.string().min(1), told: z.string().min(1) });
const parsed = z
  .object({
    numeral: z.string().min(1),
    families: z.array(said).min(1),
    bare: z.array(said).min(1),
    alike: z.record(z.string().length(1), z.string().min(1)),
    attributes: z.array(said).min(1),
    named: z.string().min(1),
    kinds: z.string().min(1),
  })
  .parse(measuredFile);

/** A numeral, in digits or characters, with what may follow it before its unit. */
export const COUNT_NUMERAL = parsed.numeral;

interface Said {
  readonly asked: RegExp;
  readonly told: RegExp;
}

const compiled = ({ asked, told }: z.infer<typeof said>): Said => ({
  asked: new RegExp(asked),
  told: new RegExp(told.replaceAll("{n}", COUNT_NUMERAL)),
});

const families = parsed.families.map(compiled);
const bare = parsed.bare.map(compiled);
const attributes = parsed.attributes.map(compiled);
const alike = new Map(Object.entries(parsed.alike));

/** How a sentence prints a figure of the kind a folded question asks for; null when it names no kind. */
export function figureAsked(folded: string): RegExp | null {
  return families.find(({ asked }) => asked.test(folded))?.told ?? null;
}

const ASKS = /[怎哪啥几吗呢]|什么|多少|为何|如何|是否/u;

/** How a sentence prints the figure that a folded question asks for by the name of the measure alone (高考录取率); null for others. */
export function bareFigureAsked(folded: string): RegExp | null {
  const said = folded.replace(/[?。!\s]+$/u, "");
  return ASKS.test(said) ? null : (bare.find(({ asked }) => asked.test(said))?.told ?? null);
}

/** Words one of which an answer prints, for each thing asked of a subject (总投资, 占地). */
export function attributesAsked(folded: string): readonly RegExp[] {
  return attributes.filter(({ asked }) => asked.test(folded)).map(({ told }) => told);
}

const NAMED = new RegExp(parsed.named, "u");
const KINDS = new RegExp(parsed.kinds, "u");

/** The thing whose turnover, area or like a folded topic asks for, without the word for its kind; null for none. */
export function thingMeasured(topic: string): string | null {
  const name = NAMED.exec(topic.replaceAll(" ", ""))?.[1];
  const bare = name?.replace(KINDS, "") ?? "";
  // 二三 of 二三产业 names nothing.
  return name === undefined ? null : /^[一二三四五六七八九十]*$/u.test(bare) ? name : bare;
}

/** A figure counted with a measure word that may be printed for the one asked: 几条 → 210艘. Null when none may. */
export function countedAlike(classifier: string): RegExp | null {
  const others = alike.get(classifier);
  return others === undefined ? null : new RegExp(`${COUNT_NUMERAL}[${others}]`);
}
