import { z } from "zod";
import confusionsData from "./catalogue/confusions.json" with { type: "json" };
import readingsData from "./catalogue/readings.json" with { type: "json" };

const readings = z.record(z.string(), z.string()).parse(readingsData);
const { alike, near } = z
  .strictObject({
    about: z.string(),
    alike: z.array(z.string().min(2)),
    near: z.array(z.tuple([z.string(), z.string()])),
  })
  .parse(confusionsData);

/** Readings of each character; a few have several (长, 行). */
const readingsOf = new Map<string, string[]>();
for (const [reading, characters] of Object.entries(readings))
  for (const character of characters)
    readingsOf.set(character, [...(readingsOf.get(character) ?? []), reading]);

/** A reading as a speaker says it who does not tell `near` sounds apart. */
const blurred: ReadonlyMap<string, string> = new Map(
  Object.keys(readings).map((reading) => [
    reading,
    near.reduce(
      (sound, [one, other]) =>
        sound.startsWith(one) || sound.endsWith(one) ? sound.replace(one, other) : sound,
      reading,
    ),
  ]),
);

const lookAlikes: ReadonlySet<string> = new Set(
  alike.flatMap((group) => [...group].flatMap((one) => [...group].map((other) => one + other))),
);

const SAME_SOUND = 0.2;
const SAME_SHAPE = 0.2;
const NEAR_SOUND = 0.35;
const OTHER_WORD = 1.8;
const OTHER_LETTER = 1;
const OTHER_DIGIT = 4;

/** True where a character looks or sounds like the one meant. */
export const mistakable = (typed: string, meant: string): boolean =>
  confusionCost(typed, meant) <= NEAR_SOUND;

/** What it costs to have typed `typed` for `meant`: 0 for the same character, little for one that sounds or looks alike. */
export function confusionCost(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (/\d/u.test(typed) || /\d/u.test(meant)) return OTHER_DIGIT;
  if (/[a-z]/u.test(meant)) return OTHER_LETTER;
  if (lookAlikes.has(typed + meant)) return SAME_SHAPE;
  const [ones, others] = [readingsOf.get(typed) ?? [], readingsOf.get(meant) ?? []];
  if (ones.some((one) => others.includes(one))) return SAME_SOUND;
  const sounds = others.map((other) => blurred.get(other));
  return ones.some((one) => sounds.includes(blurred.get(one))) ? NEAR_SOUND : OTHER_WORD;
}
