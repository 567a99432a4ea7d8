import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { oneLine } from "#text/one-line.ts";
import { documentsFor } from "./find-candidates.ts";

const MARKS = /[*△▲★☆#]|星号|三角/;
const MEANT: Readonly<Record<string, RegExp>> = { 星号: /[*★☆]/, 三角: /[△▲]/ };

/** 打*号是什么意思: the note under a table that says what a mark stands for. Null when no note of the region does. */
export function markNoteDraft(desk: Desk): Draft | null {
  const mark = MARKS.exec(foldPlain(desk.question.asked))?.[0];
  if (mark === undefined) return null;
  const held = (words: string) => MEANT[mark]?.test(words) ?? words.includes(mark);
  const asked = foldPlain(desk.question.asked);
  let best: { documentId: string; start: number; end: number; score: number } | null = null;
  for (const document of documentsFor(desk)) {
    for (const { caption, notes } of document.tables) {
      const note = notes.find((span) => held(foldPlain(sliceOf(document.text, span))));
      if (note === undefined) continue;
      const titled = foldPlain(caption ?? "");
      const score =
        Number(desk.question.years.some((year) => titled.includes(String(year)))) +
        Number(["目标", "完成"].some((word) => titled.includes(word) && asked.includes(word)));
      if (best === null || score > best.score) best = { documentId: document.id, ...note, score };
    }
  }
  if (best === null) return null;
  const { documentId, start, end } = best;
  const text = oneLine(desk.sources.document(documentId)?.text.slice(start, end) ?? "");
  const shown = `${text}[${desk.book.cite(documentId, { start, end })}]`;
  return desk.draft("definition", [{ type: "paragraph", text: shown }]);
}
