import type { Desk } from "#answer/desk.ts";
import type { Ending } from "#answer/draft.ts";
import { inlineItems } from "#answer/lists/list-items.ts";
import { answerWords } from "#answer/words/answer-words.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { asksMeaning, explainingSpan, explainsTerm } from "./definition.ts";
import { expectationOf } from "./expectation.ts";
import { closestWording, wantedBy } from "./find-candidates.ts";
import { asksMeasures } from "./forms.ts";
import { listed } from "./list-span.ts";
import { mainPoints } from "./main-points.ts";
import { asItem, quoted, rowTold } from "./quote.ts";
import { carriedOn, NAME_CARRIED, narrowed, ownLines, withoutBefore } from "./span.ts";
import { tellsHowMany } from "./tells-asked.ts";
import { namesParts, tellsParts } from "./tells-parts.ts";

interface Composing {
  readonly ending: Ending;
  /** True where other regions are told beside it: each is named. */
  readonly several: boolean;
}

/** What answers, with as much around it as the question asks for: the list it opens, the points beside it, the cause before it. */
export async function composed(desk: Desk, read: ReadUnit, { ending, several }: Composing): Promise<Block[]> {
  const { unit } = read;
  const document = desk.sources.document(unit.documentId);
  if (document === null) return [];
  // 金融领域、数字经济领域分别抓什么: the lines of the classes named, and not of those beside them.
  const lines = ending === "list" ? ownLines(document, unit.passage.chunk, desk.question.asked) : [];
  if (lines.length > 1) return linesTold(desk, document, lines);
  const stretch = stretchOf(desk, document, { read, ending });
  const counted = ending === "reason" || ending === "list" ? countedIn(document, unit) : [];
  const points = counted.length > 1 ? counted : await mainPoints(desk, document, { read, ending, stretch });
  if (points.length > 1) {
    const items = points.map(
      (span) =>
        `${asItem(sliceOf(document.text, span), points.length)}[${desk.book.cite(document.id, span)}]`,
    );
    return [{ type: "list", ordered: false, items }];
  }
  const blocks = told(desk, document, { read, ending, stretch });
  const [first] = blocks;
  if (several && first?.type === "paragraph" && document.region !== null)
    first.text = `${desk.region(document.region)}：${first.text}`;
  return blocks;
}

/** 主要考虑：一是…。二是…: all the items that a sentence begins to count out. */
function countedIn(document: SourceDocument, unit: Span): readonly Span[] {
  const items = inlineItems(document, unit);
  return (items[0]?.start ?? document.text.length) <= unit.end ? items : [];
}

interface Stretched {
  readonly read: ReadUnit;
  readonly ending: Ending;
}

function stretchOf(desk: Desk, document: SourceDocument, { read, ending }: Stretched): Span {
  const unit: Span = { start: read.unit.start, end: read.unit.end };
  if (ending === "list") return listed(desk, document, read);
  const words = sliceOf(document.text, unit);
  const measures = ending === "passage" && asksMeasures(desk.question);
  // 一是基础有待夯实。: what is asked about is named, and the reason told behind it.
  const closing = /[^。：]*$/.exec(words.slice(0, -1))?.[0] ?? words;
  const untold =
    ending === "reason" &&
    closing.length <= LONGEST_UNTOLD &&
    !/[，；]/.test(closing) &&
    words.match(answerWords.cause) === null;
  const named = announces(desk, words);
  // 实施“三攻坚、两突破”…: all that the term counts stands in the sentences behind.
  const meant =
    named && asksMeaning(desk.question)
      ? explainingSpan(document.text, unit, (told) => explainsTerm(desk, told))
      : null;
  if (meant !== null) return meant;
  if (measures || untold || named) return carriedOn(document, unit, named ? NAME_CARRIED : undefined);
  return unit;
}

function told(
  desk: Desk,
  document: SourceDocument,
  { read, ending, stretch }: Stretched & { readonly stretch: Span },
): Block[] {
  const lines = ownLines(document, stretch, desk.question.asked);
  const [own, another] = lines;
  if (own !== undefined && another !== undefined) return linesTold(desk, document, lines);
  const span = own ?? stretch;
  const words = sliceOf(document.text, span);
  if (tellsParts(desk.question.asked, words) === false) return [];
  const marker = `[${desk.book.cite(document.id, span)}]`;
  const shown = read.unit.kind === "definition" ? span : partThatTells(desk, document.text, span);
  const whole = ending === "passage" && stretch.end > read.unit.end;
  return (
    rowTold(desk, document, span) ??
    quoted(sliceOf(document.text, shown), {
      marker,
      // What was done takes whole sentences.
      ending: whole ? "reason" : ending,
      expectation: wantedBy(desk).expectation,
      terms: closestWording(desk, words),
      heading: sectionAt(document, span.start)?.title ?? "",
      tells: (part) => tellsHowMany(desk, part),
    })
  );
}

/** 金融领域：…, 数字经济领域：…: the lines of a box whose classes are named, each cited. */
function linesTold(desk: Desk, document: SourceDocument, lines: readonly Span[]): Block[] {
  const items = lines.map(
    (line) => `${sliceOf(document.text, line).trim()}[${desk.book.cite(document.id, line)}]`,
  );
  return [{ type: "list", ordered: false, items }];
}

/** The clauses that explain a term, or tell which of so many are meant; all of them where the question asks neither. */
function partThatTells(desk: Desk, text: string, span: Span): Span {
  const meaning = asksMeaning(desk.question);
  const tells = (words: string) =>
    meaning ? explainsTerm(desk, words) : namesParts(desk.question.asked, words);
  const sentence = sentences(text, span).find((each) => tells(sliceOf(text, each)));
  return sentence === undefined ? span : (meaning ? narrowed : withoutBefore)(text, sentence, tells);
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
