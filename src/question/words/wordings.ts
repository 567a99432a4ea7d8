import { z } from "zod";
import { conceptById } from "#indicators/catalogue.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { foldPlain } from "#text/fold.ts";
import { wordsIn } from "#text/words.ts";
import synonymsFile from "./synonyms.json" with { type: "json" };

const { phrases } = z
  .object({ phrases: z.record(z.string().min(2), z.array(z.string().min(1)).min(1)) })
  .parse(synonymsFile);

/** Longest first, so that 老小区 goes before 小区. */
const entries = Object.entries(phrases)
  .map(([phrase, official]) => ({ phrase: foldPlain(phrase), official }))
  .sort((a, b) => b.phrase.length - a.phrase.length);
const MOST = 4;

const HAN = /^\p{Script=Han}+$/u;

/** 医院 in 中医院 is a part of another word. */
const isWithin = (phrase: string, word: string): boolean =>
  word.length > phrase.length && HAN.test(word) && word.includes(phrase);

/**
 * The topic in the words reports use: every citizen's phrase in it replaced by its official counterparts.
 * Without such a phrase there are none. `topic` is folded.
 */
export function officialWordings(topic: string): string[] {
  const present = entries.filter(({ phrase }) => topic.includes(phrase));
  if (present.length === 0) return [];
  const words = wordsIn(topic);
  const found = present.filter(({ phrase }) => !words.some(({ word }) => isWithin(phrase, word)));
  const kept = found.filter(
    ({ phrase }) => !found.some((other) => other.phrase !== phrase && other.phrase.includes(phrase)),
  );
  if (kept.length === 0) return [];
  const deepest = Math.max(...kept.map(({ official }) => official.length));
  const wordings = Array.from({ length: deepest }, (_, choice) =>
    kept.reduce(
      (said, { phrase, official }) =>
        said.replaceAll(phrase, ` ${foldPlain(official[choice] ?? official[0] ?? phrase)} `),
      topic,
    ),
  );
  return wordings.slice(0, MOST);
}

/** The question once more for each indicator it names by another word (GDP → 地区生产总值), and in official words. */
export function wordingsOf(question: string): string[] {
  const folded = foldPlain(question);
  const named = findMentions(folded).flatMap(({ start, end, concepts }) =>
    concepts.flatMap((id) => {
      const name = conceptById(id)?.name;
      return name === undefined ? [] : [folded.slice(0, start) + name + folded.slice(end)];
    }),
  );
  return [...named, ...officialWordings(folded)];
}
