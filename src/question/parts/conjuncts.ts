import { findMentions } from "#indicators/catalogue-mentions.ts";
import { wordsIn } from "#text/words.ts";
import { cutOutside } from "./clauses.ts";
import { partWords } from "./part-words.ts";

const JOINING = new Set(["和", "与", "及", "以及", "跟", "还有", "vs", "及其"]);
/** Between two things: a mark, or (put for a word that joins) the same mark. */
const MARK = /[、/]|→|->/gu;

/** The things joined in a stretch of words by 、 or by a word for “and” that stands alone (no part of 和平区 or 参与). */
export function conjuncts(words: string): string[] {
  const marked = wordsIn(words)
    .map(({ word }, at, all) => (JOINING.has(word) && joins(all[at - 1]?.word) ? "、" : word))
    .join("");
  return cutOutside(marked, MARK)
    .map((piece) => piece.replace(/^(?:其中|以及|还有)/u, "").trim())
    .filter((piece) => piece !== "");
}

/** 惠及, 涉及: no word for “and” behind these. */
const joins = (before: string | undefined): boolean => before !== undefined && !/[惠涉波遍]$/u.test(before);

/** 高速公路通车里程2010年末. */
const TRAILING_TIME = new RegExp(`(?:${partWords.time.source})$`, "u");

/** Whether words are the name of a figure: they end as such names do, or as an indicator that is known. */
export const isHeaded = (words: string): boolean =>
  partWords.timed.test(words) ||
  partWords.bare.test(words) ||
  partWords.headed.test(words.replace(TRAILING_TIME, "")) ||
  findMentions(words).some(({ end }) => end === words.length);

/**
 * The names that are joined, each whole: 城市和农村零售额 with `each` is 城市零售额 and 农村零售额, since 各 asks of each of
 * them; 教育、卫生支出 without it is one name. Null where they are no list of names.
 */
export function namesJoined(words: string, { each }: { readonly each: boolean }): string[] | null {
  const pieces = conjuncts(words);
  if (pieces.length < 2) return null;
  const apart = timesApart(pieces);
  if (apart !== null) return apart;
  const measured = withEachMeasure(pieces);
  if (measured !== null) return measured;
  if (pieces.every(isHeaded)) return withSharedMeasure(pieces);
  return each ? withSharedHead(pieces) : null;
}

/** 2014年和2017年GDP目标: every year with what stands behind the last. */
function timesApart(pieces: readonly string[]): string[] | null {
  const last = pieces.at(-1) ?? "";
  const time = partWords.time.exec(last);
  const others = pieces.slice(0, -1);
  if (time === null || time.index > 0 || !others.every((piece) => partWords.endsTimed.test(piece)))
    return null;
  const tail = last.slice(time[0].length);
  const ofKind = tail.replace(partWords.kindFirst, "");
  const ending = (piece: string) => (TRAILING_TIME.test(piece) ? tail : ofKind);
  return partWords.timed.test(last) ? null : [...others.map((piece) => piece + ending(piece)), last];
}

/** 财政收入、预算收入2013年数额与增幅: each name with each measure. Null where no measures stand alone behind two names. */
function withEachMeasure(pieces: readonly string[]): string[] | null {
  const at = pieces.findIndex((piece) => partWords.bare.test(piece) && !partWords.time.test(piece));
  const [names, measures] = [pieces.slice(0, Math.max(at, 0)), pieces.slice(at)];
  const last = names.at(-1) ?? "";
  const own = partWords.attributes.exec(last)?.[0];
  if (names.length < 2 || own === undefined || !measures.every((piece) => partWords.bare.test(piece)))
    return null;
  const plain = [...names.slice(0, -1), last.slice(0, -own.length)];
  if (!plain.every((name) => isHeaded(name))) return null;
  return plain.flatMap((name) => [own, ...measures].map((measure) => name + measure));
}

/** GDP、固投、社零增长目标: what is said of the last is meant of those before it that say nothing of the kind. */
function withSharedMeasure(names: readonly string[]): string[] {
  const shared = partWords.shared.exec(names.at(-1) ?? "")?.[0];
  const others = names.slice(0, -1);
  const own = (name: string) => partWords.attributes.test(name) || partWords.timed.test(name);
  if (shared === undefined || partWords.bare.test(names.at(-1) ?? "") || others.some(own)) return [...names];
  return names.map((name, at) => (at === names.length - 1 ? name : name + shared));
}

/** 早籼稻、中晚籼稻、粳稻最低收购价: the head of the last, for those before it that have none of their own. */
function withSharedHead(pieces: readonly string[]): string[] {
  const last = pieces.at(-1) ?? "";
  const head = headOf(last, (pieces.at(-2) ?? "").replace(partWords.time, ""));
  return isHeaded(last) || head !== ""
    ? pieces.map((piece, at) => (at === pieces.length - 1 || isHeaded(piece) ? piece : piece + head))
    : [...pieces];
}

/** Where the head of the last begins: at 的, behind the sign that the names end with alike, or as far on as the one before is long. */
function headOf(last: string, before: string): string {
  const of = last.lastIndexOf("的");
  if (of > 1) return last.slice(of);
  const alike = last.indexOf(before.slice(-1));
  if (before !== "" && alike >= 0 && alike < last.length - 1) return last.slice(alike + 1);
  return last.slice(before.length);
}
