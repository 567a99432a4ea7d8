import type { Sources } from "#answer/sources.ts";
import type { NamedIndicator, Side } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";

/** Least share of a printed name that the words must hold, and of the words that the name must. */
const NAME_HELD = 0.5;
const WORDS_HELD = 0.25;
/** Measured in money. */
const TURNOVER = /营收|营业收入|产值|利润|投资额|税收/;

/**
 * The held figures of a side's place and year whose printed names its words hold best (新增了多少家“专精特新”企业),
 * for words that name no indicator of the catalogue.
 */
export function namedInWords(sources: Sources, { regions, years, kinds, topic }: Side): NamedIndicator {
  const asked = new Set(pairsOf(lettersOf(topic)));
  const all = sources.rows({ regions, years, ...(kinds.length > 0 ? { kinds } : {}) });
  // 175家 is no 营收 of the industry, whatever it is called.
  const rows = TURNOVER.test(topic) ? all.filter(({ unit }) => unit?.includes("元") === true) : all;
  const scored = [...new Set(rows.map(({ indicator }) => indicator))].flatMap((name) => {
    const own = new Set(pairsOf(lettersOf(name)));
    const shared = [...own].filter((pair) => asked.has(pair)).length;
    const [held, told] = [shared / Math.max(own.size, 1), shared / Math.max(asked.size, 1)];
    return held < NAME_HELD || told < WORDS_HELD ? [] : [{ name, score: held + told }];
  });
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  return { phrase: topic, concepts: [], names: [best?.name ?? topic.replaceAll(" ", "")], measure: null };
}

const lettersOf = (words: string): string => words.replace(/[^\p{Script=Han}a-z]/giu, "");
