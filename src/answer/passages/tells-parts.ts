import { foldPlain } from "#text/fold.ts";
import { numberOf } from "./strung-list.ts";

const NUMBER = "[二两三四五六七八九十]{1,2}|\\d{1,2}";
const WHICH = new RegExp(`哪(${NUMBER})`);
const MARKS = /[“”"「」《》]/g;
/** Between the parts named before their count, and between those told behind it. */
const STRUNG = /[、和与及]/;
const TOLD = /[、,;。:]/;
const ENDS = /[,;。:]/;
/** The parts follow a colon, the end of a short sentence, or a word for what the term is. */
const OPENS = /^[^。:]{0,28}[:。]|^[^,。;:]{0,6}(?:即|是|指|包括|\(|——)/;

/**
 * “八张报表”是哪八张: whether words that hold the term tell as many things. True for questions that do not ask which of
 * so many, and where a term without quotation marks is put in other words.
 */
export function tellsParts(question: string, printed: string): boolean {
  const asked = foldPlain(question);
  const count = WHICH.exec(asked)?.[1];
  const most = count === undefined ? null : numberOf(count);
  if (count === undefined || most === null) return true;
  const quoted = [...asked.matchAll(/[“"「]([^”"」]{2,})[”"」]/g)].map(([, words = ""]) => words);
  const marked = quoted.find((words) => words.includes(count));
  const term = marked ?? bareTerm(asked, count);
  if (term === undefined) return true;
  const words = foldPlain(printed).replace(MARKS, "");
  const at = words.indexOf(term);
  const strung = (clause: string): boolean => clause.split(STRUNG).length >= most;
  if (at === -1) return marked === undefined || words.split(ENDS).some(strung);
  if (strung(words.slice(0, at).split(ENDS).at(-1) ?? "")) return true;
  const behind = words.slice(at + term.length);
  const opens = OPENS.exec(behind)?.[0];
  const told = opens === undefined ? "" : behind.slice(opens.length);
  return (
    told.split(TOLD).filter((piece) => piece.trim() !== "").length >= most ||
    strung(behind.split(ENDS)[0] ?? "")
  );
}

/** The words behind the count. */
function bareTerm(asked: string, count: string): string | undefined {
  const bare = asked.slice(0, asked.search(WHICH)).replace(MARKS, "");
  return new RegExp(`${count}[\\u4e00-\\u9fff]{2,4}`).exec(bare)?.[0];
}
