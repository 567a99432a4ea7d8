import type { Draft } from "#answer/draft.ts";
import { expectationOf } from "#answer/passages/expectation.ts";
import type { Sources } from "#answer/sources.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { indicatorNames } from "#question/indicator/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const AMOUNT = /(?<![\d.])\d[\d.]*\s*(?![\d.%％倍]|个百分点)/u;
const YEAR = /(?:19|20)\d\d年/gu;
const RATE = /\d[\d.]*\s*(?:[%％]|个百分点|倍)/u;
const FIGURE = /[\d一二三四五六七八九十百千万半两]/u;
/** 年均增长18.8%: a growth of several years, and of no single one. */
const YEARLY = /(?:年均|年平均|平均每年)[^,;。\d]{0,8}\d[\d.]*[%％]?/gu;
/** 固定资产投资保持正增长,实现社零1153.3亿元: told in words alone, and the next figure is another's. */
const WITHOUT_FIGURE = /保持|持续|稳[步中定]|正增长|转正|回升|好转|领先/u;
/** What opens a list of aims, and what makes the clause it stands in one. */
const AIMS = /(?:主要|预期|发展)目标(?:是|为|：|:)/u;
const AIM = /力争|确保|争取/u;
/** Characters around an indicator's name in which its figure stands. */
const BEFORE = 20;
const BEHIND = 40;

/**
 * Whether a passage can tell the figure that a question asks of an indicator: where its words name the indicator,
 * they hold an amount for an amount and a rate for a growth, and no aim of a later year for a year gone by. True for
 * passages that do not name it: others judge them.
 */
export function tellsFigure(question: Question, { book }: Draft, { document }: Sources): boolean {
  const [indicator, another] = question.indicators;
  if (question.operation !== "value" || indicator === undefined || another !== undefined) return true;
  const names = indicatorNames([indicator]);
  const wanted = figureFor(question);
  return book.citations.every(({ documentId, quote }) => {
    const folded = foldPlain(quote);
    const told = names.flatMap((name) =>
      placesOfName(folded, name, names).map((at) => {
        const behind = folded.slice(at + name.length, at + name.length + BEHIND);
        const [own = ""] = behind.split(/[,;。]/u);
        if (WITHOUT_FIGURE.test(own) && !FIGURE.test(own)) return own;
        // 生产总值增长6.4%；收入超6亿元: what stands behind a semicolon is another's.
        const [same = ""] = behind.split(/[;。]/u);
        const ahead =
          folded
            .slice(Math.max(0, at - BEFORE), at)
            .split(/[,;。]/u)
            .at(-1) ?? "";
        return `${ahead} ${same}`;
      }),
    );
    if (told.length === 0) return !names.some((name) => folded.includes(name));
    const yearly = question.years.length === 1 && !/年均|平均/u.test(question.asked);
    const ofYear = (words: string) => (yearly ? words.replace(YEARLY, "") : words).replace(YEAR, "");
    if (wanted !== null && !told.some((words) => wanted.test(ofYear(words)))) return false;
    const reviewYear = document(documentId)?.reviewYear ?? null;
    const { years, kinds } = question;
    const past = reviewYear !== null && years.length > 0 && years.every((year) => year <= reviewYear);
    return !(past && !kinds.includes("target") && aimedAt(folded, names));
  });
}

/** Where a text says one of an indicator's names; nowhere in 出口总额 of 进出口总额 and 常住人口 of 常住人口城镇化率, which are others. */
function placesOfName(folded: string, name: string, names: readonly string[]): number[] {
  const own = new Set(names.map((each) => canonicalName(each).concept));
  const isAnother = (start: number, end: number) => {
    const { concept } = canonicalName(folded.slice(Math.max(0, start), end));
    return concept !== null && canonicalName(name).concept !== null && !own.has(concept);
  };
  const places: number[] = [];
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!LONGER.some((more) => isAnother(at, end + more)) && !isAnother(at - 1, end)) places.push(at);
  }
  return places;
}

/** By how many characters another indicator's name may be longer. */
const LONGER = [2, 3, 4, 5];

/** How the figure asked for is printed; null where none is asked in so many words. */
function figureFor(question: Question): RegExp | null {
  const [indicator] = question.indicators;
  if (question.measure === "growth") return RATE;
  if (asksAmount(question)) return AMOUNT;
  const concept = conceptById(indicator?.concepts[0] ?? "");
  const level = indicator?.names[0] === concept?.name && !saysMoved(question);
  // Aims are mostly set as growths, also where just 固定资产投资目标 is asked.
  if (level && concept?.growthName != null && !question.kinds.includes("target")) return AMOUNT;
  return expectationOf(foldPlain(question.asked)).number ? FIGURE : null;
}

/** Whether a question speaks of a change beside the names of its indicators, which may hold such a word (增加值). */
export function saysMoved({ asked, indicators }: Pick<Question, "asked" | "indicators">): boolean {
  const around = indicators.reduce((left, { phrase }) => left.replace(phrase, " "), asked);
  return /[增涨升降减跌缩]/u.test(around);
}

/** Whether one of the names stands behind words of aiming: in a list of aims, or in its own clause. */
function aimedAt(folded: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const [at] = placesOfName(folded, name, names);
    if (at === undefined) return false;
    const before = folded.slice(0, at);
    return AIMS.test(before) || AIM.test(before.split(/[,;。]/u).at(-1) ?? "");
  });
}

/** True for 多少亿元, 总量: an amount and nothing else is asked. */
export function asksAmount({ asked, indicators }: Question): boolean {
  const around = indicators.reduce((left, { phrase }) => left.replace(phrase, " "), asked);
  if (/总额|数额/u.test(around)) return true;
  return /(?:多少|几)(?:个)?(?:万|亿)?(?:元|美元|人|户|家|吨|平方)|亿|总量|绝对[额数量值]/u.test(asked);
}
