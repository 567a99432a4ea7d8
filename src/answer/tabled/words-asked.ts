import { type PrintedKind, printedKindIn } from "#indicators/tables/printed-kind.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { writtenForms } from "#text/places/gazetteer.ts";

/** What the words of a question ask of a table, besides the name of the figure. */
export interface TableAsked {
  /** The words that name the figure, in pieces. */
  readonly words: readonly string[];
  /** Indicators of the catalogue that the words name (gdp), each with what rows of it are called. */
  readonly known: readonly { readonly phrase: string; readonly names: readonly string[] }[];
  /** All words of the question, in one line without spaces. */
  readonly said: string;
  /** The kind of figure that is asked for, as accounts print it; null where the words name none. */
  readonly printed: PrintedKind | null;
  /** 昌都市本级, 省级: the books of the government itself. */
  readonly ownLevel: boolean;
  readonly growth: boolean;
  readonly share: boolean;
  /** Which of all places is the highest or the lowest, or how all stand. */
  readonly ranking: boolean;
  /** Two or more are set against each other. */
  readonly comparing: boolean;
}

const OWN_LEVEL = /(?:[省市区县州盟旗]|自治区)?本级|(?:省|市|区|县|州|盟|旗|自治区)级(?!市|以上|以下)|^级/u;
const GROWTH = /增长|增速|增减|增幅|涨跌幅?度?|涨幅|上涨|下降|下跌|同比|比(?:上年|去年)/u;
const SHARE =
  /百分之|比重|占比|比例|完成(?:年初|调整|变动)?预算(?!数(?:是|为)?多少)|为(?:年初|调整|变动)?预算|完成率|占[^，。]{0,12}(?:多少|几)/u;
const MOST = /最[高低多少大小快慢强好]|排名|排第几|排行|第一|前[几三五十]/u;
const WHICH = /哪[个些一]?|谁|各/u;
const SET_AGAINST = /谁|哪[个一]?|更|相比|相差|差多少|比[^上去重例]|高还是|多还是/u;

/** Words of the asking itself, of time and of kinds: none of them names a figure. */
const ASKING =
  /请问|告诉我|(?:一共|总共)?花了?多少钱|多少钱|花了?(?=\s|$)|查一下|是什么|是多少|为多少|有多少|达到?多少|多少|几(?=[个件人家户台辆所])|百分之[几多]?|单位|分别|合计是|一共|总共|占比|比重|比例|怎么样|情况|哪[个些一]?|谁更?|最[高低多少大小快慢]|更[高低多少]|相差|相比|排名|第几|各自?|是|为|吗|呢|的|比(?:上年|去年|上年末)|同比|增长(?:率|速度)?|增速|增减|增幅|涨跌幅?度?|涨幅|上涨|下降|下跌|(?:19|20)\d\d年?末?/gu;
const KINDS =
  /(?:年初|调整|变动)?预算(?:安排)?数?(?!收|支|平衡|外|内|资金)|(?:预计)?(?:执行|决算|完成)数|预计(?:执行|完成)?数?|执行情况|决算|完成(?:年初|调整|变动)?预算数?/gu;
const SCOPES =
  /全[省市区县州盟旗国]|(?:[省市区县州盟旗]|自治区)?本级|(?:省|市|区|县|州|盟|旗|自治区)级(?!市)/gu;
const UNITS = /(?:[百千万亿]*元|万人|亿|万吨|公顷|平方米|公里|人次|立方米)$/u;
const OVER_PLACES = /各?(?:旗县|市县|县市区?|区县|县区|市州|州市|地市|城市|省份|市|县|区|旗|州)(?=$|\s|，)/gu;

const PLACES = "旗县|市县|县市区?|区县|县区|市州|州市|地市|城市|省份|省|市|县|区|旗|州";
const EACH_PLACE = new RegExp(`(?:各|哪[个些一]?|所有)(?:${PLACES})`, "u");
/** What is left of 各县 where 各 was taken for a word of the asking. */
const PLACE_BEFORE = new RegExp(
  `(?<=^|\\s)(?:各|哪[个些一]?|所有)?(?:${PLACES})(?=[\\p{Script=Han}a-z]{2})`,
  "gu",
);

/** Reads what a question asks of a table. */
export function tableAsked(question: Question): TableAsked {
  const { asked, topic, regions, otherRegions, measure, indicators } = question;
  const folded = foldPlain(asked);
  const names = [...regions, ...otherRegions].flatMap(writtenForms).map(foldPlain);
  const bare = names
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => (name.length > 1 ? rest.replaceAll(name, " ") : rest), foldPlain(topic));
  const words = (EACH_PLACE.test(folded) ? bare.replace(PLACE_BEFORE, " ") : bare)
    .replace(SCOPES, " ")
    .replace(KINDS, " ")
    .replace(ASKING, " ")
    .replace(OVER_PLACES, " ")
    .split(/[\s、，,。？?！!；;：:“”"（）()]+|[和与及跟对](?=\s|$)|(?<=\s|^)[和与及跟对在中级]/u)
    .map((word) =>
      word
        .replace(/^里(?!程)/u, "")
        .replace(UNITS, "")
        .replace(/[比较]$/u, ""),
    )
    .filter((word) => word.length > 1 || /^[锌铅铝铜金银糖盐布纱蛋鱼牛羊猪]$/u.test(word));
  return {
    words,
    printed: printedKindIn(folded),
    known: indicators.map(({ phrase, names }) => ({ phrase: foldPlain(phrase), names })),
    said: folded.replaceAll(" ", ""),
    ownLevel: OWN_LEVEL.test(folded) || /^级/u.test(topic.trim()),
    growth: measure === "growth" || (GROWTH.test(folded) && !SHARE.test(folded)),
    share: SHARE.test(folded),
    ranking: MOST.test(folded) && WHICH.test(folded),
    comparing: SET_AGAINST.test(folded),
  };
}

/** Shorter stretches of words stand in any text by chance. */
const LEAST = 2;
/** Characters that may be missing on either side: 汽车类 and 汽车, 产值 and 总产值, 产量 and 产量数. */
const LOOSE = /[类数额量值总的年末本中为和与及共有每个件其]/u;

/** The stretches of `words` that stand in `text`, longest first from the left, as one mark for each character. */
function marked(words: string, text: string): boolean[] {
  const found = Array.from(words, () => false);
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && text.includes(words.slice(at, end + 1))) end++;
    if (end - at >= LEAST || (end - at === words.length && words.length > 0)) {
      found.fill(true, at, end);
      at = end;
    } else at++;
  }
  return found;
}

/** How many characters of `words` that say something do not stand in `text`. */
export function missingIn(words: string, text: string): number {
  const found = marked(words, text);
  return [...words].filter((char, at) => found[at] !== true && !LOOSE.test(char)).length;
}

/** True where all that `words` say stands in `text`, but for a character that says little. */
export function covers(text: string, words: string): boolean {
  return missingIn(words, text) === 0;
}
