import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const YEAR = /(?:19|20)\d{2}年?/gu;
/** What sets the second year against the first: ，比它. */
const AGAINST = /[,，]?[比和与跟较到][它其他]?$/u;
const DIFFERS = /相?差|[多少高低大小快慢增减涨降]了?(?:出|还是|多少|几|个)|翻/u;
const CLAUSE_END = /[,，;；?？]/u;
/** Which figure of a year is meant, no part of what is measured. */
const KIND = /(?:的|要|想|能|计划|打算|力争|实际|目标|预期|完成|实现|做到|达到|定)+(?:的|了)?|相?比$/gu;

/**
 * 生态环保产业2023年营收目标比2022年实际多多少: the same asked of each year, as questions of their own. Null where the words do
 * not set one year against another.
 */
export function yearAgainstYear({ asked, years, yearKinds, regions }: Question): readonly string[] | null {
  const apart = setApart(foldPlain(asked));
  if (apart === null || years.length !== 2 || regions.length > 1) return null;
  const { lead } = apart;
  const [mine, other] = [apart.first, apart.second].map((words) => words.replace(KIND, "").trim());
  const measure = mine !== undefined && mine !== "" ? mine : (other ?? "");
  if (`${lead}${measure}`.length < FEWEST) return null;
  return years.map((year) => {
    const kind = yearKinds[year]?.join() === "target" ? "目标" : "";
    return `${lead}${year}年${measure}${kind}是多少`;
  });
}

const FEWEST = 4;

interface SetApart {
  /** What stands before the first year. */
  readonly lead: string;
  /** What is measured in each of the two. */
  readonly first: string;
  readonly second: string;
}

/** 甲产业|2023年|营收目标|比|2022年|实际|多多少: the parts of the first two years that are set one against the other. */
function setApart(text: string): SetApart | null {
  const years = [...text.matchAll(YEAR)].map(({ 0: year, index }) => ({
    start: index,
    end: index + year.length,
  }));
  for (const [at, one] of years.entries()) {
    for (const two of years.slice(at + 1)) {
      const between = text.slice(one.end, two.start);
      const first = between.slice(0, AGAINST.exec(between)?.index ?? 0);
      if (!AGAINST.test(between) || CLAUSE_END.test(first)) continue;
      const behind = text.slice(two.end);
      const second = behind.slice(0, DIFFERS.exec(behind)?.index ?? 0);
      if (DIFFERS.test(behind) && !CLAUSE_END.test(second))
        return { lead: text.slice(0, one.start), first, second };
    }
  }
  return null;
}
