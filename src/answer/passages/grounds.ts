import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { conceptById, officialNames } from "#indicators/catalogue.ts";
import { patterns } from "#question/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { inlineItems, itemWords } from "./enumeration.ts";
import { documentsFor } from "./find-candidates.ts";
import { forms } from "./forms.ts";
import { asItem } from "./quoted.ts";

/** What the whole plan turns on: its grounds are those of the plan. */
const OF_THE_PLAN = "gdp";

/**
 * 为什么把增速目标定在6.5%以上: the considerations a report counts out (主要考虑：一是…。二是…) behind the sentence that sets
 * the target. Null where the question is about something done, or no report of the place and year counts any out.
 */
export function groundsDraft(desk: Desk): Draft | null {
  const { asked, indicators, kinds } = desk.question;
  const folded = foldPlain(asked);
  if (!kinds.includes("target") && !forms.setting.asked.test(folded)) return null;
  if (patterns.fulfilment.test(folded)) return null;
  const [concept, another] = indicators.flatMap(({ concepts }) => concepts);
  if (concept === undefined || another !== undefined) return null;
  for (const document of documentsFor(desk)) {
    if (!desk.question.years.includes(document.planYear ?? 0) && desk.question.years.length > 0) continue;
    const items = groundsIn(document, concept);
    if (items.length === 0) continue;
    const listed = items.map(
      (item) => `${asItem(itemWords(document, item), items.length)}[${desk.book.cite(document.id, item)}]`,
    );
    return desk.draft("reason", [{ type: "list", ordered: false, items: listed }]);
  }
  return null;
}

/** The items behind a sentence that sets the target, which it or the one before names; none where none are counted out. */
function groundsIn(document: SourceDocument, concept: string): Span[] {
  const { text } = document;
  const names = [...officialNames(concept), ...(conceptById(concept)?.growthAliases ?? [])].map(foldPlain);
  const all = sentences(text);
  for (const [at, opening] of all.entries()) {
    const words = foldPlain(sliceOf(text, opening));
    if (!forms.setting.told.test(words)) continue;
    const near = `${foldPlain(sliceOf(text, all[at - 1] ?? opening))}${words}`;
    if (concept !== OF_THE_PLAN && !names.some((name) => near.includes(name))) continue;
    const items = inlineItems(document, opening);
    const behind = (items[0]?.start ?? Number.POSITIVE_INFINITY) <= opening.end + 1;
    if (items.length > 1 && behind) return items;
  }
  return [];
}
