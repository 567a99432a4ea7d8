import type { Desk } from "#answer/desk.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import type { Question } from "#question/question.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import type { Reading } from "#read/seen.ts";
import { foldPlain } from "#text/fold.ts";
import { passagesFor, wordingsOf } from "./find-candidates.ts";
import { verdictsFor } from "./verdicts.ts";

/** So many passages are read for a question: the evidence is in them for 93 to 100 %. */
const PASSAGES = 30;

/** What the reader is given for a question in one region (or anywhere). */
export interface ReadingMatter {
  readonly reading: Reading;
  readonly passages: readonly RankedPassage[];
}

export async function readingMatter(desk: Desk, region: string | null): Promise<ReadingMatter> {
  const wordings = wordingsOf(desk).map(foldPlain);
  return {
    reading: { question: desk.question, wordings, verdicts: verdictsFor(desk) },
    passages: await passagesFor(desk, region, PASSAGES),
  };
}

/** Made once a question. */
const known = new WeakMap<Question, Map<string | null, Promise<readonly ReadUnit[]>>>();

/** The units that may answer the question in one region (or anywhere), the likeliest first; read once a question. */
export function unitsFor(desk: Desk, region: string | null): Promise<readonly ReadUnit[]> {
  const regions = known.get(desk.question) ?? new Map<string | null, Promise<readonly ReadUnit[]>>();
  const read = regions.get(region) ?? readIn(desk, region);
  known.set(desk.question, regions.set(region, read));
  return read;
}

async function readIn(desk: Desk, region: string | null): Promise<readonly ReadUnit[]> {
  const { reading, passages } = await readingMatter(desk, region);
  return desk.sources.read(reading, passages);
}
