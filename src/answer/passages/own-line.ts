import type { SourceDocument } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { tokens } from "#text/tokens.ts";

/** 竣工重点项目：…: a class and what belongs to it. */
const CLASS = /^\s*([\u4e00-\u9fff“”]{2,12})：\s*\S/u;
/** Share of what tells a class from the others that the question must say. */
const NAMED = 0.5;

/** 哪些竣工项目是学校: of the lines of a box (开工重点项目：…, 竣工重点项目：…) the one whose class the question names; else null. */
export function ownLine(document: SourceDocument, span: Span, asked: string): Span | null {
  const [only, another] = ownLines(document, span, asked);
  return only === undefined || another !== undefined ? null : only;
}

/** The lines of a box whose classes the question names, in order; empty where the stretch has no such lines. */
export function ownLines({ text }: SourceDocument, span: Span, asked: string): readonly Span[] {
  const lines = linesIn(text, span).flatMap((line) => {
    const label = CLASS.exec(text.slice(line.start, line.end))?.[1];
    return label === undefined ? [] : [{ line, terms: new Set(tokens(foldPlain(label))) }];
  });
  const said = new Set(tokens(foldPlain(asked)));
  if (lines.length < 2) return [];
  const named = lines.filter(({ terms }) => {
    const others = lines.filter((each) => each.terms !== terms);
    const own = [...terms].filter((term) => !others.some((each) => each.terms.has(term)));
    return own.length > 0 && own.filter((term) => said.has(term)).length >= NAMED * own.length;
  });
  return named.map(({ line }) => line);
}

function linesIn(text: string, { start, end }: Span): Span[] {
  let at = start;
  return text
    .slice(start, end)
    .split("\n")
    .map((words) => {
      const line = { start: at, end: at + words.length };
      at = line.end + 1;
      return line;
    });
}
