import { answerWords } from "#answer/answer-words.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { asksMeasures } from "./asks-measures.ts";
import { withCauseBefore } from "./cause.ts";
import type { Candidate } from "./choose.ts";
import { chosenBy, readFor } from "./choose-read.ts";
import { closestWording } from "./closest-wording.ts";
import { thingsCounted } from "./english.ts";
import { expectationOf } from "./expectation.ts";
import { explains } from "./explains.ts";
import { findCandidates, wantedBy } from "./find-candidates.ts";
import { answers, LEAST, windowWords } from "./good-enough.ts";
import { itemsIn, listed } from "./listed.ts";
import { asksMeaning, explainsTerm } from "./meaning.ts";
import { narrowed, withoutBefore } from "./narrowed.ts";
import { ownLines } from "./own-line.ts";
import { ownPart } from "./own-part.ts";
import { quoted } from "./quoted.ts";
import { regionsApart, yearsApart } from "./regions-apart.ts";
import { rowTold } from "./row-words.ts";
import { carriedOn, NAME_CARRIED } from "./stretch.ts";
import { stockOf, tellsHowMany } from "./tells-asked.ts";
import { namesParts, tellsParts } from "./tells-parts.ts";

/** A second region's passage counts as an answer of its own when it scores nearly as well. */
const NEARLY = 0.85;

/**
 * One to three sentences of a report that hold what was asked, for each region named; without a region, for
 * each region that answers about as well. Null when nothing holds enough of the question.
 */
export async function passageDraft(
  desk: Desk,
  ending: Ending,
  least: typeof LEAST = LEAST,
): Promise<Draft | null> {
  const { question } = desk;
  const chosen: Candidate[] = [];
  if (question.regions.length > 0) {
    const yearly = await ofEachYear(desk, ending, least);
    if (yearly !== null) return yearly;
    for (const region of question.regions) {
      const ruled = bestOf(desk, fitFor(ending, desk, await findCandidates(desk, region)), least);
      const best = chosenBy(desk, await readFor(desk, region), { ruled, ending, least });
      if (best !== undefined) chosen.push(best);
    }
    if (chosen.length < question.regions.length) return null;
  } else {
    const ruled = bestOfEachRegion(desk, fitFor(ending, desk, await findCandidates(desk, null)), least);
    const best = chosenBy(desk, await readFor(desk, null), { ruled: ruled[0], ending, least });
    if (best !== undefined) chosen.push(...(best === ruled[0] ? ruled : [best]));
  }
  if (chosen.length === 0) return null;
  const blocks = chosen.flatMap((candidate) => told(desk, candidate, { ending, several: chosen.length > 1 }));
  if (blocks.length === 0) return null;
  const apart = question.regions.length > 1 ? regionsApart(desk, desk.book.citations) : null;
  const leads = [desk.say("passage.lead"), apart ?? ""].filter((text) => text !== "");
  return desk.draft(ending, [...leads.map((text): Block => ({ type: "paragraph", text })), ...blocks]);
}

/** 2004年是多少，2005年目标是多少: what is told of each year, where different sentences tell it. */
async function ofEachYear(desk: Desk, ending: Ending, least: typeof LEAST): Promise<Draft | null> {
  const { question, sources } = desk;
  const [region, another] = question.regions;
  if (region === undefined || another !== undefined || question.years.length !== 2) return null;
  if (!question.years.every((year) => question.asked.includes(String(year)))) return null;
  const chosen: Candidate[] = [];
  for (const year of question.years) {
    const own = new Desk({ ...question, years: [year] }, sources);
    const best = fitFor(ending, own, await findCandidates(own, region))[0];
    if (best === undefined || !answers(own, best, least)) return null;
    chosen.push(best);
  }
  const [first, second] = chosen;
  if (first?.documentId === second?.documentId && first?.window.start === second?.window.start) return null;
  const blocks = chosen.flatMap((candidate, at) => {
    const paragraphs = told(desk, candidate, { ending, several: false });
    const [opening] = paragraphs;
    const year = desk.year(question.years[at] ?? 0);
    if (opening?.type === "paragraph") opening.text = `${year}：${opening.text}`;
    return paragraphs;
  });
  const apart = yearsApart(desk, desk.book.citations);
  return desk.draft(ending, [
    ...(apart === null ? [] : [{ type: "paragraph" as const, text: apart }]),
    ...blocks,
  ]);
}

/** A definition is no sentence that only counts the things meant; how many there are is told by what counts them. */
function fitFor(ending: Ending, desk: Desk, candidates: readonly Candidate[]): readonly Candidate[] {
  if (ending === "definition") return candidates.filter((candidate) => explains(desk, candidate));
  const count =
    desk.question.language === "en" && ending === "list" ? thingsCounted(desk.question.asked) : null;
  // Two things stand together in many a sentence.
  if (count !== null && count > 2) return stringing(desk, candidates, count);
  return stockOf(desk) === null
    ? candidates
    : candidates.filter((candidate) => tellsHowMany(desk, windowWords(desk, candidate)));
}

/** Those that string just so many things together first: what else an English question says is only looked up. */
function stringing(desk: Desk, candidates: readonly Candidate[], count: number): readonly Candidate[] {
  const least = STRUNG * (candidates[0]?.score ?? 0);
  const strings = (candidate: Candidate) =>
    candidate.score >= least && itemsIn(windowWords(desk, candidate)) === count;
  return [...candidates.filter(strings), ...candidates.filter((candidate) => !strings(candidate))];
}

/** Share of the best score. */
const STRUNG = 0.7;

/** The first that answers among those about as good as the best: 分成几个标段 where a nearer sentence names the road alone. */
function bestOf(desk: Desk, candidates: readonly Candidate[], least: typeof LEAST): Candidate | undefined {
  const [first] = candidates;
  // What prints no figure of the kind asked for cannot answer, and hides none that does.
  const top = candidates.find(({ fit, score }) => fit > 0 && score >= NEARLY * (first?.score ?? 0));
  if (top === undefined || answers(desk, top, least)) return top;
  // What is said of an indicator is another's in the next sentence; and what answers, though not surely, is not passed over.
  if (desk.question.indicators.length > 0 || answers(desk, top)) return undefined;
  return candidates.find((candidate) => nearly(candidate, top) && answers(desk, candidate, least));
}

const nearly = ({ score, covered, rare }: Candidate, top: Candidate): boolean =>
  score >= NEARLY * top.score && covered >= NEARLY * top.covered && rare >= top.rare;

function bestOfEachRegion(desk: Desk, candidates: readonly Candidate[], least: typeof LEAST): Candidate[] {
  const best = bestOf(desk, candidates, least);
  if (best === undefined) return [];
  const chosen = [best];
  const regionOf = ({ documentId }: Candidate) => desk.sources.document(documentId)?.region ?? null;
  for (const candidate of candidates) {
    if (candidate.score < NEARLY * best.score) break;
    const known = chosen.some((other) => regionOf(other) === regionOf(candidate));
    if (!known && candidate.rare >= best.rare && answers(desk, candidate)) chosen.push(candidate);
  }
  return chosen;
}

function told(
  desk: Desk,
  best: Candidate,
  { ending, several }: { ending: Ending; several: boolean },
): Block[] {
  const document = desk.sources.document(best.documentId);
  if (document === null) return [];
  const measures = ending === "passage" && asksMeasures(desk.question);
  // 一是基础有待夯实。: what is asked about is named, and the reason told behind it.
  const words = sliceOf(document.text, best.window);
  const closing = /[^。：]*$/.exec(words.slice(0, -1))?.[0] ?? words;
  const untold =
    ending === "reason" &&
    closing.length <= LONGEST_UNTOLD &&
    !/[，；]/.test(closing) &&
    words.match(answerWords.cause) === null;
  const named = announces(desk, words) && !wantedBy(desk).echoes.some((told) => told.test(foldPlain(words)));
  const stretch: Span =
    ending === "list"
      ? listed(desk, document, best)
      : measures || untold || named
        ? carriedOn(document, best.window, named ? NAME_CARRIED : undefined)
        : ending === "reason"
          ? withCauseBefore(document, best.window)
          : tellingSentence(desk, document, best.window);
  const [own, another] = ownLines(document, stretch, desk.question.asked);
  if (own !== undefined && another !== undefined) return linesTold(desk, document, stretch);
  const span = own ?? stretch;
  if (tellsParts(desk.question.asked, sliceOf(document.text, span)) === false) return [];
  const marker = `[${desk.book.cite(best.documentId, span)}]`;
  const shown = best.passage.chunk.kind === "definition" ? span : partThatTells(desk, document.text, span);
  const blocks =
    rowTold(desk, document, span) ??
    quoted(sliceOf(document.text, shown), {
      marker,
      // What was done takes whole sentences, and what a name stands for as many.
      ending: measures ? "reason" : named ? "list" : ending,
      expectation: wantedBy(desk).expectation,
      terms: closestWording(desk, sliceOf(document.text, span)),
      heading: sectionAt(document, span.start)?.title ?? "",
      tells: (words) => tellsHowMany(desk, words),
    });
  const [first] = blocks;
  if (several && first?.type === "paragraph" && document.region !== null) {
    first.text = `${desk.region(document.region)}：${first.text}`;
  }
  return blocks;
}

/** 金融领域：…, 数字经济领域：…: the lines of a box whose classes are named, each cited. */
function linesTold(desk: Desk, document: SourceDocument, stretch: Span): Block[] {
  const lines = ownLines(document, stretch, desk.question.asked);
  const items = lines.map(
    (line) => `${sliceOf(document.text, line).trim()}[${desk.book.cite(document.id, line)}]`,
  );
  return [{ type: "list", ordered: false, items }];
}

/** The clauses that explain a term, or tell which of so many are meant; all of them where the question asks neither. */
function partThatTells(desk: Desk, text: string, span: Span): Span {
  const meaning = asksMeaning(desk.question);
  const own = ownPart(desk.question.asked, text, span);
  if (own !== null) return own;
  const tells = (words: string) =>
    meaning ? explainsTerm(desk, words) : namesParts(desk.question.asked, words);
  const sentence = sentences(text, span).find((each) => tells(sliceOf(text, each)));
  return sentence === undefined ? span : (meaning ? narrowed : withoutBefore)(text, sentence, tells);
}

/** How many of a thing there are is told by one sentence; those beside it count other things. */
function tellingSentence(desk: Desk, { text }: SourceDocument, window: Span): Span {
  if (stockOf(desk) === null) return window;
  return sentences(text, window).find((span) => tellsHowMany(desk, sliceOf(text, span))) ?? window;
}

/** A longer sentence tells by itself what it tells. */
const LONGEST_UNTOLD = 40;
/** Longest sentence that may name a thing and tell nothing of it. */
const LONGEST_NAMING = 32;
/** 哪家企业获评…: who it was is told by the sentence itself. */
const ASKS_WHAT = /哪(?!一?[家座条所位支名部款村县市区镇])|(?<!为)(?:什么|啥)|怎么/;

/** 实施“三攻坚、两突破”投资专项行动。: named only; what it consists of stands in the sentences behind. */
function announces({ question: { asked } }: Desk, words: string): boolean {
  const { number, date, person, rank, route } = expectationOf(foldPlain(asked));
  if (number || date || person || rank || route || !ASKS_WHAT.test(asked)) return false;
  return (
    words.length <= LONGEST_NAMING && !/(?:[\d：、为]|(?<![一二三四五六七八九十])是)(?![^“]*”)/.test(words)
  );
}
