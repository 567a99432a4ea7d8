import { z } from "zod";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";
import { wordsIn } from "#text/words.ts";
import wordsFile from "./asking-words.json" with { type: "json" };

const { asking, doing, outcome, classifiers, light } = z
  .object({
    asking: z.array(z.string().min(1)).min(1),
    doing: z.array(z.string().min(1)).min(1),
    outcome: z.array(z.string().min(1)).min(1),
    classifiers: z.string().min(1),
    light: z.string().min(1),
  })
  .parse(wordsFile);

const ASKING = new RegExp([...asking, ...doing].join("|"), "g");
const OUTCOME = new RegExp(outcome.join("|"), "g");
/** 多少所, 几块: what is counted stands behind, and the measure word tells nothing of it. */
const COUNTED = new RegExp(`(?:多少|好多|几)(?:个)?([${classifiers}])(?=[\\u4e00-\\u9fff])`, "g");

/** 多少平方公里: the unit tells nothing of what is measured. */
const UNIT = /(?:多少|好多|几)个?(平方公里|平方米|立方米|公里|亿美元|万美元|美元|亿元|万元|百分点|公顷)/g;
/** 好多场展会: what is left in the topic of a count in dialect. */
const HOW_MANY = /^(?:多少|好多)个?(?=[\u4e00-\u9fff])/;

/** What is left of 九方面, 花多少钱, 干哪些事 tells nothing. */
const EMPTY = /^(?:[一二两三四五六七八九十]+|[钱事大小多少高低快慢人边办片块些条位处])$/;

/**
 * The words of a topic that say what is asked about; words of asking, intending and counting are left out. `asked`
 * is the question the topic was taken from, both folded. A topic of nothing else is kept as it is.
 */
export function tellingWords(topic: string, asked: string): string {
  const measures = [...asked.matchAll(COUNTED)].map(([, measure = ""]) => measure);
  const units = [...asked.matchAll(UNIT)].map(([, unit = ""]) => unit);
  const counted = units
    .reduce((words, unit) => words.replace(unit, " "), topic)
    .split(" ")
    .map((piece) => piece.replace(HOW_MANY, ""))
    .map((piece) => (measures.includes(piece[0] ?? "") && piece.length > 2 ? piece.slice(1) : piece))
    .filter((piece) => !measures.includes(piece));
  const told = counted
    .join(" ")
    .replace(ASKING, " ")
    .split(" ")
    .filter((piece) => piece !== "" && !EMPTY.test(piece))
    .join(" ");
  return told.replaceAll(" ", "").length >= 2 ? told : topic;
}

/** 服务业 of 服务业倒退2.7%: whose reason is asked, without what came of it; all of the words where nothing else is left. */
export function withoutOutcome(words: string): string {
  const left = words.replace(OUTCOME, " ").replace(/ +/g, " ").trim();
  return left.replaceAll(" ", "").length >= 2 ? left : words;
}

/** False for words of asking, intending and spending alone. */
export function namesAnything(words: string): boolean {
  return words
    .replace(ASKING, " ")
    .split(" ")
    .some((piece) => piece !== "" && !EMPTY.test(piece));
}

export interface TellingTerms {
  /** Each once, in order. */
  readonly terms: readonly string[];
  /** Those of the terms where a lone character meets a word: only words if some report has them. */
  readonly seams: readonly string[];
  /** Pairs made of the end of one word and the beginning of the next: held, they show the words stand together. */
  readonly bonds: readonly string[];
}

const LONE_PAIR = /(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/gu;
const lightCharacters = new Set(light);

/**
 * The search terms of a question's words, cut as the run-time's dictionary cuts: a pair of characters that belong to
 * two words (准备|采取 → 备采) is no term of its own, nor is one made with a function word (给|老). Where the
 * dictionary knows single characters only, their pairs stay.
 */
export function tellingTerms(topic: string): TellingTerms {
  const folded = foldPlain(topic);
  const within = new Set<string>();
  const between = new Set<string>();
  const loose = new Set<string>();
  const seams = new Set<string>();
  let before = "";
  for (const { word: segment } of wordsIn(folded)) {
    const pair = `${before.slice(-1)}${segment[0]}`;
    if (before.length > 1 && segment.length > 1) between.add(pair);
    else if (lightCharacters.has(before) || lightCharacters.has(segment)) loose.add(pair);
    else if (before.length > 1 || (before.length === 1 && segment.length > 1)) seams.add(pair);
    const word = [...segment].every((character) => lightCharacters.has(character)) ? loose : within;
    if (segment.length === 1) word.add(segment);
    for (let at = 1; at < segment.length; at += 1) word.add(segment.slice(at - 1, at + 1));
    before = segment;
  }
  for (const [pair] of folded.matchAll(LONE_PAIR)) {
    // 展会: two characters that stand alone are a word if some report has it, whatever the dictionary knows.
    if (!loose.has(pair) || [...pair].every((character) => lightCharacters.has(character))) continue;
    loose.delete(pair);
    seams.add(pair);
  }
  const all = [...new Set(tokens(folded))];
  const terms = all.filter((term) => within.has(term) || !(between.has(term) || loose.has(term)));
  if (terms.length === 0) return { terms: all, seams: [], bonds: [] };
  const only = (pairs: ReadonlySet<string>) => all.filter((term) => pairs.has(term) && !within.has(term));
  return { terms, seams: only(seams), bonds: only(between) };
}
