import type { Draft } from "#answer/draft.ts";
import { expectationOf, meets } from "#answer/passages/expectation.ts";
import { unsupportedIn } from "#answer/verify.ts";
import type { Block } from "#protocol/chat.ts";
import { ordersAbout } from "#question/intent/without-instruction.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { verdictsIn } from "./check-relations.ts";
import { sentenceFaults } from "./check-sentence.ts";
import { type Fault, groundOf, markersIn, withoutMarkers } from "./ground.ts";
import { proseOf } from "./material.ts";
import { modelSentences } from "./model-sentences.ts";

/** Characters of an answer's prose; one that needs more is no shorter than the report. */
const LONGEST = 1_200;
/** Sentences looked at; a model that writes more has lost its way. */
const MOST_SENTENCES = 40;

/** What is left of a model's words after the check. */
export interface Verified {
  /** Null when too little was left. */
  readonly draft: Draft | null;
  readonly kept: number;
  readonly dropped: readonly Fault[];
}

/** Whether a draft has prose whose retelling can be checked. */
export function canBeRetold(question: Question, draft: Draft): boolean {
  const prose = proseOf(draft).flatMap(textOf).join("\n");
  // A list is complete as it is; its prose is a heading.
  if (draft.reason === "list" || draft.reason === "count") return false;
  if (draft.status !== "answered" || markersIn(prose).length === 0) return false;
  // Chinese prose told in English could not be compared with its source.
  if (question.language === "en" && draft.used.length === 0) return false;
  return verdictsIn(prose).size < 2 && !draft.book.citations.some(({ quote }) => givesOrders(quote));
}

/** A quote that tells its reader to forget the rules is shown in the report's own words, and to no model. */
function givesOrders(quote: string): boolean {
  return ordersAbout(foldPlain(quote));
}

/**
 * A draft in a model's words: its sentences that pass the check, in place of the composer's prose. Tables, lists,
 * charts, and what the composer says without a source (gaps, assumptions) stay as they are.
 */
export function verifiedDraft(question: Question, draft: Draft, written: string): Verified {
  const notes = notesOf(draft);
  // What is kept anyway may be repeated: it says nothing wrong and counts for nothing.
  const staying = notes + unsourcedParagraphs(draft);
  const sentences = [...new Set(modelSentences(written))].filter(
    (sentence) => !staying.includes(withoutMarkers(sentence)),
  );
  if (sentences.length > MOST_SENTENCES) return { draft: null, kept: 0, dropped: [] };
  const dropped: Fault[] = [];
  const kept = sentences.filter((sentence) => {
    const faults = sentenceFaults(sentence, groundOf(question, draft, markersIn(sentence)));
    dropped.push(...faults.slice(0, 1));
    return faults.length === 0;
  });
  const separator = question.language === "en" ? " " : "";
  const prose = kept.join(separator);
  if (kept.length <= dropped.length || prose.length > LONGEST || !isEnough(question, draft, prose))
    return { draft: null, kept: kept.length, dropped };
  const retold = { ...draft, blocks: blocksWith(draft, prose + notes) };
  const allowed = [question.asked, question.text, ...question.years.map(String)];
  const sound = unsupportedIn(retold, allowed).length === 0;
  return { draft: sound ? retold : null, kept: kept.length, dropped };
}

/** The prose loses no looked-up figure that the composer told, no source, and no number that was asked for. */
function isEnough(question: Question, draft: Draft, prose: string): boolean {
  const paragraphs = proseOf(draft).flatMap(textOf);
  const told = new Set(numeralsIn(withoutMarkers(paragraphs.join("\n"))));
  const said = new Set(numeralsIn(withoutMarkers(prose)));
  const values = draft.used.flatMap(({ row }) => (row.value === null ? [] : numeralsIn(row.value)));
  const needed = draft.reason === "difference" ? [...values, ...draft.computed.flatMap(numeralsIn)] : values;
  if (needed.some((figure) => told.has(figure) && !said.has(figure))) return false;
  const markers = markersIn(prose);
  const sourced = paragraphs.map(markersIn).filter((own) => own.length > 0);
  if (!sourced.every((own) => own.some((marker) => markers.includes(marker)))) return false;
  const expected = expectationOf(foldPlain(question.asked));
  const suits = (text: string) => meets(expected, foldPlain(withoutMarkers(text)));
  return suits(prose) >= suits(paragraphs.join("\n"));
}

/** The prose where the composer's first sourced paragraph stood, the other sourced paragraphs gone. */
function blocksWith({ blocks }: Draft, prose: string): Block[] {
  let placed = false;
  return blocks.flatMap((block): Block[] => {
    if (block.type !== "paragraph" || markersIn(block.text).length === 0) return [block];
    if (placed) return [];
    placed = true;
    return [{ type: "paragraph", text: prose }];
  });
}

/** What the composer says behind its last markers, each once. */
function notesOf({ blocks }: Draft): string {
  const sourced = blocks.flatMap(textOf).filter((text) => markersIn(text).length > 0);
  return [...new Set(sourced.map(unsourcedEnd))].join("");
}

function unsourcedParagraphs(draft: Draft): string {
  return proseOf(draft)
    .flatMap(textOf)
    .filter((text) => markersIn(text).length === 0)
    .join("\n");
}

/** What the composer adds behind the last marker: （未指明年份，报告中最新的为2023年）. */
function unsourcedEnd(text: string): string {
  const end = text.slice(text.lastIndexOf("]") + 1).replace(/^[。；.;\s]+/, "");
  return /[\p{L}\p{N}]/u.test(end) ? end : "";
}

const textOf = (block: Block): string[] => (block.type === "paragraph" ? [block.text] : []);
