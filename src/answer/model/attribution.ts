import type { AskedKind } from "#domain/indicator.ts";
import type { Region } from "#text/places/gazetteer.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { findRegions } from "#text/regions.ts";
import { clauses } from "#text/sentences.ts";
import { checkWords, placesOf } from "./check-words.ts";

/** A name or word in a sentence that says of what a figure speaks. */
export interface Mention<Value> {
  readonly value: Value;
  readonly start: number;
}

interface RegionMention extends Mention<Region> {
  readonly written: string;
}

/** `null`: nothing says so; `unclear`: the order of names and figures does not fit. */
export type Governing<Value> = Value | null | "unclear";

/** Regions named in a sentence; the short names of counties count where `near` says the county is likely meant. */
export function regionMentions(sentence: string, near: (region: Region) => boolean): RegionMention[] {
  const acceptShort = (region: Region) => region.level !== "county" || near(region);
  return findRegions(sentence, { acceptShort }).map(({ region, start, end }) => ({
    value: region,
    start,
    written: sentence.slice(start, end),
  }));
}

/** Four-digit years named in a sentence. */
export function yearMentions(sentence: string): Mention<number>[] {
  return [...sentence.matchAll(/(?<![\d.])((?:19|20)\d\d)(?![\d.%])(?!亿|万|元)/g)].map((match) => ({
    value: Number(match[1]),
    start: match.index,
  }));
}

/**
 * Which mention a figure belongs to: the nearest before it, but where 分别 (or 由 … 升至) stands between them the
 * first with the first and the second with the second.
 */
export function governing<Value>(
  sentence: string,
  mentions: readonly Mention<Value>[],
  { quantity, all }: { quantity: Quantity; all: readonly Quantity[] },
): Governing<Value> {
  const before = mentions.filter(({ start }) => start < quantity.start);
  const last = before.at(-1);
  if (last === undefined) return null;
  const places = placesOf(sentence, checkWords.respectively);
  const at = places.findLastIndex(({ start }) => start < quantity.start && start > last.start);
  const place = places[at];
  if (place === undefined) return last.value;
  const named = distinct(before.filter(({ start }) => start < place.start));
  if (named.length < 2) return last.value;
  const until = places[at + 1]?.start ?? sentence.length;
  const figures = all.filter(({ start }) => start > place.start && start < until);
  if (figures.length < named.length) return "unclear";
  return named[figures.indexOf(quantity)] ?? "unclear";
}

/**
 * Whether a figure is told as a target or as a result: by the words of its own clause, else of the clauses
 * before it since the last semicolon; a figure told without any such word reads as a result.
 */
export function kindOf(
  sentence: string,
  quantity: Quantity,
  all: readonly Quantity[],
): AskedKind | "unclear" {
  const mentions = kindMentions(sentence);
  const clause = clauses(sentence).find(
    ({ start, end }) => start <= quantity.start && quantity.start < end,
  ) ?? { start: 0, end: sentence.length };
  const own = mentions.filter(({ start }) => start >= clause.start && start < clause.end);
  const kinds = distinct(own);
  if (kinds.length === 1) return kinds[0] ?? "actual";
  if (kinds.length === 2) return governing(sentence, own, { quantity, all }) ?? "unclear";
  const words = sentence.slice(clause.start, clause.end);
  if (words.search(checkWords.done) >= 0) return "actual";
  const since = Math.max(...["；", ";"].map((mark) => sentence.lastIndexOf(mark, quantity.start)));
  const before = mentions.filter(({ start }) => start > since && start < clause.start);
  return before.at(-1)?.value ?? "actual";
}

function kindMentions(sentence: string): Mention<AskedKind>[] {
  const of = (kind: AskedKind): Mention<AskedKind>[] =>
    placesOf(sentence, checkWords[kind]).map(({ start }) => ({ value: kind, start }));
  return [...of("target"), ...of("actual")].sort((a, b) => a.start - b.start);
}

function distinct<Value>(mentions: readonly Mention<Value>[]): Value[] {
  return [...new Set(mentions.map(({ value }) => value))];
}
