import { mistakable } from "./catalogue-confusions.ts";
import { findMentions } from "./catalogue-mentions.ts";
import { phrases } from "./catalogue-phrases.ts";

/** Shorter names are like too many other words. */
const SHORTEST = 4;
/** One character in so many may be mistaken. */
const ONE_IN = 4;
/** Words of asking and joining (安全事故是多少) are no slips. */
const ASKING = /[是有多少几的了和与及比]/;

const names = [...phrases].flatMap(([key, { concepts }]) =>
  key.length >= SHORTEST && concepts.length > 0 ? [key] : [],
);
/** The names by a pair of their characters and its place: of one pair more than there may be slips, one is right. */
const byPair = new Map<string, string[]>();
for (const name of names)
  for (let place = 0; place * 2 <= name.length; place += 2) {
    const key = `${place}${name.slice(place, place + 2)}`;
    const sharing = byPair.get(key);
    if (sharing === undefined) byPair.set(key, [name]);
    else sharing.push(name);
  }
const LONGEST = Math.max(...names.map(({ length }) => length));

/**
 * A question (folded) with the names of indicators that are misspelt by a character that looks or sounds alike put right
 * (一半公共预算收入 → 一般公共预算收入, 森林复盖率 → 森林覆盖率). As long as it was: offsets stay.
 */
export function rightlySpelt(text: string): string {
  let words = text;
  for (let at = 0; at + SHORTEST <= words.length; at++) {
    const name = meantAt(words, at);
    if (name !== null) words = words.slice(0, at) + name + words.slice(at + name.length);
  }
  return words;
}

/** The longest name that the text at an offset only slips from. No slip is a character of what is a name as it stands. */
function meantAt(text: string, at: number): string | null {
  const meant = namesAt(text, at).flatMap((name) => {
    const slips = slipsIn(text.slice(at, at + name.length), name);
    return slips.length > 0 ? [{ name, slips }] : [];
  });
  const [longest] = meant.toSorted((a, b) => b.name.length - a.name.length);
  if (longest === undefined) return null;
  const known = findMentions(text).some(({ start, end }) =>
    longest.slips.some((slip) => start <= at + slip && at + slip < end),
  );
  return known ? null : longest.name;
}

/** Names that share a pair of characters, in its place, with the text at an offset. */
function namesAt(text: string, at: number): string[] {
  const found: string[] = [];
  for (let place = 0; place * 2 <= LONGEST && at + place + 2 <= text.length; place += 2)
    found.push(...(byPair.get(`${place}${text.slice(at + place, at + place + 2)}`) ?? []));
  return found;
}

/** Where what was typed differs from the name; empty where it differs in more than a slip may. */
function slipsIn(typed: string, name: string): number[] {
  if (typed.length < name.length) return [];
  const slips: number[] = [];
  for (let i = 0; i < name.length; i++) {
    if (typed.charAt(i) === name.charAt(i)) continue;
    slips.push(i);
    const meant = !ASKING.test(typed.charAt(i)) && mistakable(typed.charAt(i), name.charAt(i));
    if (slips.length * ONE_IN > name.length || !meant) return [];
  }
  return slips;
}
