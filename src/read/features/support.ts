import { cosine, type Embed } from "#read/likeness.ts";
import type { Asked, Seen } from "#read/seen.ts";
import { wordsIn } from "#text/words.ts";
import type { Features } from "./feature.ts";

const WORD = /^[\p{Script=Han}a-z]{2,}$/u;
/** As near as this, two words may stand for each other: 医院 and 卫生院. */
const ALIKE = 0.6;

/**
 * How well each word of the question is supported by some word of the unit or its heading, by meaning: the nearest word
 * counts (late interaction, Khattab and Zaharia 2020). The weakest word tells a near miss: 火锅店 in 重庆有多少家火锅店.
 */
export async function support(asked: Asked, units: readonly Seen[], embed: Embed): Promise<Features[]> {
  const own = units.map(({ folded }) => contentWords(folded));
  const headed = units.map(({ heading }) => contentWords(heading));
  // Most units are compared with the same wording.
  const read = new Map(
    [...new Set(units.map(({ wording }) => wording))].map((each) => [each, heavyWords(each, asked)]),
  );
  const wordings = units.map(({ wording }) => read.get(wording) ?? []);
  const asking = wordings.map((words) => words.map(({ word }) => word));
  const all = [...new Set([...own, ...headed, ...asking].flat())];
  const vectors = new Map((await embed(all)).map((vector, at) => [all[at] ?? "", vector]));
  const nearest = (word: string, among: readonly string[]): number => {
    if (among.includes(word)) return 1;
    const vector = vectors.get(word) ?? [];
    return Math.max(0, ...among.map((other) => cosine(vector, vectors.get(other) ?? [])));
  };
  return units.map((_, at) => {
    const words = asking[at] ?? [];
    const weights = (wordings[at] ?? []).map(({ weight }) => weight);
    const inText = words.map((word) => nearest(word, own[at] ?? []));
    const inBoth = words.map((word, i) => Math.max(inText[i] ?? 0, nearest(word, headed[at] ?? [])));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (values: readonly number[]) =>
      whole === 0 ? 1 : values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / whole;
    const rarest = weights.indexOf(Math.max(...weights));
    return {
      supportWeakest: Math.min(1, ...inText),
      supportWeakestWithHeading: Math.min(1, ...inBoth),
      supportMean: mean(inText),
      supportMeanWithHeading: mean(inBoth),
      supportLast: inText.at(-1) ?? 1,
      supportLastWithHeading: inBoth.at(-1) ?? 1,
      supportFirst: inBoth[0] ?? 1,
      supportHeaviest: inBoth[rarest] ?? 1,
      unsupported: inBoth.filter((value) => value < ALIKE).length,
      unsupportedInText: inText.filter((value) => value < ALIKE).length,
      unsupportedWeight:
        whole === 0
          ? 0
          : inBoth.reduce((sum, value, i) => sum + (value < ALIKE ? (weights[i] ?? 0) : 0), 0) / whole,
    };
  });
}

const contentWords = (text: string): string[] => [
  ...new Set(wordsIn(text).flatMap(({ word }) => (WORD.test(word) ? [word] : []))),
];

/** A question of more words than any person asks with is read by its rarest ones: each is compared with every word of every unit. */
const MOST_WORDS = 24;

function heavyWords(wording: string, asked: Asked): readonly WeighedWord[] {
  const words = contentWords(wording).map((word) => ({ word, weight: weightOf(word, asked) }));
  if (words.length <= MOST_WORDS) return words;
  const kept = new Set(words.toSorted((one, other) => other.weight - one.weight).slice(0, MOST_WORDS));
  return words.filter((word) => kept.has(word));
}

interface WeighedWord {
  readonly word: string;
  readonly weight: number;
}

/** Of the rarest pair of characters in it. */
function weightOf(word: string, { lexicon }: Asked): number {
  const pairs = Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  return Math.max(...pairs.map((pair) => lexicon.termWeight(pair)));
}
