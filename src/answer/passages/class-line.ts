import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { type SourceDocument, sectionAt } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { heldAmong, knownShareOf, shareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { tellingWords } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { documentsFor } from "./find-candidates.ts";

/** 医疗卫生：公立三甲医院、区中医院新建工程: a class, and what belongs to it. */
const CLASS = /^\s*(?:[一二三四五六七八九十\d]+[、.．])?\s*([\u4e00-\u9fff“”]{2,12})：\s*\S/;
/** A class with a word or two behind it, and no list. */
const GROUP = /^\s*([\u4e00-\u9fff“”]{2,12})：[^、；;，。]{1,16}$/;
const SEPARATORS = /[、；;]/g;
/** What a class may be followed by in a question. */
const AFTER =
  /^(?:类|方面|领域|板块|上|里|口|这一?[块类项栏])?(?:的|有|是|列|分别|各|具体|包括|涉及|涵盖|覆盖|建设|重点|重大|项目|工程|设施|都|主要|要|哪)/;
/** Share of the other words that the headings above must hold, where there are such words. */
const ENOUGH = 0.25;
const FEWEST = 1;
/** Share of the question's words that a box's title must hold for its lines to be the list. */
const TITLED = 0.9;
const FEWEST_LINES = 2;
const MOST_LINES = 24;

/**
 * 医疗卫生类的建设项目有哪些: the line of a report that begins with just this class. Null when the question is no list,
 * or no line begins so.
 */
export function classLineDraft(desk: Desk): Draft | null {
  const { question, sources } = desk;
  if (question.operation !== "list" || question.regions.length > 1) return null;
  const folded = foldPlain(question.asked);
  // 竣工的重点项目 is 竣工重点项目.
  const said = folded.replace(/的(?=重点|项目|工程)/g, "");
  const found: Found[] = [];
  for (const document of documentsFor(desk)) {
    for (const line of linesOf(document)) {
      const words = sliceOf(document.text, line);
      const named = foldPlain(CLASS.exec(words)?.[1] ?? "");
      const at = named === "" ? -1 : said.indexOf(named);
      if (at === -1 || !AFTER.test(said.slice(at + named.length))) continue;
      if ((words.match(SEPARATORS) ?? []).length < FEWEST) continue;
      const heading = sectionAt(document, line.start)?.title ?? "";
      const group = groupOf(document, line);
      const ofGroup = group.length > 1 && said.includes(group);
      const terms = termsOf(sources, question.topic.replace(named, " "));
      const share = knownShareOf(terms, heldAmong(terms, termsPresent(`${heading}\n${words}`)));
      if (terms.knownTotal > 0 && share < ENOUGH && !ofGroup) continue;
      const score = named.length + share + Number(ofGroup);
      if (score > 0) found.push({ document, line, score, named, group: ofGroup ? group : "" });
    }
  }
  const [best] = found.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return boxesDraft(desk);
  // 中段和下段的重大平台: the line of each group named.
  const alike = found.filter(
    ({ document, named, group }) => document === best.document && named === best.named && group !== "",
  );
  const items = (alike.length > 1 ? alike : [best]).map(({ document, line, group }) => {
    const lead = alike.length > 1 ? `${group}：` : "";
    return `${lead}${sliceOf(document.text, line).trim()}[${desk.book.cite(document.id, line)}]`;
  });
  const [only = "", another] = items;
  return desk.draft("list", [
    another === undefined ? { type: "paragraph", text: only } : { type: "list", ordered: false, items },
  ]);
}

/** A line that begins with a class the question names. */
interface Found {
  readonly document: SourceDocument;
  readonly line: Span;
  readonly score: number;
  readonly named: string;
  /** The group it stands under, where the question names that; else empty. */
  readonly group: string;
}

/** 上段：提档升级: the line that heads those behind it, up to the next such line; empty where none does. */
function groupOf(document: SourceDocument, line: Span): string {
  const start = sectionAt(document, line.start)?.heading.end ?? 0;
  const before = document.text.slice(start, line.start).split("\n");
  return foldPlain(before.map((words) => GROUP.exec(words)?.[1] ?? "").findLast((name) => name !== "") ?? "");
}

/** 有哪些重点项目: the lines of every box whose title says so, in the report's order. Null when no title does. */
function boxesDraft(desk: Desk): Draft | null {
  const { question, sources } = desk;
  const terms = termsOf(sources, tellingWords(question.topic, foldPlain(question.asked)));
  if (question.regions.length === 0) return null;
  for (const document of documentsFor(desk)) {
    const boxes = document.sections.filter(
      ({ kind, title }) => kind === "box" && shareOf(terms, heldAmong(terms, termsPresent(title))) >= TITLED,
    );
    const lines = boxes.flatMap(({ heading, span }) => {
      const all = sentences(document.text, { start: heading.end, end: span.end });
      return all.filter((line) => CLASS.test(sliceOf(document.text, line)));
    });
    if (lines.length < FEWEST_LINES) continue;
    const items = lines.map(
      (line) => `${sliceOf(document.text, line).trim()}[${desk.book.cite(document.id, line)}]`,
    );
    return desk.draft("list", [{ type: "list", ordered: false, items: items.slice(0, MOST_LINES) }]);
  }
  return null;
}

function linesOf({ text }: SourceDocument): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    if (CLASS.test(text.slice(start, Math.min(end, start + 32)))) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
