import type { Sources } from "#answer/sources.ts";
import { openCalibre } from "#indicators/catalogue-calibres.ts";
import { namedIndicator } from "#question/indicator/lookup-names.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { isHeld, regionsMeant } from "./sibling.ts";

/**
 * 财政收入 of a report that prints 地方财政总收入 and 一般预算收入: of the calibres that the words leave open, each that is held for
 * the place, year and kind asked is told under its own name. The question itself where its words leave nothing open.
 */
export function withOpenCalibres(question: Question, sources: Sources): Question {
  if (regionsMeant(question, sources).length !== 1) return question;
  const indicators = question.indicators.flatMap((indicator) => calibresHeld(question, indicator, sources));
  return { ...question, indicators };
}

/** The calibres of one indicator that are held; where figures are set side by side, the usual one, or else the only one. */
function calibresHeld(question: Question, indicator: NamedIndicator, sources: Sources): NamedIndicator[] {
  const [concept, second] = indicator.concepts;
  const calibre =
    concept === undefined || second !== undefined ? null : openCalibre(concept, indicator.phrase);
  if (calibre === null) return [indicator];
  const measure = indicator.measure ?? question.measure;
  const named = calibre.readings.map((id) => namedIndicator(indicator.phrase, [id], measure));
  const printed = calibre.printed.map((name): NamedIndicator => {
    const names =
      measure === "growth" ? [`${name}增速`] : measure === "level" ? [name] : [name, `${name}增速`];
    return { ...indicator, concepts: [], names };
  });
  const held = [...named, ...printed].filter(({ names }) => isHeld(question, names, sources));
  const [first] = held;
  if (first === undefined) return [indicator];
  return OPERATIONS.has(question.operation) ? held : [first];
}

const OPERATIONS: ReadonlySet<Question["operation"]> = new Set(["value", "met"]);
