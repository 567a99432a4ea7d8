import { type CanonicalName, canonicalName } from "#indicators/catalogue-names.ts";

import { words } from "./words.ts";

const memo = new Map<string, CanonicalName>();
const MOST = 50_000;

/** 财政收入 without 地方 or 一般预算 is the whole in some reports and the local budget in others. */
const UNCLEAR = /^(?:国家|全区|全市|全县|全省)?财政收入/u;

const ALONE: ReadonlySet<string> = new Set(
  words.unclear.flatMap((name) => [name, `${name}增长`, `${name}下降`]),
);

/** 一般公共预算同比增长0.5% leaves 收入 out; an amount may be of the budget as a whole, or given from above. */
const REVENUE = /^(?:地方)?(?:一般公共预算|公共财政预算|财政一般预算)(?=(?:增长|下降)$)/u;

/**
 * The canonical name of a phrase, remembered: the same few hundred phrases come again and again. 一般公共预算总收入 has
 * another calibre than 一般公共预算收入 and keeps its printed name.
 */
export function knownName(phrase: string): CanonicalName {
  const known = memo.get(phrase);
  if (known !== undefined) return known;
  const read = canonicalName(phrase.replace(REVENUE, "$&收入"));
  const wider =
    (phrase.includes("总收入") && !read.indicator.includes("总收入")) ||
    UNCLEAR.test(phrase) ||
    ALONE.has(phrase);
  const name = wider ? { ...read, indicator: phrase, concept: null, measure: null } : read;
  if (memo.size >= MOST) memo.clear();
  memo.set(phrase, name);
  return name;
}
