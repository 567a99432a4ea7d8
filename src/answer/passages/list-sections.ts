import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { type Section, type SourceDocument, sectionAt } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { LIKELY, tellable } from "./read-choice.ts";

/** What the parts of a section are called. */
const PARTS =
  /(?:哪|几|什么|啥)[^，,。]{0,8}(?:方面|任务|措施|工作|举措|行动|重点|部署|安排)|(?:方面|任务|措施|工作|举措|行动|重点|部署|安排)(?:都|主要|分别)?(?:有|是|包括|分为?|包含)?[^，,。]{0,2}(?:哪|几|什么|啥)/;
/** Fewer parts than this are no list. */
const FEWEST = 3;
const MOST_TRIED = 12;

/**
 * 六项重点任务是哪六项: where the words that fit stand in the opening of a section, its parts are the list; their
 * headings are given in the report's order. Null when no fitting opening has parts.
 */
export async function listSectionsDraft(desk: Desk): Promise<Draft | null> {
  if (!PARTS.test(desk.question.asked)) return null;
  const units = await tellable(desk, desk.question.regions[0] ?? null);
  for (const { unit, probability } of units.slice(0, MOST_TRIED)) {
    const document = desk.sources.document(unit.documentId);
    if (document === null || probability < LIKELY) continue;
    const parts = partsOpenedBy(document, unit);
    if (parts.length < FEWEST) continue;
    const items = parts.map(({ title, heading }) => `${title}[${desk.book.cite(document.id, heading)}]`);
    return desk.draft("list", [{ type: "list", ordered: false, items }]);
  }
  return null;
}

/** The parts of the section whose opening, before its first part, holds the candidate. */
function partsOpenedBy(document: SourceDocument, unit: Span): readonly Section[] {
  const section = sectionAt(document, unit.start);
  if (section === null) return [];
  const parts = document.sections.filter(
    ({ parent, kind }) => parent === section.id && (kind === "heading" || kind === "lead-in"),
  );
  const first = parts[0];
  return first === undefined || unit.end > first.span.start ? [] : parts;
}
