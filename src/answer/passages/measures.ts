import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import {
  heldAmong,
  knownShareOf,
  type QuestionTerms,
  rareShareOf,
  shareOf,
  termsPresent,
} from "#read/query-terms.ts";
import type { ReadUnit } from "#read/reader.ts";
import { foldPlain } from "#text/fold.ts";
import { asksMeasures } from "./asks-measures.ts";
import { wordingsFor } from "./find-candidates.ts";
import { forms } from "./forms.ts";
import { ownLine } from "./own-line.ts";
import { asItem } from "./quoted.ts";
import { LIKELY, tellable } from "./read-choice.ts";
import { halfAsked, halfAt, halfOfYears } from "./report-half.ts";
import { type Stretch, stretchesAt } from "./stretch.ts";
import { stringsKind } from "./strung-kind.ts";
import { headUnknown, unitWords } from "./unheld.ts";

/** Share of the question's weight that head and body together must hold; the head alone, half as much. */
const ENOUGH = 0.5;
const ENOUGH_IN_HEAD = 0.34;
const LEAST_IN_HEAD = 0.2;
const HEAD_SHARE = 0.6;
const RIGHT_HALF = 0.25;
const MOST_SENTENCES = 5;
const FEWEST_BESIDE = 2;
const MOST_CHARACTERS = 560;

interface Found {
  readonly stretch: Stretch;
  readonly score: number;
}

/**
 * What a report says under the head that names the matter asked about, sentence by sentence. Null when no head does,
 * or the question does not ask what was done.
 */
export async function measuresDraft(desk: Desk): Promise<Draft | null> {
  const { question, sources } = desk;
  if (!asksMeasures(question) || question.regions.length > 1 || headUnknown(desk)) return null;
  const wordings = wordingsFor(desk);
  const units = await tellable(desk, question.regions[0] ?? null);
  // 开展哪些文化活动: one sentence names them.
  const strung = units.some(
    ({ unit, probability }) => probability >= LIKELY && stringsKind(question.asked, unitWords(desk, unit)),
  );
  if (strung) return null;
  const seen = new Set<string>();
  let best: Found | null = null;
  for (const { unit } of units) {
    const { documentId } = unit;
    const document = sources.document(documentId);
    if (document === null) continue;
    for (const stretch of stretchesAt(document, unit.start)) {
      const key = `${documentId} ${stretch.span.start} ${stretch.span.end}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const fit = fitOf(sliceOf(document.text, stretch.span), stretch, wordings);
      if (fit === null) continue;
      const wanted = halfAsked(question) ?? halfOfYears(question, document);
      const half = halfAt(document, stretch.span.start);
      // What was achieved is told by no plan.
      if (wanted === "back" && half === "ahead") continue;
      const right = wanted === null || half === null ? 0 : wanted === half ? RIGHT_HALF : -RIGHT_HALF;
      if (fit + right > (best?.score ?? 0)) best = { stretch, score: fit + right };
    }
  }
  const stretch = best?.stretch ?? stretchOfSlogan(desk, units[0]);
  return stretch === null ? null : told(desk, stretch);
}

/** Where the best words only praise (…是发展的底气所在!), the stretch they belong to tells what is done. */
function stretchOfSlogan(desk: Desk, best: ReadUnit | undefined): Stretch | null {
  const document = best === undefined ? null : desk.sources.document(best.unit.documentId);
  if (document === null || best === undefined || best.probability < LIKELY) return null;
  if (!forms.slogan.test(foldPlain(sliceOf(document.text, best.unit)))) return null;
  const around = stretchesAt(document, best.unit.start).filter(({ span }) => contains(span, best.unit));
  return around.findLast(({ body }) => body.length > FEWEST_BESIDE) ?? null;
}

/** How well a stretch is about the question; null when it is not. */
function fitOf(words: string, { head }: Stretch, wordings: readonly QuestionTerms[]): number | null {
  const inHead = termsPresent(head);
  const inAll = termsPresent(`${head}\n${words}`);
  let best: number | null = null;
  for (const terms of wordings) {
    const heldInHead = heldAmong(terms, inHead);
    if (shareOf(terms, heldInHead) < LEAST_IN_HEAD) continue;
    const headShare = knownShareOf(terms, heldInHead);
    const held = heldAmong(terms, inAll);
    const whole = knownShareOf(terms, held);
    if (headShare < ENOUGH_IN_HEAD || whole < ENOUGH || rareShareOf(terms, held) < ENOUGH) continue;
    const score = HEAD_SHARE * headShare + (1 - HEAD_SHARE) * whole;
    if (best === null || score > best) best = score;
  }
  return best;
}

function told(desk: Desk, { documentId, span, body }: Stretch): Draft | null {
  const document = desk.sources.document(documentId);
  if (document === null) return null;
  const own = ownLine(document, span, desk.question.asked);
  const shown: Span[] = [];
  for (const sentence of own === null ? body : body.filter((each) => contains(own, each))) {
    const first = shown[0];
    if (shown.length >= MOST_SENTENCES) break;
    if (first !== undefined && sentence.end - first.start > MOST_CHARACTERS) break;
    shown.push(sentence);
  }
  const last = shown.at(-1);
  if (last === undefined) return null;
  const marker = `[${desk.book.cite(documentId, { start: span.start, end: last.end })}]`;
  const items = shown.map((sentence) => `${asItem(sliceOf(document.text, sentence))}${marker}`);
  const [only, another] = items;
  return desk.draft("passage", [
    only !== undefined && another === undefined
      ? { type: "paragraph", text: only }
      : { type: "list", ordered: false, items },
  ]);
}
