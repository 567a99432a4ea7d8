import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const YEAR = "(?:19|20)\\d{2}年?";
/** 甲产业|2023年|营收目标|比|2022年|实际|多多少. */
const SET_APART = new RegExp(
  `^(.*?)(${YEAR})([^,，;；]*?)[,，]?(?:比|和|与|跟|较|到)(?:它|其|他)?(${YEAR})([^,，;；?？]*?)(?:相?差|[多少高低大小快慢增减涨降]了?(?:出|还是|多少|几|个)|翻).*$`,
  "u",
);
/** Which figure of a year is meant, no part of what is measured. */
const KIND = /(?:的|要|想|能|计划|打算|力争|实际|目标|预期|完成|实现|做到|达到|定)+(?:的|了)?|相?比$/gu;

/**
 * 生态环保产业2023年营收目标比2022年实际多多少: the same asked of each year, as questions of their own. Null where the words do
 * not set one year against another.
 */
export function yearAgainstYear({ asked, years, yearKinds, regions }: Question): readonly string[] | null {
  const [, lead = "", one, first = "", two, second = ""] = SET_APART.exec(foldPlain(asked)) ?? [];
  if (one === undefined || two === undefined || years.length !== 2 || regions.length > 1) return null;
  const [mine, other] = [first, second].map((words) => words.replace(KIND, "").trim());
  const measure = mine !== undefined && mine !== "" ? mine : (other ?? "");
  if (`${lead}${measure}`.length < FEWEST) return null;
  return years.map((year) => {
    const kind = yearKinds[year]?.join() === "target" ? "目标" : "";
    return `${lead}${year}年${measure}${kind}是多少`;
  });
}

const FEWEST = 4;
