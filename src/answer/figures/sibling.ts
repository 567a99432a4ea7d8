import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { asksWhole } from "#answer/passages/mismatch.ts";
import type { Sources } from "#answer/sources.ts";
import { concepts as all, type Concept, conceptById } from "#indicators/catalogue.ts";
import { otherCalibres } from "#indicators/catalogue-calibres.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { narrowerThan } from "#indicators/catalogue-wider.ts";
import { lookupNames, namedIndicator } from "#question/indicator/lookup-names.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { figuresDraft } from "./figures-draft.ts";
import { ofNamedThing } from "./named-thing.ts";

/** The figures of a related indicator, where citizens' words may mean that as well; null where none is held. */
export function siblingDraft(question: Question, sources: Sources): Draft | null {
  const meant = withSibling(question, sources);
  const draft = meant === null ? null : figuresDraft(meant, () => new Desk(meant, sources));
  return draft?.status === "answered" && !ofNamedThing(question, draft, sources) ? draft : null;
}

/**
 * 城里人和农民收入差多少 where the report prints 农民人均纯收入: of several indicators, each that is not held is the related one
 * that is. The question itself where all are held, or none of the related.
 */
export function withSiblings(question: Question, sources: Sources): Question {
  if (question.indicators.length < 2 || regionsMeant(question, sources).length !== 1) return question;
  const indicators = question.indicators.map((indicator) => {
    if (isHeld(question, indicator.names, sources)) return indicator;
    const siblings = heldSiblings(question, indicator, sources).flatMap((each) => each.names);
    const names = siblings.length > 0 ? siblings : inOtherCalibre(question, indicator, sources);
    return names.length === 0 ? indicator : { ...indicator, names };
  });
  const told = new Set(indicators.map(({ names }) => names.join()));
  return told.size < indicators.length ? question : { ...question, indicators };
}

/**
 * 种了多少亩树 means 造林面积, and where the report prints 营造林面积 it means that: the question about the related indicators
 * that are held for the place, year and kind asked. Null where the words are a name of the indicator, which means no
 * other, and where none is held.
 */
function withSibling(question: Question, sources: Sources): Question | null {
  const [indicator, another] = question.indicators;
  if (indicator === undefined || another !== undefined) return null;
  if (regionsMeant(question, sources).length !== 1) return null;
  const held = heldSiblings(question, indicator, sources);
  // 城镇 and 农村 are the parts of 居民人均可支配收入: told each for itself, and no answer to 全体.
  const parts = new Set(indicator.concepts.flatMap(narrowerThan).map(({ id }) => id));
  const apart = held.filter(({ id }) => parts.has(id));
  if (apart.length > 0 && asksWhole(question)) return null;
  if (apart.length > 0) {
    const measure = indicator.measure ?? question.measure;
    const each = [...parts].map((id) => namedIndicator(indicator.phrase, [id], measure));
    return withSiblings({ ...question, indicators: each }, sources);
  }
  const names = held.flatMap((each) => each.names);
  return names.length === 0 ? null : { ...question, indicators: [{ ...indicator, names }] };
}

/** The related indicators that the table holds, each with its names in the measure asked for. */
function heldSiblings(question: Question, indicator: NamedIndicator, sources: Sources) {
  const measure = indicator.measure ?? question.measure;
  const official = isOfficial(indicator.phrase);
  const meant = siblingsOf(indicator).filter(({ name }) => !official || shortens(indicator.phrase, name));
  return meant.flatMap(({ id }) => {
    const names = lookupNames([id], measure);
    const printed = names.filter((each) => isHeld(question, [each], sources));
    return printed.length === 0 ? [] : [{ id, names: printed }];
  });
}

/** 农民人均纯收入 for 农村居民人均收入: the names in another calibre that are held. */
const inOtherCalibre = (question: Question, { names }: NamedIndicator, sources: Sources): string[] =>
  names.flatMap(otherCalibres).filter((name) => isHeld(question, [name], sources));

/** The regions named, or the only one whose reports are held. */
export function regionsMeant({ regions }: Question, { outline }: Sources): readonly string[] {
  return regions.length === 0 && outline.regions.length === 1 ? outline.regions : regions;
}

/** True where the table holds one of the names for the place, year and kind asked. */
export function isHeld(question: Question, indicators: readonly string[], sources: Sources): boolean {
  const { years, kinds } = question;
  const regions = regionsMeant(question, sources);
  const time = { ...(years.length > 0 ? { years } : {}), ...(kinds.length > 0 ? { kinds } : {}) };
  return sources.rows({ regions, ...time, indicators, limit: 1 }).length > 0;
}

/** 城镇居民人均收入 says 城镇居民人均可支配收入 in fewer words; 居民人均可支配收入 is wider. */
function shortens(phrase: string, name: string): boolean {
  if (!name.startsWith(phrase.slice(0, 2))) return false;
  let at = 0;
  for (const character of phrase) if (character === name[at]) at++;
  return name.length < phrase.length && at === name.length;
}

function isOfficial(phrase: string): boolean {
  const via = findMentions(foldPlain(phrase))[0]?.via;
  return via === "name" || via === "alias";
}

/** Related indicators that count the same, those of the surest reading first. */
function siblingsOf({ concepts }: NamedIndicator) {
  return concepts.flatMap((id) => {
    const concept = conceptById(id);
    const to = (concept?.related ?? []).map(conceptById).filter((each) => each !== undefined);
    const from = all.filter((each) => each.related.includes(id) && !to.includes(each));
    // What all earn is no sibling of what farmers earn.
    const wider = ({ id: other }: Concept) => narrowerThan(other).some((part) => part.id === id);
    return [...to, ...from].filter((each) => each.dimension === concept?.dimension && !wider(each));
  });
}
