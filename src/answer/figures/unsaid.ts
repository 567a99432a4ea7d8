import type { Question } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";

/** 总投资超10亿元的项目: only those beyond so much. */
const BOUND =
  /(?:超过?|大于|高于|不低于|不少于|低于|不到|[^上]上)(\d+(?:\.\d+)?)[万亿]?[^\d,，。?]{0,4}(?:以上)?的/u;
/** 引进了多少个重点项目: what was done to them, right before their number. */
const DEED = /(引进|签约|开工|竣工|投产|落户)(?:了|的)*(?:多少|几)/u;

/** 建成投用的重点项目有多少个: the same, said of them. */
const DONE = /(建成投用|开工建设|竣工|开工|完工|投产)的[^,，。?的]{2,8}?(?:一共|总共|有|是)*(?:多少|几)/u;
/** 新添了多少家, 新冒出来几家: those that came new. */
const ADDED =
  /(?<![更最创])新(?:增|添|办|注册|登记|开张?|成立|设立?|冒出?来?|来|引进|培育|认定)了?(?:多少|几)/u;
/** 金融机构里外资银行有几家: some of them. */
const PART = /[里中]的?([\u4e00-\u9fff]{2,6})(?:有|是)(?:多少|几)[家个名所项座辆人]/u;

/** 卖衣服卖了多少钱: what is sold, unless it is anything (卖东西, 卖货). */
const SOLD = /卖(?![了出到得])(?!东西|货)([\u4e00-\u9fff]{1,4}?)(?:一共|总共|的)?(?:卖|赚|收)了?(?:多少|几)/u;

function mostlyIn(name: string, words: string): boolean {
  const pairs = pairsOf(name);
  return pairs.filter((pair) => words.includes(pair)).length >= pairs.length / 2;
}

const CAME_NEW = /新(?![型区城兴能闻])[^,，。;]{0,6}?\d|新[增设建登注开办添引认培]|净增/u;
/** 每3辆新能源车有几辆: one in so many. */
const ONE_IN = /每(?:\d{1,2}|[二三四五六七八九十两]{1,2})[个辆家人件户台].*(?:多少|几)/u;

/** Whether a question asks for those beyond a bound, or that something was done to, and the words cited speak of neither. */
export function leavesUnsaid({ asked }: Question, cited: readonly string[]): boolean {
  const folded = foldPlain(asked);
  const [bound, deed] = [BOUND.exec(folded)?.[1], DEED.exec(folded)?.[1]];
  const words = foldPlain(cited.join("\n"));
  if (deed !== undefined && !words.includes(deed)) return true;
  const done = DONE.exec(folded)?.[1];
  if (done !== undefined && !words.includes(done)) return true;
  const part = PART.exec(folded)?.[1];
  if (part !== undefined && !mostlyIn(part, words)) return true;
  const sold = SOLD.exec(folded)?.[1];
  if (sold !== undefined && !words.includes(sold)) return true;
  if (ONE_IN.test(folded) && !/每[\d二三四五六七八九十两]/u.test(words)) return true;
  if (ADDED.test(folded) && !CAME_NEW.test(words)) return true;
  // 10 is not in 10.6.
  return bound !== undefined && !words.split(/[^\d.]+/u).includes(bound);
}
