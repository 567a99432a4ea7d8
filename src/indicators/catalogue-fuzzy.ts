import { confusionCost } from "./catalogue-confusions.ts";
import { breaks, narrows } from "./catalogue-guards.ts";
import { nameKey } from "./catalogue-key.ts";
import { phrases } from "./catalogue-phrases.ts";

/** A concept that a phrase may mean; `score` is 1 for the same words and falls with every character that differs. */
export interface Suggestion {
  readonly concept: string;
  readonly score: number;
}

/** A printed name that a phrase may mean. */
export interface FuzzyName {
  readonly name: string;
  readonly score: number;
}

/** Below this a likeness is chance. */
const THRESHOLD = 0.78;
/** A character of the name that its user left out costs less than one that does not belong to it. */
const LEFT_OUT = 0.6;
const TOO_MUCH = 1.2;
/** A figure in a name is never a slip: PM2.5 is not PM10. */
const FIGURE = 4;
const DIGIT = /\d/u;
const SHORTEST = 3;
/** A name inside longer words must be this long. */
const SHORTEST_INSIDE = 4;
const INSIDE_PENALTY = 0.02;

interface Entry {
  readonly name: string;
  readonly key: string;
}

/** Where and how well a name stands in what was typed. */
interface Likeness {
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Entry, Likeness {}

const catalogueEntries: readonly Entry[] = [...phrases]
  .filter(([key, { via }]) => key.length >= SHORTEST && via !== "spoken")
  .map(([key]) => ({ name: key, key }));

/**
 * Concepts whose phrases look or sound like `phrase` (空汽优良天树), best first; none when nothing comes close.
 * Scores run from 0.78 to 1. Words around a misspelt name (…多少) cost little.
 */
export function suggestConcepts(phrase: string, limit: number): Suggestion[] {
  const best = new Map<string, number>();
  for (const { name, score } of ranked(nameKey(phrase), catalogueEntries))
    for (const concept of phrases.get(name)?.concepts ?? []) if (!best.has(concept)) best.set(concept, score);
  return [...best].map(([concept, score]) => ({ concept, score })).slice(0, limit);
}

/** Those of `names` that look or sound like `phrase`, best first; for printed names outside the catalogue. */
export function fuzzyNames(phrase: string, names: readonly string[], limit: number): FuzzyName[] {
  const entries = names.map((name) => ({ name, key: nameKey(name) }));
  return ranked(nameKey(phrase), entries)
    .slice(0, limit)
    .map(({ name, score }) => ({ name, score }));
}

function ranked(typed: string, entries: readonly Entry[]): Candidate[] {
  if (typed.length < SHORTEST) return [];
  const letters = new Uint8Array(0x10000);
  for (let i = 0; i < typed.length; i++) letters[typed.charCodeAt(i)] = 1;
  const found = entries
    .filter(({ key }) => sharesHalf(key, typed.length, letters))
    .map((entry) => ({ ...entry, ...likeness(typed, entry.key) }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || b.key.length - a.key.length);
  return found.filter((one) => !found.some((other) => outdoes(other, one)));
}

/** A cheap test before the dear one: half of the shorter text's characters stand in the other. `letters` is 1 for those typed. */
function sharesHalf(key: string, typed: number, letters: Uint8Array): boolean {
  let shared = 0;
  for (let i = 0; i < key.length; i++) shared += letters[key.charCodeAt(i)] ?? 0;
  return shared * 2 >= Math.min(key.length, typed);
}

/** True when `one` is only a part of the words that `other` explains. */
function outdoes(other: Candidate, one: Candidate): boolean {
  const within = other.start <= one.start && one.end <= other.end;
  return within && other.end - other.start > one.end - one.start;
}

/** 1 for the same words; the better of `typed` being the name and `typed` holding the name. */
function likeness(typed: string, key: string): Likeness {
  const whole = { score: 1 - wholeCost(typed, key) / key.length, start: 0, end: typed.length };
  if (key.length < SHORTEST_INSIDE || typed.length <= key.length) return whole;
  const { cost, start, end } = insideCost(typed, key);
  // A name that stands there letter by letter was found before, or turned down for the words around it.
  if (cost === 0) return whole;
  const score = 1 - INSIDE_PENALTY - cost / key.length;
  if (score <= whole.score || narrows(typed.slice(0, start)) || breaks(typed.slice(end))) return whole;
  return { score, start, end };
}

/** Edit distance from all of `typed` to `key`. */
function wholeCost(typed: string, key: string): number {
  const tooMuch = [...typed].map((character) => (DIGIT.test(character) ? FIGURE : TOO_MUCH));
  let above = [0];
  for (const extra of tooMuch) above.push((above.at(-1) ?? 0) + extra);
  for (const meant of key) {
    const leftOut = DIGIT.test(meant) ? FIGURE : LEFT_OUT;
    const row = [(above[0] ?? 0) + leftOut];
    for (let i = 1; i <= typed.length; i++) {
      const replaced = (above[i - 1] ?? 0) + confusionCost(typed.charAt(i - 1), meant);
      const extra = (row[i - 1] ?? 0) + (tooMuch[i - 1] ?? TOO_MUCH);
      row.push(Math.min(replaced, (above[i] ?? 0) + leftOut, extra));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** The cheapest window of `typed`, as long as `key`, to read as `key`: characters are mistaken, none left out. */
function insideCost(typed: string, key: string): { cost: number; start: number; end: number } {
  let best = { cost: Number.POSITIVE_INFINITY, start: 0, end: 0 };
  for (let start = 0; start + key.length <= typed.length; start++) {
    let cost = 0;
    for (let i = 0; i < key.length && cost < best.cost; i++)
      cost += confusionCost(typed.charAt(start + i), key.charAt(i));
    if (cost < best.cost) best = { cost, start, end: start + key.length };
  }
  return best;
}
