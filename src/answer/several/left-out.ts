import { regionsApart } from "#answer/compare/regions-apart.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft, Rereading } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import type { AskedKind } from "#domain/indicator.ts";
import { otherCalibres } from "#indicators/catalogue-calibres.ts";
import { deedsIn } from "#indicators/sentences/deeds.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { joinedDrafts, withConclusion } from "./joined-drafts.ts";

/** Each is a question of its own; of forty figures that are missing the rest stay told as missing. */
const MOST_ASKED_AGAIN = 8;

/** One figure of several that a question asks for. */
interface Wanted {
  readonly region: string;
  readonly year: number | null;
  readonly indicator: NamedIndicator;
  readonly kinds: readonly AskedKind[];
}

/**
 * 新建5G基站和充电桩各多少, where the table holds one of the two: the other is asked by itself, and what a sentence tells of
 * it stands where it was said to be missing. The draft as it is where nothing is left out or nothing more is told.
 */
export async function withLeftOut(
  question: Question,
  draft: Draft,
  { sources, reread, answer }: Rereading,
): Promise<Draft> {
  if (draft.status !== "answered" || draft.used.length === 0 || question.language === "en") return draft;
  let whole = draft;
  for (const wanted of wantedBy(question)
    .filter((each) => !isTold(draft, each))
    .slice(0, MOST_ASKED_AGAIN)) {
    const own = reread([askedAlone(question, wanted)]);
    if (own.regions.join() !== wanted.region || own.otherRegions.length > 0) continue;
    const found = await answer(own);
    if (
      found.used.length > 0 &&
      found.used.every(({ row }) => draft.used.some((told) => told.row.id === row.id))
    )
      continue;
    if (found.status !== "answered" || !isOf(found, wanted, unitOf(draft, wanted))) continue;
    whole = inItsPlace(new Desk(question, sources), whole, { wanted, found });
  }
  return whole === draft ? draft : compared(question, whole, sources);
}

function wantedBy({ sides, indicators, regions, years, places, kinds }: Question): Wanted[] {
  const [year = null, another] = years;
  const [indicator, second] = indicators;
  const [region] = regions;
  if (sides.length > 1)
    return sides.flatMap((side) => {
      const [where, when, what] = [side.regions[0], side.years[0], side.indicators[0]];
      if (where === undefined || what === undefined) return [];
      return [{ region: where, year: when ?? null, indicator: what, kinds: side.kinds }];
    });
  if (indicator === undefined || region === undefined) return [];
  if (places.length > 1)
    return second === undefined ? places.map((place) => ({ ...place, indicator, kinds })) : [];
  if (another !== undefined) return [];
  if (regions.length > 1)
    return second === undefined ? regions.map((each) => ({ region: each, year, indicator, kinds })) : [];
  return second === undefined ? [] : indicators.map((each) => ({ region, year, indicator: each, kinds }));
}

/** 农民人均纯收入 tells of 农村居民人均可支配收入, for which it was the name. */
function isTold({ used }: Draft, { region, year, indicator: { names } }: Wanted): boolean {
  const meant = new Set([...names, ...names.flatMap(otherCalibres)]);
  return used.some(
    ({ row }) => row.region === region && (year === null || row.year === year) && meant.has(row.indicator),
  );
}

/** The unit in which the same indicator is told of another place or year; null where it is told of none. */
const unitOf = ({ used }: Draft, { indicator }: Wanted): string | null =>
  used.find(({ row }) => indicator.names.includes(row.indicator))?.row.unit ?? null;

/** A figure of another place or year is not what was left out, nor a growth where amounts are set side by side. */
const isOf = ({ used }: Draft, { region, year }: Wanted, unit: string | null): boolean =>
  used.every(
    ({ row }) =>
      row.region === region && (year === null || row.year === year) && (unit === null || row.unit === unit),
  );

/** 渝北区2024年新建充电桩的目标是多少: the one figure in words of the question. */
function askedAlone({ asked }: Question, { region, year, indicator: { phrase }, kinds }: Wanted): string {
  const piece = asked.split(/[和与及跟、，,；;？?]|以及/u).find((each) => each.includes(phrase)) ?? phrase;
  const own = /(?:19|20)\d{2}年?(.*)$/u.exec(piece)?.[1] ?? piece;
  const what = own.slice(0, own.indexOf(phrase) + phrase.length);
  const [deed = ""] = deedsIn(asked);
  const done = what.includes(deed) || deedsIn(what).length > 0 ? what : `${deed}${what}`;
  const aim = kinds.length === 1 && kinds[0] === "target" ? "目标" : "";
  return `${region}${year === null ? "" : `${year}年`}${done}${aim}是多少`;
}

/** The draft with what was found where it said that the figure is missing. */
function inItsPlace(
  desk: Desk,
  draft: Draft,
  { wanted, found }: { readonly wanted: Wanted; readonly found: Draft },
): Draft {
  const missing = new Set(missingWords(desk, wanted));
  const blocks = draft.blocks.filter((block) => block.type !== "paragraph" || !missing.has(block.text));
  const name = desk.region(wanted.region);
  return joinedDrafts([{ ...draft, blocks }, found], { names: [name, name], sources: desk.sources }) ?? draft;
}

/** The sentences that say the figure is missing. */
const missingWords = (desk: Desk, { region, year, indicator }: Wanted): string[] =>
  (["kind.actual", "kind.target", "kind.any"] as const).map((kind) =>
    desk.say("missing.cell", {
      where: desk.region(region),
      when: year === null ? "" : desk.year(year),
      indicator: desk.indicator(indicator.names[0] ?? indicator.phrase),
      kind: desk.say(kind),
    }),
  );

/** What follows from a figure looked up and one told in a sentence. */
function compared(question: Question, draft: Draft, sources: Sources): Draft {
  const desk = new Desk(question, sources);
  const text = question.regions.length > 1 ? regionsApart(desk, draft.book.citations) : null;
  return text === null ? draft : withConclusion(desk, draft, text);
}
