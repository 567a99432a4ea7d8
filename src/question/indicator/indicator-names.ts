import { officialNames } from "#indicators/catalogue.ts";
import type { NamedIndicator } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** What the indicators of a question are called: as asked, and as reports print them; folded. */
export const indicatorNames = (
  indicators: readonly Pick<NamedIndicator, "phrase" | "concepts">[],
): string[] =>
  indicators.flatMap(({ phrase, concepts }) => [phrase, ...concepts.flatMap(officialNames)]).map(foldPlain);
