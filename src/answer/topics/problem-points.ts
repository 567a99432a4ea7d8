import { halfAt } from "#answer/passages/report-half.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";
import { PROBLEMS } from "./themes.ts";

/** What a report says is lacking names so many things at least; a single 不足 in passing is no account. */
const FEWEST_LACKING = 3;
const SHORTEST = 6;
/** A point that goes on longer is told by its first sentence. */
const LONGEST = 220;

/**
 * What a report says is lacking, point by point in its order: the stretch that opens with 还存在一些困难和问题 and goes on to
 * the end of its paragraph, or till it turns to what is done about it; further paragraphs belong to it as long as they
 * go on counting or lacking. Of several such stretches the one that names most. Empty where there is none.
 */
export function problemPoints(document: SourceDocument): Span[] {
  const all = sentences(document.text);
  const accounts = all.flatMap((sentence, at) => {
    if (!opens(sliceOf(document.text, sentence)) || halfAt(document, sentence.start) === "ahead") return [];
    const points = pointsOf(document.text, stretchFrom(document, all.slice(at)));
    const lacking = points.reduce((sum, point) => sum + lackingIn(sliceOf(document.text, point)), 0);
    return lacking < FEWEST_LACKING ? [] : [{ points, lacking }];
  });
  return accounts.sort((a, b) => b.lacking - a.lacking)[0]?.points ?? [];
}

/** 还存在一些困难和问题; or 清醒地看到 with several things lacking in the same sentence. */
const opens = (words: string): boolean =>
  PROBLEMS.opens.test(words) || (PROBLEMS.sees.test(words) && lackingIn(words) >= FEWEST_LACKING);

/** The sentences of an account: its opening one, and on to where it turns, its section ends or a paragraph lacks nothing. */
function stretchFrom(document: SourceDocument, [opening, ...others]: readonly Span[]): Span[] {
  if (opening === undefined) return [];
  const section = sectionAt(document, opening.start)?.id;
  const stretch = [opening];
  for (const sentence of others) {
    const words = sliceOf(document.text, sentence);
    if (PROBLEMS.turns.test(words) || sectionAt(document, sentence.start)?.id !== section) break;
    const between = document.text.slice(stretch.at(-1)?.end, sentence.start);
    if (between.includes("\n") && lackingIn(words) === 0 && !NUMBERED.test(words)) break;
    stretch.push(sentence);
  }
  return stretch;
}

/** 一是…。二是…: where the account counts, what stands under each number; else each piece that names something lacking. */
function pointsOf(text: string, stretch: readonly Span[]): Span[] {
  const [opening, ...others] = stretch;
  if (opening === undefined) return [];
  const lead = behindLead(text, opening);
  const pieced = [lead, ...others.map((sentence) => behindOwnLead(text, sentence))]
    .flatMap((span) => pieces(text, span))
    .filter(({ start, end }) => end - start >= SHORTEST);
  const starts = pieced.filter((piece) => NUMBERED.test(sliceOf(text, piece)));
  if (starts.length > 1) return asCounted(pieced, starts);
  const lacking = pieced.filter((piece) => lackingIn(sliceOf(text, piece)) > 0);
  // 我们清醒地看到，动力较弱，矛盾突出，……: the account is the opening itself.
  const told = lead.start < lead.end || lackingIn(sliceOf(text, opening)) < FEWEST_LACKING;
  return told ? lacking : [opening, ...lacking];
}

/** Each point goes up to the next number; one that goes on long is told by its first piece. */
function asCounted(pieced: readonly Span[], starts: readonly Span[]): Span[] {
  return starts.map((first, at) => {
    const next = starts[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = pieced.filter(
      ({ start, end }) => start >= first.start && start < next && end - first.start <= LONGEST,
    );
    return { start: first.start, end: own.at(-1)?.end ?? first.end };
  });
}

const NUMBERED =
  /^\s*(?:[一二三四五六七八九十]+是|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[，、])/u;

/** 主要是：…: what stands behind the colon; empty where the opening announces what the next sentences tell. */
function behindLead(text: string, { start, end }: Span): Span {
  const colon = text.slice(start, end).search(/[：:]/u);
  if (colon >= 0) return { start: start + colon + 1, end };
  return /[；;]/u.test(text.slice(start, end)) ? { start, end } : { start: end, end };
}

/** 主要是： in front of the points of a later sentence. */
const LEAD = /^[^，。；]{0,12}[：:]/u;

const behindOwnLead = (text: string, sentence: Span): Span =>
  LEAD.test(sliceOf(text, sentence)) ? behindLead(text, sentence) : sentence;

/** A sentence cut at its semicolons. */
function pieces(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!/[；;]/u.test(text[at] ?? "") && at < end - 1) continue;
    found.push({ start: from, end: at + 1 });
    from = at + 1;
  }
  return found;
}

const lackingIn = (words: string): number => words.match(PROBLEMS.lacking)?.length ?? 0;
