import { conceptById } from "./catalogue.ts";
import { nameKey } from "./catalogue-key.ts";
import type { IndicatorMention } from "./catalogue-mentions.ts";
import { phrases } from "./catalogue-phrases.ts";

/** What asks how many there are, beside what is measured of them. */
const COUNTS = /多少[个项]|几[个项]|个数|数量/u;
const SHORTEST = 2;

/** What the catalogue's names that begin with a phrase go on with, the longest first. */
const endings = new Map<string, readonly string[]>();

function endingsOf(key: string): readonly string[] {
  const known = endings.get(key);
  if (known !== undefined) return known;
  const found = [...phrases]
    .filter(([name, { concepts }]) => name.startsWith(key) && concepts.length === 1)
    .map(([name]) => name.slice(key.length))
    .filter((rest) => rest.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  endings.set(key, found);
  return found;
}

/**
 * 重点项目…总投资 for 安排的重点项目，哪一年总投资更大: of things counted, what is measured of them may stand further on. The
 * things are asked for too where the words ask how many there are.
 */
export function withMeasureApart(text: string, mentions: readonly IndicatorMention[]): IndicatorMention[] {
  const counted = mentions.findIndex(({ concepts: [id, another] }) =>
    id === undefined || another !== undefined ? false : /数$/u.test(conceptById(id)?.name ?? ""),
  );
  const things = mentions[counted];
  if (things === undefined) return [...mentions];
  const key = nameKey(things.phrase);
  const rest = endingsOf(key).find((ending) => placeOf(ending, text, { things, mentions }) !== null);
  const place = rest === undefined ? null : placeOf(rest, text, { things, mentions });
  if (rest === undefined || place === null) return [...mentions];
  const concepts = phrases.get(key + rest)?.concepts ?? [];
  const both = COUNTS.test(text);
  const measured = { ...things, ...place, phrase: things.phrase + rest, concepts, together: false };
  const others = mentions.filter(
    (mention) => mention !== things && (mention.end <= place.start || mention.start >= place.end),
  );
  const told = both ? [things, measured] : [{ ...measured, start: things.start }];
  return [...others, ...told].sort((a, b) => a.start - b.start);
}

/** Where words stand behind the things counted, in no name of another indicator. */
function placeOf(
  words: string,
  text: string,
  { things, mentions }: { things: IndicatorMention; mentions: readonly IndicatorMention[] },
): { start: number; end: number } | null {
  const start = text.indexOf(words, things.end);
  const end = start + words.length;
  if (start <= things.end) return null;
  const own = phrases.get(nameKey(things.phrase) + words)?.concepts[0];
  const taken = mentions.some(
    (mention) =>
      mention !== things &&
      mention.start < end &&
      start < mention.end &&
      mention.concepts.length === 1 &&
      mention.concepts[0] !== own,
  );
  return taken ? null : { start, end };
}
