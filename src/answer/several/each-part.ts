import { Desk } from "#answer/desk.ts";
import type { Draft, Rereading } from "#answer/draft.ts";
import { isSurelyRead } from "#answer/passages/read-choice.ts";
import type { Sources } from "#answer/sources.ts";
import type { Block } from "#protocol/chat.ts";
import { type AskedPart, askedParts } from "#question/parts/asked-parts.ts";
import type { Question } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { shortName } from "#text/places/place-names.ts";
import { bestUnitFor } from "./best-unit.ts";
import { joinedDrafts } from "./joined-drafts.ts";
import { asksFigure, clauseTelling, type ReadPart, tellsPart, tellsTimes, tellsYears } from "./tells-part.ts";
import { clauseQuoted, onlyQuote, quoteOfAll } from "./told-once.ts";

/** A part with the draft that tells it; null where none does. */
interface ToldPart {
  readonly part: AskedPart;
  readonly read: ReadPart | null;
  readonly draft: Draft | null;
  /** Whether it is a figure looked up, or a passage that the reader is sure of. */
  readonly sure: boolean;
}

/**
 * 公路里程、铁路里程和机场数各多少: where the answer leaves out some of the things asked for, each of these is asked by itself,
 * and what is told of it stands under the others in the order of the question. A sentence that tells several of them is told
 * once, with the clauses of all. What no report tells is said to be missing where another part is told. The draft as it is
 * where the question asks for one thing, or no more is told.
 */
export async function eachPart(question: Question, whole: Draft, rereading: Rereading): Promise<Draft> {
  const parts = partsOf(question);
  if (parts.length < 2) return whole;
  const { sources } = rereading;
  const readings = parts.map((part, at) => readingsOf(part, parts.slice(0, at), question, rereading));
  // In English the words of a part are no words of the report: one sentence is taken to tell one of them.
  const tooFew =
    question.language === "en" && whole.used.length === 0 && whole.book.citations.length < parts.length;
  const ofWhole = readings.map((all) =>
    tooFew
      ? null
      : (all.find((read) => tellsPart(whole, read, sources) && tellsTimes(whole, read, sources)) ?? null),
  );
  if (ofWhole.every((read) => read !== null)) return whole;
  // What tells of a place without a report must name it: each part is looked for with its name.
  const elsewhere = question.otherRegions.length > 0;
  const together =
    whole.status === "answered" || question.language === "en" || elsewhere
      ? null
      : await bestUnitFor(question, readings, sources);
  const found: ToldPart[] = [];
  for (const [at, part] of parts.entries()) {
    const known = ofWhole[at] ?? null;
    if (known !== null) found.push({ part, read: known, draft: whole, sure: true });
    else {
      const shared = together?.parts.find((read) => read.part === part);
      if (shared !== undefined)
        found.push({ part, read: shared, draft: together?.draft ?? null, sure: true });
      else found.push(await firstTold(part, readings[at] ?? [], rereading));
    }
  }
  // What is only likely is told beside what is sure.
  const sure = found.some((each) => each.sure) ? found : found.map((each) => ({ ...each, draft: null }));
  const told = elsewhere ? sure : withShared(sure, question, sources);
  const more = told.some(({ draft }, at) => draft !== null && (draft !== whole || ofWhole[at] === null));
  return more
    ? underOneAnother(question, whole, told, sources)
    : sayingYearsMissing(question, whole, told, sources);
}

/** 2023年新建多少公里，2024年呢, where a sentence tells the one year alone: the other is said to be missing. */
function sayingYearsMissing(
  question: Question,
  whole: Draft,
  told: readonly ToldPart[],
  sources: Sources,
): Draft {
  const known = told.some(({ draft }) => draft === whole);
  const years = new Set(told.flatMap(({ draft, read }) => (draft === null ? [] : (read?.own.years ?? []))));
  const missing = told.filter(
    ({ draft, read }) => draft === null && read !== null && read.own.years.some((year) => !years.has(year)),
  );
  if (whole.status !== "answered" || !known || missing.length === 0) return whole;
  const blocks = missingBlocks(question, missing, sources);
  return { ...whole, blocks: [...whole.blocks, ...blocks] };
}

/** What no report tells, a paragraph a part. */
function missingBlocks(question: Question, missing: readonly ToldPart[], sources: Sources): Block[] {
  const desk = new Desk(question, sources);
  return missing.map(({ part }) => ({
    type: "paragraph",
    text: desk.say("part.missing", { part: part.name }),
  }));
}

/**
 * The things asked for; none of a turn that goes on with another, or sets places beside each other. Every part is of the place
 * named, whether or not a report is about it: 2006年贵阳GDP、财政总收入 asks for nothing of 贵州省.
 */
function partsOf({ asked, regions, otherRegions, followUp, leans, gate }: Question): readonly AskedPart[] {
  const places = [...regions, ...otherRegions];
  if (followUp || leans || gate !== null || places.length > 1) return [];
  const parts = askedParts(
    asked,
    places.flatMap((place) => [place, shortName(place)]),
  );
  return parts.length > MOST_PARTS ? [] : parts;
}

/** Each part is read anew, so that a heap of words joined by commas would cost as much as that many questions. */
const MOST_PARTS = 8;

/** A part as questions of its own, the likeliest reading first. */
function readingsOf(
  part: AskedPart,
  before: readonly AskedPart[],
  question: Question,
  { reread }: Rereading,
): readonly ReadPart[] {
  const alone = reread([part.alone]);
  const within = part.within === part.alone ? alone : reread([part.within]);
  const first = before.at(-1);
  // 农民呢: the same of another thing. In English a later question goes on with the earlier ones.
  const goesOn = question.language === "en" ? before.map(({ said }) => said) : [first?.alone ?? ""];
  const turns =
    first !== undefined && (question.language === "en" || part.said.endsWith("呢"))
      ? [reread([...goesOn, part.said])]
      : [];
  const named = part.bare ? [within] : alone.indicators.length > 0 ? [alone, within] : [within, alone];
  return [...turns, ...new Set(named)]
    .filter(({ gate, ...own }) => gate === null && isOfSamePlaces(own, question))
    .map((own) => ({ part, own }));
}

type Places = Pick<Question, "regions" | "otherRegions">;

const isOfSamePlaces = (one: Places, other: Places): boolean =>
  one.regions.join() === other.regions.join() && one.otherRegions.join() === other.otherRegions.join();

async function firstTold(
  part: AskedPart,
  readings: readonly ReadPart[],
  { answer, reread, sources }: Rereading,
): Promise<ToldPart> {
  for (const read of readings) {
    const draft = await answer(read.own);
    if (draft.status !== "answered" || !tellsYears(draft, read, sources)) continue;
    if (asksFigure(part) && !tellsPart(draft, read, sources)) continue;
    const sure = draft.used.length > 0 || (await isSurelyRead(new Desk(read.own, sources), draft));
    return { part, read, draft, sure };
  }
  return { part, read: readings[0] ?? { part, own: reread([part.within]) }, draft: null, sure: false };
}

/**
 * The parts that no answer of their own tells, where the sentence that another is quoted or looked up from does: 保交楼交付9433套，
 * 交付率85.3%.
 */
function withShared(told: readonly ToldPart[], question: Question, sources: Sources): readonly ToldPart[] {
  const drafts = new Set(told.flatMap(({ draft }) => draft ?? []));
  return told.map((each) => {
    const { read, draft, part } = each;
    if (draft !== null || read === null) return each;
    const distinct = distinctOf(part, told);
    for (const other of drafts) {
      if (!tellsYears(other, read, sources)) continue;
      for (const citation of other.book.citations) {
        const clause = clauseTelling(citation.quote, read, sources, distinct);
        if (clause === null) continue;
        const quoted = onlyQuote(other) !== null;
        return { ...each, draft: quoted ? other : clauseQuoted(question, citation, clause, sources) };
      }
    }
    return each;
  });
}

/** The words of a part that no other part has. */
function distinctOf({ said }: AskedPart, told: readonly ToldPart[]): string {
  const others = told.filter(({ part }) => part.said !== said).map(({ part }) => part.said);
  const shared = new Set(others.flatMap(pairsOf));
  const signs = [...said];
  return signs
    .filter((sign, at) => {
      const pairs = [`${signs[at - 1] ?? ""}${sign}`, `${sign}${signs[at + 1] ?? ""}`];
      return pairs.every((pair) => !shared.has(pair));
    })
    .join("");
}

/** Whether a draft tells every row that the other does. */
const tellsRowsOf = (draft: Draft, { used }: Draft): boolean =>
  used.every(({ row }) => draft.used.some((told) => told.row.id === row.id));

/** The drafts that tell the parts, each once, in the order of the parts; what is missing behind them. */
function underOneAnother(
  question: Question,
  whole: Draft,
  told: readonly ToldPart[],
  sources: Sources,
): Draft {
  const groups: { readonly draft: Draft; readonly parts: ToldPart[] }[] = [];
  for (const each of told) {
    if (each.draft === null) continue;
    const quote = onlyQuote(each.draft);
    const known = groups.find(({ draft }) => {
      const theirs = onlyQuote(draft);
      return (
        draft === each.draft ||
        (quote !== null && theirs?.start === quote.start && theirs.documentId === quote.documentId)
      );
    });
    if (known === undefined) groups.push({ draft: each.draft, parts: [each] });
    else known.parts.push(each);
  }
  const drafts = groups.map(({ draft, parts }) => {
    const quote = onlyQuote(draft);
    const reads = parts.flatMap(({ read }) => read ?? []);
    return quote === null || parts.length < 2 ? draft : quoteOfAll(question, quote, reads, sources);
  });
  const names = groups.map(({ draft, parts: [first, another] }) =>
    draft === whole || another !== undefined ? "" : (first?.part.name ?? ""),
  );
  // A figure that the whole tells is never lost, whatever part it is taken to be of.
  const lost =
    whole.status === "answered" &&
    whole.used.length > 0 &&
    !drafts.some((draft) => tellsRowsOf(draft, whole));
  const joined = joinedDrafts(lost ? [whole, ...drafts] : drafts, {
    names: lost ? ["", ...names] : names,
    sources,
  });
  if (joined === null) return whole;
  const missing = told.filter(({ part, draft }) => draft === null && asksFigure(part));
  const blocks = missingBlocks(question, missing, sources);
  return { ...joined, blocks: [...joined.blocks, ...(whole.status === "answered" ? [] : blocks)] };
}
