import type { Span } from "#domain/span.ts";
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
  let mentions: readonly Span[] | null = null;
  for (let at = 0; at + SHORTEST <= words.length; at++) {
    const meant = meantAt(words, at);
    if (meant === null) continue;
    // Found once, and again only after the words have changed: a long text slips in many places.
    mentions ??= findMentions(words);
    if (standsIn(mentions, meant, at)) continue;
    words = words.slice(0, at) + meant.name + words.slice(at + meant.name.length);
    mentions = null;
  }
  return words;
}

interface Meant {
  readonly name: string;
  /** Which of its characters were mistaken. */
  readonly slips: readonly number[];
}

/** The longest name that the text at an offset only slips from. */
function meantAt(text: string, at: number): Meant | null {
  let longest: Meant | null = null;
  for (const name of namesAt(text, at)) {
    if (name.length <= (longest?.name.length ?? 0)) continue;
    const slips = slipsIn(text, at, name);
    if (slips.length > 0) longest = { name, slips };
  }
  return longest;
}

/** No slip is a character of what is a name as it stands. */
const standsIn = (mentions: readonly Span[], { slips }: Meant, at: number): boolean =>
  mentions.some(({ start, end }) => slips.some((slip) => start <= at + slip && at + slip < end));

/** Names that share a pair of characters, in its place, with the text at an offset. */
function namesAt(text: string, at: number): string[] {
  const found: string[] = [];
  for (let place = 0; place * 2 <= LONGEST && at + place + 2 <= text.length; place += 2)
    found.push(...(byPair.get(`${place}${text.slice(at + place, at + place + 2)}`) ?? []));
  return found;
}

/** Where the text at an offset differs from the name; empty where it differs in more than a slip may. */
function slipsIn(text: string, at: number, name: string): readonly number[] {
  if (at + name.length > text.length) return [];
  const slips: number[] = [];
  for (let i = 0; i < name.length; i++) {
    const typed = text.charAt(at + i);
    if (typed === name.charAt(i)) continue;
    slips.push(i);
    if (slips.length * ONE_IN > name.length || ASKING.test(typed)) return [];
  }
  return slips.every((slip) => mistakable(text.charAt(at + slip), name.charAt(slip))) ? slips : [];
}
