import type { MeasureAsked } from "#question/indicator/measure-asked.ts";
import type { NamedIndicator } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import type { Slots } from "./slots.ts";

/** 回到刚才的GDP增速, 刚才那个增速: words that go back to something talked of before the last turn. */
export const returns = (folded: string): boolean => patterns.returns.test(folded);

/** The turn without those words. */
export const withoutReturning = (folded: string): string => folded.replace(patterns.returns, "");

/** What a turn that goes back says of what it goes back to. */
interface ReturningTurn {
  readonly measure: MeasureAsked;
  readonly regions: readonly string[];
  /** Its content words, space-separated. */
  readonly residue: string;
}

const tellsOf =
  (words: readonly string[]) =>
  ({ topic }: Slots): boolean =>
    words.some((word) => topic.includes(word));

/**
 * What was talked of when the indicator named was last told, newest first, of the region named before others; a bare 增速 goes back to the last growth. Null
 * where nothing before fits.
 */
export function returnedTo(
  history: readonly Slots[],
  named: readonly NamedIndicator[],
  { measure, regions, residue }: ReturningTurn,
): Slots | null {
  // 回到机场那个: what was asked in words is gone back to by them.
  const words = residue.split(" ").filter((word) => word.length >= 2);
  const said = words.length === 0 || named.length > 0 ? [] : history.filter(tellsOf(words));
  const [newestSaid] = said.slice(-1);
  if (newestSaid !== undefined) return newestSaid;
  const concepts = new Set(named.flatMap((indicator) => indicator.concepts));
  const there = (slots: Slots): boolean =>
    regions.length === 0 || slots.regions.some((region) => regions.includes(region));
  const fits = ({ indicators }: Slots): boolean =>
    indicators.some((indicator) =>
      concepts.size > 0
        ? indicator.concepts.some((concept) => concepts.has(concept))
        : measure === null || indicator.measure === measure || measure === "both",
    );
  const newest = history.toReversed();
  return newest.find((slots) => there(slots) && fits(slots)) ?? newest.find(fits) ?? null;
}
