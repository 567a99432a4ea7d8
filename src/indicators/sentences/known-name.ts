import { type CanonicalName, canonicalName } from "#indicators/catalogue-names.ts";

const memo = new Map<string, CanonicalName>();
const MOST = 50_000;

/** 财政收入 without 地方 or 一般预算 is the whole in some reports and the local budget in others. */
const UNCLEAR = /^(?:国家|全部|全区|全市|全县|全省)?财政收入/u;

/**
 * The canonical name of a phrase, remembered: the same few hundred phrases come again and again. 一般公共预算总收入 has
 * another calibre than 一般公共预算收入 and keeps its printed name.
 */
export function knownName(phrase: string): CanonicalName {
  const known = memo.get(phrase);
  if (known !== undefined) return known;
  const read = canonicalName(phrase);
  const wider = (phrase.includes("总收入") && !read.indicator.includes("总收入")) || UNCLEAR.test(phrase);
  const name = wider ? { ...read, indicator: phrase, concept: null, measure: null } : read;
  if (memo.size >= MOST) memo.clear();
  memo.set(phrase, name);
  return name;
}
