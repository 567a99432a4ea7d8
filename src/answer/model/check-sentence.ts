import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import { regionMentions, yearMentions } from "./attribution.ts";
import { figureFaults } from "./check-figures.ts";
import { relationFaults } from "./check-relations.ts";
import { checkWords, placesOf, says } from "./check-words.ts";
import { type Fault, type Ground, markersIn, withoutMarkers } from "./ground.ts";

/** Share of a sentence's words that the evidence, the question or the composer must hold. */
const FAMILIAR = 0.5;

/**
 * Everything that is wrong with one sentence of a model; an empty list lets it through. The sentence must lean on
 * citations that exist, and say nothing of figures, regions, years and outcomes but what stands there.
 * @param sentence with its markers
 */
export function sentenceFaults(sentence: string, ground: Ground): Fault[] {
  const text = withoutMarkers(sentence);
  if (says(text, checkWords.markup) || /[[\]]/.test(text)) return ["markup"];
  const markers = markersIn(sentence);
  if (markers.length === 0 || markers.length !== ground.citations.length) return ["marker"];
  const faults: Fault[] = [];
  if (!regionsHeld(text, ground)) faults.push("region");
  if (!yearsHeld(text, ground) || !heldWord(text, checkWords.relativeYears, ground)) faults.push("year");
  if (!heldWord(text, checkWords.scopes, ground)) faults.push("region");
  faults.push(...figureFaults(text, ground), ...relationFaults(text, ground));
  if (!movesHeld(text, ground)) faults.push("direction");
  if (!familiar(text, ground) || !clausesFamiliar(text, ground)) faults.push("strange");
  return [...new Set(faults)];
}

/** Regions named are those of the passages and rows marked. */
function regionsHeld(text: string, { citations, cited, rows }: Ground): boolean {
  const parents = new Set(
    regionMentions(citations.map(({ title }) => title).join("\n"), () => false).flatMap(({ value }) => [
      value.name,
      ...value.parents,
    ]),
  );
  const near = regionMentions(text, (region) => region.parents.some((parent) => parents.has(parent)));
  return near.every(
    ({ value: { name, short }, written }) =>
      cited.includes(written) || cited.includes(short) || rows.some(({ row }) => row.region === name),
  );
}

/** Years named of a passage are the passage's own; where it names none, those of its report or of the question. */
function yearsHeld(text: string, { rows, quotes, cited, question }: Ground): boolean {
  if (rows.length > 0) return true;
  const own = yearMentions(quotes).map(({ value }) => value);
  const allowed =
    own.length > 0 ? own : [...yearMentions(cited).map(({ value }) => value), ...question.years];
  return yearMentions(text).every(({ value }) => allowed.includes(value));
}

/** What a passage lets rise or fall is told in its own words; of a row its sign decides. */
function movesHeld(text: string, ground: Ground): boolean {
  if (ground.rows.length > 0) return true;
  return heldWord(text, checkWords.rise, ground) && heldWord(text, checkWords.fall, ground);
}

/** Each such word of the sentence is also in the evidence or the composer's words. */
function heldWord(text: string, words: RegExp, { cited, told }: Ground): boolean {
  return placesOf(text, words).every(({ word }) => cited.includes(word) || told.includes(word));
}

function familiar(text: string, { cited, told, question }: Ground): boolean {
  const known = `${cited}\n${told}\n${question.text}\n${question.asked}\n${checkWords.connectives}`;
  const held = new Set(tokens(known));
  const own = tokens(text).filter((token) => !/^[\d.]+/.test(token));
  const [han, latin] = [own.filter(isHan), own.filter((token) => !isHan(token))];
  const strange = han.filter((token) => !held.has(token)).length;
  if (han.length > 0 && strange > (1 - FAMILIAR) * han.length) return false;
  return namesHeld(text, foldPlain(known)) && (han.length > 0 || latin.some((token) => held.has(token)));
}

/** What parts a sentence into what could each be said alone: a clause, or words in brackets. */
const PARTS = /[,，;；:：。!！?？、()（）—…\n]+/u;
/** Clauses of fewer words (其中, 同比) say nothing by themselves. */
const LEAST_WORDS = 2;
/** A model puts things in other words; more than half of a clause is of the evidence, or it is of nowhere. */
const FAMILIAR_CLAUSE = 0.6;

/** Each clause is from the evidence by itself: …3.7%，扫描二维码领取红包 leans on nothing, however true its beginning. */
function clausesFamiliar(text: string, { cited, told, question }: Ground): boolean {
  const known = `${cited}\n${told}\n${question.text}\n${question.asked}\n${checkWords.connectives}`;
  const held = new Set(tokens(known));
  return text.split(PARTS).every((clause) => {
    const own = tokens(clause).filter((token) => !/^[\d.]+/.test(token) && isHan(token));
    const familiar = own.filter((token) => held.has(token)).length;
    return own.length < LEAST_WORDS || familiar >= FAMILIAR_CLAUSE * own.length;
  });
}

const isHan = (token: string): boolean => /\p{Script=Han}/u.test(token);

/** Latin words with a capital are names: the evidence must hold them, common words aside. */
function namesHeld(text: string, known: string): boolean {
  const names = [...text.matchAll(/\b[A-Z][A-Za-z&.-]*/g)].map(([name]) => name.toLowerCase());
  return names.every((name) => checkWords.english.has(name) || known.includes(name.replace(/\.$/, "")));
}
