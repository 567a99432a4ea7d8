import type { Draft } from "#answer/draft.ts";
import { cameNew, stockAsked } from "#answer/passages/stock.ts";
import type { Sources } from "#answer/sources.ts";
import { zoneAsked } from "#answer/zone-asked.ts";
import { officialNames, spokenNames } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { heldAmong, knownShareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { narrowedInPrint } from "./narrowed-in-print.ts";
import { leavesUnsaid } from "./unsaid.ts";

/** Above this share the indicator is what is asked about. */
const MOSTLY_INDICATOR = 0.65;
/** A name is made of several words that reports print. */
const FEWEST = 3;
const MOSTLY_KNOWN = 0.8;
/** Share of the name that the place of a figure holds when the figure is the thing's own. */
const ITS_OWN = 0.15;

/**
 * Whether a question asks a figure of a thing with a name (中环万象城总投资多少) that the places the draft cites do not
 * speak of: the region's own figure is then no answer. `meant` are the indicators its words were taken to mean, where
 * it names none.
 */
export function ofNamedThing(
  question: Question,
  draft: Draft,
  sources: Sources,
  meant?: readonly NamedIndicator[],
): boolean {
  const { indicators, indicatorShare, language, followUp, operation } = question;
  if (followUp || language === "en") return false;
  const cited = draft.book.citations.map(
    ({ quote, section, title }) => `${quote}\n${section.join("\n")}\n${title}`,
  );
  if (leavesUnsaid(question, cited)) return true;
  // 首店有多少家 is not told by those that came new.
  if (stockAsked(question)?.lasting === true && draft.used.some(({ row }) => cameNew(row.indicator)))
    return true;
  if (operation !== "value") return false;
  const names = meant === undefined ? namesOf(indicators, officialNames) : namesOf(meant, spokenNames);
  const called = [...indicators.map(({ phrase }) => phrase), ...names];
  if (narrowedInPrint(question, { used: draft.used, names: called }, sources)) return true;
  const zone = zoneAsked(question, sources);
  if (zone !== null && !cited.some((words) => zone.test(words))) return true;
  if (indicatorShare > MOSTLY_INDICATOR) return false;
  const rest = indicators.reduce((topic, { phrase }) => topic.replace(phrase, " "), question.topic);
  const terms = termsOf(sources, tellingWords(rest, foldPlain(question.asked)));
  const known = [...terms.weights.keys()].filter((term) => sources.holdsTerm(term)).length;
  if (known < FEWEST || known < MOSTLY_KNOWN * terms.weights.size) return false;
  const held = heldAmong(terms, termsPresent(foldPlain([...cited, ...names].join("\n"))));
  return knownShareOf(terms, held) < ITS_OWN;
}

const namesOf = (
  indicators: readonly NamedIndicator[],
  names: (id: string) => readonly string[],
): readonly string[] => indicators.flatMap(({ concepts }) => concepts.flatMap(names));
