import type { DoubtReason } from "./quantity.ts";

/** An Arabic number, or the stretch of digits that is refused. */
export type Numeral =
  | { readonly end: number; readonly value: string; readonly printed: string }
  | { readonly end: number; readonly doubt: DoubtReason };

const isDigit = (character: string): boolean =>
  character >= "0" && character <= "9" && character.length === 1;

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charAt(end))) end++;
  return end;
}

/** True where exactly three digits stand at `at`. */
const threeAt = (text: string, at: number): boolean => digitsEnd(text, at) === at + 3;

/** The end of the groups of thousands that go on from `end`, parted by one and the same `separator`. */
function groupsEnd(text: string, end: number, separator: string): number {
  let to = end;
  while (text.charAt(to) === separator && threeAt(text, to + 1)) to += 4;
  return to;
}

/** `6 1 2 . 4`: single digits, each with a space before it; the end of the last, or null. */
function spreadEnd(text: string, at: number): number | null {
  let end = at + 1;
  let pieces = 1;
  let point = false;
  while (text.charAt(end) === " ") {
    const next = text.charAt(end + 1);
    if (next === "." && !point) point = true;
    else if (!isDigit(next)) break;
    if (isDigit(text.charAt(end + 2))) return null;
    end += 2;
    pieces++;
  }
  return pieces >= 3 && isDigit(text.charAt(end - 1)) ? end : null;
}

/**
 * The number that begins with the digit at `at`: thousands may be parted by a comma of either width or by one space. In a
 * sentence `1，305` may as well be two figures, and is refused; `1，305.2` is one.
 */
export function numeralAt(text: string, at: number, cell: boolean): Numeral {
  const whole = digitsEnd(text, at);
  const spread = whole === at + 1 && text.charAt(whole) === " " ? spreadEnd(text, at) : null;
  if (spread !== null)
    return {
      end: spread,
      value: text.slice(at, spread).replaceAll(" ", ""),
      printed: text.slice(at, spread),
    };
  let end = whole;
  const separator = text.charAt(whole);
  const grouped = separator === "," || separator === "，" || separator === " ";
  if (grouped && whole - at <= 3 && text.charAt(at) !== "0") end = groupsEnd(text, whole, separator);
  const fault = faultAfter(text, { at, whole, end });
  if (fault !== null) return fault;
  const decimals = text.charAt(end) === "." && isDigit(text.charAt(end + 1));
  if (separator === "，" && end > whole && !decimals && !cell) return { end, doubt: "grouping" };
  if (decimals) end = digitsEnd(text, end + 1);
  const printed = text.slice(at, end);
  if (/^\.\d/.test(text.slice(end, end + 2))) return { end: pointsEnd(text, end), value: printed, printed };
  if (text.charAt(end) === "^") return { end: end + 1, doubt: "power" };
  return { end, value: printed.replace(/[,， ]/g, ""), printed };
}

/** 2.0.1 and 10.5.3.2 are numbers of versions and clauses; the caller knows them by their second point. */
function pointsEnd(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === "." && isDigit(text.charAt(end + 1))) end = digitsEnd(text, end + 1);
  return end;
}

/** 2022 45.6%: a year stands by itself. */
const YEAR = /^(?:19|20)\d\d$/;

/** What behind the digits makes a figure of them that cannot be read: `1,2345`, `1,40,28`, `45 41.6`. */
function faultAfter(
  text: string,
  { at, whole, end }: { at: number; whole: number; end: number },
): Numeral | null {
  const next = text.charAt(end);
  const follows = isDigit(text.charAt(end + 1));
  if (!follows || end === at) return null;
  if (next === "," && (end > whole || whole - at <= 3) && isGroupLike(text, end + 1, end > whole))
    return { end: chainEnd(text, end), doubt: "grouping" };
  if (next === " " && !YEAR.test(text.slice(at, whole)))
    return { end: chainEnd(text, end), doubt: "spacing" };
  return null;
}

/** After a group of thousands any digits are at fault, else only those that look like more than a second figure. */
function isGroupLike(text: string, at: number, afterGroup: boolean): boolean {
  const length = digitsEnd(text, at) - at;
  return afterGroup || length > 3;
}

function chainEnd(text: string, at: number): number {
  let end = at;
  while (/[,， .]/.test(text.charAt(end)) && isDigit(text.charAt(end + 1))) end = digitsEnd(text, end + 1);
  return end;
}
