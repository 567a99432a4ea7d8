import type { DoubtReason } from "./quantity.ts";

/** An Arabic number, the stretch of digits that is refused, or the number of a version (2.0.1), which counts nothing. */
export type Numeral =
  | { readonly end: number; readonly value: string; readonly printed: string }
  | { readonly end: number; readonly doubt: DoubtReason }
  | { readonly end: number; readonly version: true };

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
  if (/^\.\d/.test(text.slice(end, end + 2))) return { end: pointsEnd(text, end), version: true };
  if (decimals && text.charAt(end) === "," && threeAt(text, end + 1))
    return { end: chainEnd(text, end), doubt: "grouping" };
  if (text.charAt(end) === GAP) return { end: chainEnd(text, end), doubt: "spacing" };
  POWER.lastIndex = end;
  if (POWER.test(text)) return { end: POWER.lastIndex, doubt: "power" };
  const printed = text.slice(at, end);
  return { end, value: printed.replace(/[,， ]/g, ""), printed };
}

/** What stands in the view where a mark was taken out between two digits. */
export const GAP = "\u2060";
/** ^4 or × 10^4 behind a number. */
const POWER = /\^\d{0,3}|\s?[×xX*]\s?10\^\d{0,3}/y;

/** The end of 2.0.1 and 10.5.3.2, numbers of versions and clauses. */
function pointsEnd(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === "." && isDigit(text.charAt(end + 1))) end = digitsEnd(text, end + 1);
  return end;
}

/** 2022 45.6%: a year stands by itself. */
const YEAR = /^(?:19|20)\d\d$/;
const YEAR_NEXT = /^(?:19|20)\d\d(?!\d)/;

/** What behind the digits makes a figure of them that cannot be read: `1,2345`, `1,40,28`, `45 41.6`. */
function faultAfter(
  text: string,
  { at, whole, end }: { at: number; whole: number; end: number },
): Numeral | null {
  const next = text.charAt(end);
  const follows = isDigit(text.charAt(end + 1));
  if (!follows || end === at) return null;
  if (next === "," && !YEAR_NEXT.test(text.slice(end + 1, end + 6)))
    return { end: chainEnd(text, end), doubt: "grouping" };
  if (next === " " && !YEAR.test(text.slice(at, whole)))
    return { end: chainEnd(text, end), doubt: "spacing" };
  return null;
}

function chainEnd(text: string, at: number): number {
  let end = at;
  while (/[,， .\u2060]/u.test(text.charAt(end)) && isDigit(text.charAt(end + 1)))
    end = digitsEnd(text, end + 1);
  return end;
}
