import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument, Table, TableRow } from "#domain/document.ts";
import { heldTerms, type QuestionTerms, shareOf, termsOf } from "./terms.ts";

/** Least share of a list question's weight that a table's caption must hold. */
const ENOUGH = 0.45;
const ROWS = 80;

/**
 * A table listed row by row, where its caption says what the question asks for (20件民生实事 → 表5：2023年重点民生实事…).
 * Null when no caption of the region and year does.
 */
export function listTableDraft(desk: Desk, enough: number = ENOUGH): Draft | null {
  const { question } = desk;
  // 20件民生实事: the count is not part of the name.
  const words = (question.topic || question.asked).replace(/\d+[个项件条]?/g, " ");
  const best = tableNamed(desk, words, enough);
  if (best === null) return null;
  const { document, table } = best;
  const items = table.rows
    .slice(0, ROWS)
    .map((row) => `${wordsOf(row)}[${desk.book.cite(document.id, row.span)}]`);
  const columns = table.columns.map(({ title }) => title).filter((title) => title !== "" && title !== "序号");
  const lead = `${table.caption ?? document.title}${desk.question.language === "en" ? ":" : "："}`;
  const heading = document.sections.find(({ id }) => id === table.section)?.heading;
  const marker = heading === undefined ? "" : `[${desk.book.cite(document.id, heading)}]`;
  return desk.draft("list", [
    { type: "paragraph", text: `${lead}${columns.join("、")}${marker}` },
    { type: "list", ordered: false, items },
  ]);
}

/** The table of the region and year whose caption holds the largest share of the words, above `enough`; else null. */
export function tableNamed(
  { question, sources }: Desk,
  words: string,
  enough: number,
): { readonly document: SourceDocument; readonly table: Table } | null {
  const terms = termsOf(sources, words);
  let best: { document: SourceDocument; table: Table; share: number } | null = null;
  for (const { id, region } of sources.outline.documents) {
    const document = sources.document(id);
    if (document === null) continue;
    if (question.regions.length > 0 && (region === null || !question.regions.includes(region))) continue;
    for (const table of document.tables) {
      const share = captionShare(table, terms, question.years);
      if (share > (best?.share ?? enough)) best = { document, table, share };
    }
  }
  return best;
}

function captionShare({ caption }: Table, terms: QuestionTerms, years: readonly number[]): number {
  if (caption === null) return 0;
  const printed = [...caption.matchAll(/(?:19|20)\d{2}(?=年)/g)].map(([year]) => Number(year));
  if (years.length > 0 && printed.length > 0 && !printed.some((year) => years.includes(year))) return 0;
  return shareOf(terms, heldTerms(terms, caption));
}

/** A row as a reader reads it, without its running number. */
function wordsOf({ cells }: TableRow): string {
  const told = cells.filter(({ text }, i) => text !== "" && !(i === 0 && /^\d+$/.test(text)));
  return told.map(({ text }) => text).join("：");
}
