import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { wordsIn } from "#text/words.ts";
import {
  heldAmong,
  type QuestionTerms,
  shareOf,
  type TermLexicon,
  termsOf,
  termsPresent,
} from "./query-terms.ts";
import type { Unit } from "./unit.ts";

/** A question as the reader takes it. */
export interface Reading {
  readonly question: Question;
  /** The words that say what is asked about, folded: as asked, and in each other way they may be put; at least one. */
  readonly wordings: readonly string[];
  /** What rules of answering say of a unit, told as features. */
  readonly verdicts?: (unit: Unit) => Readonly<Record<string, number>>;
}

/** What is made of a question once, before its units are looked at. */
export interface Asked extends Reading {
  /** The last turn, folded. */
  readonly folded: string;
  readonly terms: readonly QuestionTerms[];
  /** Whole words of the first wording, of two characters or more. */
  readonly words: readonly string[];
  readonly lexicon: TermLexicon;
}

export function askedOf(reading: Reading, lexicon: TermLexicon): Asked {
  const [topic = ""] = reading.wordings;
  return {
    ...reading,
    folded: throughBrackets(foldPlain(reading.question.asked)),
    terms: reading.wordings.map((wording) => termsOf(lexicon, wording)),
    words: [...new Set(wordsIn(topic).map(({ word }) => word))].filter((word) => word.trim().length > 1),
    lexicon,
  };
}

/** A unit with all that features are taken from, each made once. */
export interface Seen {
  readonly unit: Unit;
  readonly document: SourceDocument;
  /** The unit's words, folded, without the marks of notes. */
  readonly folded: string;
  /** Titles from the outermost section down, folded, in one line. */
  readonly path: string;
  /** The innermost title, folded. */
  readonly heading: string;
  readonly present: ReadonlySet<string>;
  readonly inHeading: ReadonlySet<string>;
  /** Terms of the title, the place, the years and the section path. */
  readonly inContext: ReadonlySet<string>;
  /** Terms of the whole passage. */
  readonly around: ReadonlySet<string>;
  /** The wording of which the unit and its context hold most, and its terms. */
  readonly wording: string;
  readonly terms: QuestionTerms;
}

/** “空心村”[18]: the number of a note is no figure. */
const NOTE_MARK = /[[〔【]\d{1,3}[\]〕】]/gu;

/** 新（改）建 is read as 新改建: one character in brackets within a word is a part of it. */
const throughBrackets = (folded: string): string => folded.replace(IN_WORD, "$1");
const IN_WORD = /(?<=\p{Script=Han})\((\p{Script=Han})\)(?=\p{Script=Han})/gu;

/** What the unit's passage alone decides is made once a passage. */
interface PassageTerms extends Pick<Seen, "path" | "heading" | "inHeading" | "inContext" | "around"> {}

/** Makes the function that looks at units of one question. */
export function looking(asked: Asked): (unit: Unit, document: SourceDocument) => Seen {
  const known = new Map<string, PassageTerms>();
  const passageTerms = ({ passage: { chunk } }: Unit): PassageTerms => {
    const kept = known.get(chunk.id);
    if (kept !== undefined) return kept;
    const path = foldPlain(chunk.section.join(" "));
    const heading = foldPlain(chunk.section.at(-1) ?? "");
    const made = {
      path,
      heading,
      inHeading: termsPresent(heading),
      inContext: termsPresent(chunk.context),
      around: termsPresent(chunk.text),
    };
    known.set(chunk.id, made);
    return made;
  };
  return (unit, document) => {
    const folded = throughBrackets(foldPlain(sliceOf(document.text, unit)).replace(NOTE_MARK, ""));
    const present = termsPresent(folded);
    const ofPassage = passageTerms(unit);
    const held = new Set([...present, ...ofPassage.inContext]);
    const [first, ...others] = asked.terms.map((terms, at) => ({
      terms,
      wording: asked.wordings[at] ?? "",
      share: shareOf(terms, heldAmong(terms, held)),
    }));
    if (first === undefined) throw new RangeError("a question is read in at least one wording");
    const best = others.reduce((most, each) => (each.share > most.share ? each : most), first);
    return { unit, document, folded, present, wording: best.wording, terms: best.terms, ...ofPassage };
  };
}
