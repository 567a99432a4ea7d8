import type { Desk } from "#answer/desk.ts";
import { countedAlike, expectationOf, figureAsked, thingMeasured } from "#answer/passages/expectation.ts";
import { asksOwn } from "#answer/passages/mismatch.ts";
import { namedShare } from "#answer/passages/wording.ts";
import { type Concept, conceptById, type Dimension, officialNames } from "#indicators/catalogue.ts";
import { ofEachGroup, ofGroup } from "#indicators/catalogue-groups.ts";
import { countsThings } from "#indicators/catalogue-guards.ts";
import { namedIndicator } from "#question/indicator/lookup-names.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { withSiblings } from "./sibling.ts";

/** Least similarity at which words are taken to mean an indicator that they do not name. */
export const SIMILAR = 0.44;
/** Least similarity at which they are taken so before the passages are looked at. */
export const VERY_SIMILAR = 0.72;
/** …and where the thing asked for is a word no report prints. */
export const SURELY_SIMILAR = 0.65;
/** …and before weak passages. */
export const SIMILAR_ENOUGH = 0.5;
/** 咖啡店, 面馆: shops of one kind are not those of every kind. */
const SHOP = /((?![开新的了家个])[\u4e00-\u9fff](?![开的了家个])[\u4e00-\u9fff])[店馆铺厅吧坊](?!总|经济)/u;
/** Share of a thing's name that an indicator's names hold to be about it. */
const HALF = 0.5;
const ASKS_FOR_FIGURE = new Set(["value", "compare", "difference", "series", "rank", "met"]);

/**
 * The question with the indicator its words come nearest to (城里人一年挣多少), when it names none and asks for
 * a figure; null when nothing comes near enough.
 */
export async function withSimilarIndicator(
  { question, sources }: Desk,
  least: number = SIMILAR,
): Promise<Question | null> {
  if (question.indicators.length > 0 || !ASKS_FOR_FIGURE.has(question.operation)) return null;
  if (question.language === "en" || countsThings(question.topic) || asksOwn(question)) return null;
  const phrase = question.topic.replaceAll(" ", "");
  const best = await sources.similarIndicator(phrase);
  if (best === null || best.score < least) return null;
  const [meant] = best.concept === null ? [] : ofGroup([best.concept], foldPlain(question.asked));
  const concept = meant === undefined ? undefined : conceptById(meant);
  const named = foldPlain(
    [best.name, ...(concept === undefined ? [] : officialNames(concept.id))].join("\n"),
  );
  // 星巴克开了几家店 comes near 新增市场主体 and says nothing of it.
  if (best.score < VERY_SIMILAR && !sharesWord(phrase, named) && !asksItsUnit(question, concept)) return null;
  // 公园有多少个 is not told in square metres.
  if (asksForThings(question) && NEVER_COUNTED.has(concept?.dimension ?? "count")) return null;
  const kind = SHOP.exec(foldPlain(phrase))?.[1];
  if (kind !== undefined && !named.includes(kind)) return null;
  const thing = thingMeasured(foldPlain(question.topic));
  // 网络游戏产业营收 is no 服务业营业收入.
  if (thing !== null && best.score < VERY_SIMILAR && namedShare(thing, named, sources.holdsTerm) < HALF)
    return null;
  const each = meant === undefined ? [] : ofEachGroup(meant, foldPlain(question.asked));
  if (each.length > 0) {
    const indicators = each.map((id) => namedIndicator(phrase, [id], question.measure));
    return withSiblings({ ...question, indicators, indicatorShare: 1, operation: "value" }, sources);
  }
  const names = concept === undefined ? [best.name] : namesFor(concept, question.measure);
  const indicator: NamedIndicator = {
    phrase,
    concepts: concept === undefined ? [] : [concept.id],
    names,
    measure: null,
  };
  return { ...question, indicators: [indicator], indicatorShare: 1 };
}

const NEVER_COUNTED: ReadonlySet<Dimension> = new Set([
  "area",
  "length",
  "money",
  "mass",
  "volume",
  "energy",
  "percent",
]);

/** Whether things are to be counted: 多少个, 几家. */
function asksForThings({ asked }: Question): boolean {
  const { classifier } = expectationOf(foldPlain(asked));
  return classifier !== null && countedAlike(classifier) !== null;
}

/** Units that many indicators are counted in: to ask in one of them tells none apart. */
const COMMON_UNIT = /^[万亿千百]*(?:元|美元|人|户|家|个|件|项|%)?$/u;

/** 几天 of 空气质量优良天数: the figure is asked for in a unit that few things are counted in. */
function asksItsUnit({ asked }: Question, concept: Concept | undefined): boolean {
  const unit = concept?.units[0] ?? "";
  return !COMMON_UNIT.test(unit) && figureAsked(foldPlain(asked))?.test(`1${unit}`) === true;
}

/** Whether a phrase holds two characters in a row of what reports call the indicator. */
function sharesWord(phrase: string, names: string): boolean {
  return pairsOf(foldPlain(phrase)).some((pair) => names.includes(pair));
}

function namesFor({ name, growthName }: Concept, measure: Question["measure"]): string[] {
  if (growthName === null || measure === "level") return [name];
  return measure === "growth" ? [growthName] : [name, growthName];
}
