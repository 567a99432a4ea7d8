/** ⁴: digits set high. In m² and 10⁴ they are no marks. */
export const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** [2], 〔2〕, 【2】, [^2], [注1], （注1）: a bracket with the number of a note. */
const BRACKETED = "[\\[〔【]\\s?(?:\\^|注\\s?)?\\d{1,3}\\s?[\\]〕】]|[（(]注\\s?\\d{0,2}[）)]";
/** ④, ㉑, *, ※: marks of their own. */
const SIGNS = "[①-⑳㉑-㊿*＊★☆※]";
/** <sup>4</sup>, as some files keep it. */
const TAGGED = "<sup>[^<>]{1,12}</sup>";

/** One mark, as it stands anywhere in a sentence. */
export const MARK = new RegExp(`${SIGNS}|${BRACKETED}|${TAGGED}`, "uy");

const AT_END = new RegExp(
  `(?:${SIGNS}|${BRACKETED}|${TAGGED}|[${SUPERSCRIPTS}]{1,3}|(?<=[\\p{Script=Han}）)])注\\s?\\d{1,2})$`,
  "u",
);
const DIGIT_AT_END = /(?<=[\p{Script=Han}）)])(?<digit>\d{1,2})$/u;

/** The number a mark refers to: `④` → 4, `[2]` → 2, `<sup>4</sup>` → 4; null for a mark without one (`*`). */
export function markNumber(mark: string): number | null {
  const digits = mark
    .normalize("NFKC")
    .replace(/<[^<>]*>/g, "")
    .replace(/\D/g, "");
  return digits === "" ? null : Number(digits);
}

/** A name without the marks behind it, and the marks. */
export interface MarkedName {
  readonly name: string;
  readonly marks: readonly string[];
}

/**
 * Takes the marks off the end of a name: `地区生产总值①` → 地区生产总值 and ①. A small digit (`研发经费投入强度2`) is a mark
 * only where `notes` holds a note of that number: PM10 and 规划3 keep theirs.
 */
export function splitMarks(printed: string, notes: ReadonlySet<number> = new Set()): MarkedName {
  const marks: string[] = [];
  let name = printed.trimEnd();
  for (let mark = lastMark(name, notes); mark !== null; mark = lastMark(name, notes)) {
    marks.unshift(mark);
    name = name.slice(0, name.length - mark.length).trimEnd();
  }
  return { name, marks };
}

function lastMark(name: string, notes: ReadonlySet<number>): string | null {
  const sign = AT_END.exec(name)?.[0];
  if (sign !== undefined && sign.length < name.length) return sign;
  const digit = DIGIT_AT_END.exec(name);
  return digit !== null && notes.has(Number(digit.groups?.["digit"])) ? digit[0] : null;
}
