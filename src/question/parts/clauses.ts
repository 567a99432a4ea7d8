import { partWords } from "./part-words.ts";

/** Where one thing ends and the next begins, outside brackets and quotation marks. */
const OPENS = '([{“‘《「"';
const CLOSES = ')]}”’》」"';

/** Folded text cut where `mark` says so, but never inside brackets or quotation marks. */
export function cutOutside(text: string, mark: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(mark)) {
    if (index < from || isInside(text, index)) continue;
    pieces.push(text.slice(from, index));
    from = index + found.length;
  }
  pieces.push(text.slice(from));
  return pieces;
}

function isInside(text: string, at: number): boolean {
  let depth = 0;
  let quoted = false;
  for (const sign of text.slice(0, at)) {
    if (sign === '"') quoted = !quoted;
    else if (OPENS.includes(sign)) depth++;
    else if (CLOSES.includes(sign)) depth = Math.max(0, depth - 1);
  }
  return depth > 0 || quoted;
}

/** 去年多少 今年多少: a space between two that ask is a comma, any other space between Chinese characters is nothing. */
function withoutSpaces(text: string): string {
  const pieces = text.split(/\s+/u);
  return pieces.slice(1).reduce((joined, piece, at) => {
    const before = pieces[at] ?? "";
    const both = partWords.asks.test(before) || partWords.asks.test(piece);
    if (both && /\p{Script=Han}$/u.test(joined)) return `${joined},${piece}`;
    const latin = /[a-z]$/u.test(joined) && /^[a-z]/u.test(piece);
    return joined + (latin ? " " : "") + piece;
  }, pieces[0] ?? "");
}

/** The year that stands in brackets behind the rest (收入与支出（2010）), before it. */
const withYearFirst = (text: string): string =>
  text.replace(/^(.*)[(]((?:19|20)\d{2})年?[)]([^()]*)$/u, "$2年$1$3");

/** The clauses of a folded question by sentence; what says nothing is left out. */
export function clausesBySentence(folded: string): string[][] {
  const text = withYearFirst(withoutSpaces(folded)).replace(/vs\.?/gu, "、");
  return cutOutside(text, /[?。;!\n]+/gu)
    .map((sentence) =>
      cutOutside(sentence, /[,]|——|--/gu)
        .map((clause) => clause.replace(LINKS, "").replace(partWords.compare, "").trim())
        .filter((clause) => clause !== "" && !partWords.check.test(clause)),
    )
    .filter((clauses) => clauses.length > 0);
}

/** What joins a clause to the one before. */
const LINKS =
  /^\s*(?:另外|还有|此外|再问(?:一下)?|顺便(?:问)?|同时|以及|并且|而且|其中|那么?(?![个些年里条家])|请问|和|及)[,:]?/u;
