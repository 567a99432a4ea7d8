import type { TurnReading } from "#question/conversation/turn.ts";
import { patterns } from "#question/words/patterns.ts";
import type { ReadRegions } from "./regions.ts";

/** A year as it is written, or a word for one. */
const YEAR = /(?:(?:19|20)\d{2}|(?<!\d)\d{2}(?=年))年?(?:度|底|初)?|[去今明前本]年|上年/u;

/**
 * The question of the turn before, asked of another place or time: 甘肃有哪些困难 for 那甘肃呢 after 湖南有哪些困难. Only where
 * the turn names nothing else, and the one before asked in words of its own and for no indicator: figures are told by
 * their slots. Null in all other cases.
 */
export function askedElsewhere(
  before: TurnReading,
  turn: TurnReading,
  readRegions: ReadRegions,
): string | null {
  if (!onlyPlaced(turn) || !asksInWords(before) || before.language !== turn.language) return null;
  const place = [...turn.regions, ...turn.otherRegions].join("、");
  const year = YEAR.exec(turn.folded)?.[0] ?? "";
  const dated = year === "" ? before.folded : inYear(before.folded, year);
  return place === "" ? (year === "" ? null : dated) : inPlace(dated, place, readRegions);
}

/** Names a place or a year and asks for nothing: 那甘肃呢, 2021年的. */
function onlyPlaced(turn: TurnReading): boolean {
  const { regions, otherRegions, years, mentions, residue, operation, measure, kinds } = turn;
  const named = regions.length + otherRegions.length + years.years.length + years.relative.length;
  if (named === 0 || years.shift !== 0 || years.range || turn.unclearPlace !== null) return false;
  if (turn.ranges || turn.returns || turn.switches || turn.pointing || turn.claims || turn.ordinal >= 0)
    return false;
  if (mentions.length > 0 || operation !== null || measure !== null || kinds.length > 0) return false;
  return residue.replaceAll(" ", "").length < 2 && !patterns.besides.test(turn.folded);
}

/** Says itself what it asks, and for no figure of the table. */
const asksInWords = ({ mentions, residue, cue, pointing, returns, claims, ...turn }: TurnReading): boolean =>
  mentions.length === 0 &&
  (residue.replaceAll(" ", "").length >= 2 || turn.aspect !== "other") &&
  (cue === null || cue === "closing") &&
  !pointing &&
  !returns &&
  !claims &&
  turn.regions.length + turn.otherRegions.length < 2 &&
  turn.operation !== "compare" &&
  turn.operation !== "difference";

/** The words with another year in the place of theirs; in front of them where they name none. */
const inYear = (words: string, year: string): string =>
  YEAR.test(words) ? words.replace(YEAR, year) : `${year}${words}`;

/** The words with another place in the place of theirs; in front of them where they name none. */
function inPlace(words: string, place: string, readRegions: ReadRegions): string {
  const { rest } = readRegions(words);
  if (rest.length !== words.length) return `${place}${words}`;
  const start = [...rest].findIndex((sign, at) => sign !== words[at]);
  if (start < 0) return `${place}${words}`;
  let end = start;
  while (end < words.length && rest[end] !== words[end]) end += 1;
  return `${words.slice(0, start)}${place}${words.slice(end)}`;
}
