import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";

const NUMBER = "[二两三四五六七八九十]{1,2}|\\d{1,2}";
const WHICH = new RegExp(`哪(${NUMBER})`);
const MARKS = /[“”"「」《》]/g;
/** Between the parts named before their count, and between those told behind it. */
const STRUNG = /[、和与及]/;
const TOLD = /[、,;。:]/;
const ENDS = /[,;。:]/;
/** The parts follow a colon, the end of a short sentence, or a word for what the term is. */
const OPENS = /^[^。:]{0,28}[:。]|^,?[^,。;:]{0,6}(?:即|是|指|包括|\(|——)/;

/**
 * “八张报表”是哪八张: whether words tell as many things of the term. Null for questions that do not ask which of so many,
 * and where a term without quotation marks is put in other words.
 */
export function tellsParts(question: string, printed: string): boolean | null {
  const meant = partsMeant(question);
  if (meant === null) return null;
  const { most, term, marked } = meant;
  const words = foldPlain(printed).replace(MARKS, "");
  const partsIn = (clause: string) => clause.split(STRUNG).length;
  const strung = (clause = ""): boolean => partsIn(clause) >= most;
  if (!words.includes(term)) return words.split(ENDS).some(strung) || (marked ? false : null);
  const told = words.split(term).map((piece) => piece.split(ENDS));
  const around = told.some(
    (clauses, i) => (i < told.length - 1 && strung(clauses.at(-1))) || (i > 0 && strung(clauses[0])),
  );
  // 地缘近、血缘亲…的条件，以五缘促发展: a clause of the same sentence that strings just so many.
  const beside = words
    .split("。")
    .some((each) => each.includes(term) && each.split(ENDS).some((clause) => partsIn(clause) === most));
  return (
    around ||
    beside ||
    words
      .split(term)
      .slice(1)
      .some((behind) => piecesOpened(behind) >= most || sentencesBehind(behind) === most)
  );
}

/** Whether words name what the parts are of, and tell as many. */
export function namesParts(question: string, printed: string): boolean {
  const term = partsMeant(question)?.term;
  const named = term !== undefined && foldPlain(printed).replace(MARKS, "").includes(term);
  return named && tellsParts(question, printed) === true;
}

interface PartsMeant {
  readonly most: number;
  /** “八张报表”, 三链: what the parts are of. */
  readonly term: string;
  /** True where the question puts it in quotation marks. */
  readonly marked: boolean;
}

function partsMeant(question: string): PartsMeant | null {
  const asked = foldPlain(question);
  const count = WHICH.exec(asked)?.[1];
  const most = count === undefined ? null : parseCount(count);
  if (count === undefined || most === null) return null;
  const quoted = [...asked.matchAll(/[“"「]([^”"」]{2,})[”"」]/g)].map(([, words = ""]) => words);
  const marked = quoted.find((words) => words.includes(count));
  const term = marked ?? bareTerm(asked, count);
  return term === undefined ? null : { most, term, marked: marked !== undefined };
}

/** How many pieces follow a colon, a short sentence or 即 behind a term. */
function piecesOpened(behind: string): number {
  const opens = OPENS.exec(behind)?.[0];
  const pieces = opens === undefined ? [] : behind.slice(opens.length).split(TOLD);
  return pieces.filter((piece) => piece.trim() !== "").length;
}

/** Parts told a sentence each, behind the one that names the term. */
const sentencesBehind = (behind: string): number =>
  behind
    .split("。")
    .slice(1)
    .filter((piece) => piece.trim() !== "").length;

/** The words behind the count. */
function bareTerm(asked: string, count: string): string | undefined {
  const bare = asked.slice(0, asked.search(WHICH)).replace(MARKS, "");
  return new RegExp(`${count}[\\u4e00-\\u9fff]{2,4}`).exec(bare)?.[0];
}
