import type { IndicatorRow } from "#domain/indicator.ts";
import type { RevisedFigure } from "#domain/revision.ts";
import { contains } from "#domain/span.ts";
import type { Language } from "#question/question.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import type { Draft } from "./draft.ts";
import { phrasesIn, type Say } from "./phrases.ts";
import type { Sources } from "./sources.ts";
import { textsOf } from "./verify.ts";

/** What an editor said of a row's figure; null where nobody did. */
export function revisionOf(
  { revisions }: Pick<Sources, "revisions">,
  row: Pick<IndicatorRow, "id" | "documentId">,
): RevisedFigure | null {
  return revisions?.(row.documentId).find((figure) => figure.row === row.id) ?? null;
}

/**
 * The draft, and of each figure in it that an editor corrected or hid that this was done, by whom and why: a corrected figure is told with
 * the one that the report prints, and a quote that holds one is never left without the remark.
 */
export function withRevisions(draft: Draft, sources: Sources, language: Language): Draft {
  const { revisions } = sources;
  if (revisions === undefined) return draft;
  const used = new Set(draft.used.map(({ row }) => row.id));
  const told = new Set(draft.blocks.flatMap(textsOf).flatMap(numeralsIn));
  const say = phrasesIn(language);
  const notes = draft.book.citations.flatMap((citation) =>
    revisions(citation.documentId)
      .filter((figure) => figure.verdict !== "confirmed" && contains(citation, figure))
      .filter(({ row, printed }) => used.has(row) || numeralsIn(printed).some((numeral) => told.has(numeral)))
      .map((figure) => noteOf(figure, citation.marker, say)),
  );
  if (notes.length === 0) return draft;
  const items = [...new Set(notes)];
  return {
    ...draft,
    blocks: [...draft.blocks, ...items.map((text) => ({ type: "paragraph" as const, text }))],
    computed: [...draft.computed, ...items],
  };
}

function noteOf(figure: RevisedFigure, marker: number, say: Say): string {
  const { printed, corrected, author, reason, date } = figure;
  const slots = { printed, author, reason, date, marks: `[${marker}]` };
  return corrected === null
    ? say("revision.hidden", slots)
    : say("revision.corrected", { ...slots, corrected });
}
