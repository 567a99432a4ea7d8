import type { TextPair } from "#embed/cross-encoder.ts";

/** Characters of a question, of a unit's section title and of the unit itself that are read; `training/cross/words.py` holds the same. */
const MOST = { asked: 40, title: 16, told: 88 } as const;
/** A longer unit is read where it shares the most with the question; windows begin so far apart. */
const STEP = 8;

const NUMBER = /\d+(?:[.,．，]\d+)*/gu;
const YEAR = /^(?:19|20)\d\d$/u;

/** A question as it was asked, and a unit behind the title of its section, both folded, as the cross-encoder has learned to read them. */
export function readTogether(question: string, title: string, unit: string): TextPair {
  const asked = bare(question).slice(0, MOST.asked);
  const heading = bare(title).slice(-MOST.title);
  const told = windowOf(asked, bare(unit));
  return { asked, told: heading === "" ? told : `${heading}：${told}` };
}

/** Without space, and with all figures alike, so that none is learned: 2,442.6亿元 → 0亿元; years stay. */
const bare = (text: string): string =>
  text
    .replace(/\s+/gu, "")
    .toLowerCase()
    .replace(NUMBER, (figure) => (YEAR.test(figure) ? figure : "0"));

function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < text.length; at += 1) pairs.add(text.slice(at - 1, at + 1));
  return pairs;
}

/** The stretch of a unit that shares the most pairs of characters with what is asked, the first of several. */
function windowOf(asked: string, told: string): string {
  const last = told.length - MOST.told;
  if (last <= 0) return told;
  const wanted = pairsIn(asked);
  let [best, most] = [0, -1];
  for (let start = 0; ; start = Math.min(start + STEP, last)) {
    const pairs = pairsIn(told.slice(start, start + MOST.told));
    const shared = [...wanted].filter((pair) => pairs.has(pair)).length;
    if (shared > most) [best, most] = [start, shared];
    if (start === last) return told.slice(best, best + MOST.told);
  }
}
