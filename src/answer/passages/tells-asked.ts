import type { Desk } from "#answer/desk.ts";
import { leavesUnsaid } from "#answer/figures/named-thing.ts";
import { oncePerQuestion } from "#answer/sources.ts";
import { sliceOf } from "#domain/span.ts";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { heldAmong, shareOf, termsPresent } from "#read/query-terms.ts";
import type { Unit } from "#read/unit.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";
import { ALIKE, attributesAsked, expectationOf, meets, thingMeasured, type Wanted } from "./expectation.ts";
import { forms } from "./forms.ts";
import { type Stock, stockAsked, tellsStock } from "./how-many.ts";
import { namedShare } from "./wording.ts";

const HALF = 0.5;
/** What is counted or measured: 游客 in 多少名游客, 四好农村路 in 多少公里四好农村路. */
const COUNTED =
  /(?:多少|好多|几)(?:万|千|百|十|亿)?(?:[个名家所项件套户座条位张册部台栋辆头场起艘亩吨]|公里|平方米)?([\u4e00-\u9fff]{2,8}?)(?=[了的吗呢呀啊在来,。?、和]|$)/;
/** 多少钱, 多少比例: a unit is nothing counted; nor is what is done (多少家变成). */
const NOTHING_COUNTED =
  /^(?:[个人].|亿元|万元|万人|公里|千米|平方|百分|比例|美元|人民|人次|个月|小时|分钟|立方|千瓦|变成|(?:增加?|提高?|提升|上?升|下?降|降低|减少?|扩大|回落|涨)(?:到|至|为|了)|增加|提高|下降|以上|以内|左右|才能|可以|是.|能.|在.|被.|来.|要.|算.|给.|用.|[^头面里路]?了|.[?])/;

/**
 * Whether the figure in a passage is the one asked for and not just a figure beside the right name: 轨道18号线总投资多少亿
 * is not told by 18号线加快推进…新增道路21公里. True for questions that ask no figure.
 */
export function tellsAsked(desk: Desk, unit: Unit, beside: number): boolean {
  const { question, sources } = desk;
  const asked = foldPlain(question.asked);
  const expectation = expectationOf(asked);
  if (!expectation.number || expectation.rank) return true;
  if (question.operation === "list" || question.operation === "reason") return true;
  const words = foldPlain(
    `${unit.passage.chunk.section.at(-1) ?? ""}\n${sliceOf(sources.document(unit.documentId)?.text ?? "", unit)}`,
  );
  // The heading is no beginning of the name below it.
  if (!tellsHowMany(desk, words.replace("\n", ","))) return false;
  if (!tellsOfThing(desk, words)) return false;
  if (isMostlyIndicator(question)) return tellsCounted(desk, words);
  if (beside < BESIDE / thingsAsked(asked)) return false;
  if (!tellsSubset(desk, words)) return false;
  if (leavesUnsaid(question, [words])) return false;
  return tellsCounted(desk, words);
}

/** Whether what is counted stands by a figure of the kind asked for; its words may be no report's. */
function tellsCounted(desk: Desk, words: string): boolean {
  const { question, sources } = desk;
  const asked = foldPlain(question.asked);
  const counted = COUNTED.exec(asked)?.[1];
  if (counted === undefined || NOTHING_COUNTED.test(counted)) return true;
  const names = [counted, ...officialWordings(counted)]
    .map((name) => name.replaceAll(" ", ""))
    .filter((name) => isReports(name, sources.holdsTerm));
  // 融资了多少钱、提供了多少个岗位: the figure of the one thing is not of the other's kind.
  if ((asked.match(/多少|好多|几(?!乎)/g) ?? []).length > 1) return true;
  if (names.length === 0 || words.includes(" | ")) return true;
  const expectation = expectationOf(asked);
  return words
    .split("。")
    .flatMap((sentence) => sentence.split(/[,;:]/))
    .some((clause, at, all) => {
      const near = `${all[at - 1] ?? ""},${clause}`;
      return (
        meets(expectation, clause) > 0 &&
        names.some((name) => namedShare(name, near, sources.holdsTerm) >= HALF)
      );
    });
}

/** Whether reports have most pairs of characters of a name: 果树林 is an asker's. */
function isReports(name: string, holds: (pair: string) => boolean): boolean {
  const pairs = pairsOf(name);
  return pairs.filter(holds).length > pairs.length / 2;
}

/**
 * Whether one sentence prints what is asked of the thing beside its name: 观音桥商圈…。商品销售总额达6259亿元 tells no
 * 销售额 of 观音桥商圈. `words` open with the line of their heading, which all of them are about.
 */
function tellsOfThing(desk: Desk, words: string): boolean {
  const asked = foldPlain(desk.question.asked);
  const attributes = attributesAsked(asked);
  const thing = thingMeasured(foldPlain(desk.question.topic));
  const reworded = thing === null || officialWordings(thing).length > 0;
  if (reworded && attributes.length === 0) return true;
  const expectation = expectationOf(asked);
  const [heading = "", ...lines] = words.split("\n");
  const body = lines.join("\n").replace(/ (?!\|)(?<!\| )/g, "");
  return body.split(/[。\n]/).some((printed) => {
    // 总投资700亿元的八大重点项目: a figure that is said to be of another thing.
    const sentence = printed.replace(OWN_FIGURE, (figure, owner: string) =>
      thing === null || namedShare(thing, owner, desk.sources.holdsTerm) >= HALF ? figure : "",
    );
    const whole = forms.pointing.test(sentence) ? body : sentence;
    if (meets(expectation, sentence) === 0 || !attributes.every((told) => told.test(whole))) return false;
    return reworded || namedShare(thing, `${heading} ${whole}`, desk.sources.holdsTerm) >= HALF;
  });
}

const OWN_FIGURE = /[\u4e00-\u9fff]{0,4}[\d.]+(?:亿|万)?(?:元|平方米|亩|公里)的([\u4e00-\u9fff]{2,12})/g;

/** 查处的23人里有几个被开除了: of so many, those to whom something was done. */
const SUBSET =
  /(?:里|其中|当中|之中)[面头边]?,?的?(?:有|是)?(?:多少|几)[个名人家所项位座]*(?:人|是|被|因)*([\u4e00-\u9fff]{2,8}?)(?=[了的吗呢?,。]|$)/;

/** Whether what is asked of some of so many is told at all. */
function tellsSubset({ question, sources }: Desk, words: string): boolean {
  const deed = SUBSET.exec(foldPlain(question.asked))?.[1];
  return deed === undefined || namedShare(deed, words, sources.holdsTerm) >= HALF;
}

/** Of a question of how many there are; null for all others. */
const stockOf = oncePerQuestion((asked): Stock | null => stockAsked(asked.question));

/** Whether words tell how many of the thing there are, where that is asked. */
export function tellsHowMany(desk: Desk, words: string): boolean {
  const stock = stockOf(desk);
  return stock === null || tellsStock(stock, foldPlain(words), desk.sources.holdsTerm);
}

const ASKS = /多少|几|哪|谁|什么|吗|有没有|是否|怎/;

/** 出动了多少人，有没有人伤亡: words of the second question need not stand by the figure of the first. */
const thingsAsked = (asked: string): number =>
  Math.max(1, asked.split(/[,，;；。?？]/).filter((clause) => ASKS.test(clause)).length);

/**
 * Share of the question that the clauses around a fitting figure hold at least. Of 150 figures that answer, two lie
 * below; of 45 that stand in the right sentence and tell something else, 32 do.
 */
export const BESIDE = 0.2;
/** The most of the question that one clause with a fitting figure holds, 0 to 1: 投资2.5亿元的乳粉生产线. */
export function nearFigure(folded: string, { expectation, wordings }: Wanted): number {
  if (!expectation.number && !expectation.date) return 0;
  const told = folded.split(/[;。:]|[,、](?!\d)/).filter((clause) => meets(expectation, clause) === 1);
  const shares = told.flatMap((clause) => {
    const present = termsPresent(clause);
    return wordings.map((terms) => shareOf(terms, heldAmong(terms, present)));
  });
  return Math.max(0, ...shares);
}

/**
 * The same with the clause before, where the subject often stands; a row of a table is one clause. Words of measuring (面积, 下降) stand beside many figures and tell of none.
 */
export function besideFigure(folded: string, { expectation, wordings }: Wanted): number {
  if (!expectation.number && !expectation.date) return 1;
  const clauses = folded.includes(" | ") ? [folded] : folded.split(/[;。:]|,(?!\d)/);
  const told = clauses.flatMap((clause, at) =>
    folded.includes(" | ") || meets(expectation, clause) >= ALIKE
      ? [`${clauses[at - 1] ?? ""},${clause}`]
      : [],
  );
  const shares = told.flatMap((words) => {
    const present = termsPresent(words);
    return wordings.map((terms) => {
      const own = [...terms.weights.keys()].filter((term) => !MEASURING.has(term));
      const held = heldAmong(terms, present);
      return own.length === 0 || own.some((term) => held.has(term)) ? shareOf(terms, held) : 0;
    });
  });
  return Math.max(0, ...shares);
}

/** Pairs of characters that say how something is measured or moved, whatever it is. */
const MEASURING = new Set(
  "面积 投资 总投 资金 金额 数量 总数 总额 连续 下降 上升 增长 提高 增加 减少 新增 占比 比例 比重 收入 营收 完成 实现 达到 建成 累计 规模 产值 人数 平方".split(
    " ",
  ),
);
