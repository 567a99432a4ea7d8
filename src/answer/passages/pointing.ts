import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import { termsPresent } from "#read/query-terms.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { forms } from "./forms.ts";
import type { Window } from "./windows.ts";

/** How far apart a name and the sentence that points back at it may stand. */
const REACH = 420;
const NO_TERMS: ReadonlySet<string> = new Set();

/**
 * The terms of the sentences that a window points back at: for 该项目预计…, those before it in its section that speak of a
 * project. None when it points at nothing. `folded` are the window's words.
 */
export function termsPointedAt(
  { text, sections }: SourceDocument,
  { start }: Window,
  folded: string,
): ReadonlySet<string> {
  const pointing = forms.pointing.exec(folded);
  if (pointing === null) return NO_TERMS;
  const section = sections.findLast(({ span }) => span.start <= start);
  const from = Math.max(section?.span.start ?? 0, start - REACH);
  const name = pointing[1] ?? pointing[2] ?? "";
  const kin = forms.pointedNames.find((names) => names.includes(name)) ?? [name];
  const named = sentences(text, { start: from, end: start })
    .map((span) => sliceOf(text, span))
    .filter((words) => kin.some((kind) => words.includes(kind)));
  return termsPresent(named.join("\n"));
}

/** The sentences behind a passage that point back at it: 该项目预计…. */
export function windowsBehind({ text }: SourceDocument, { end, kind }: Chunk): Window[] {
  if (kind !== "prose") return [];
  const behind = sentences(text, { start: end, end: Math.min(text.length, end + REACH) });
  // The last may be cut.
  const whole = behind.slice(0, -1);
  const pointing = whole.filter((span) => forms.pointing.test(foldPlain(sliceOf(text, span))));
  return pointing.map((span) => ({ ...span, sentences: 1 }));
}
