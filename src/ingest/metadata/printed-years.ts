const DIGITS: Readonly<Record<string, string>> = {
  〇: "0",
  "○": "0",
  Ｏ: "0",
  O: "0",
  零: "0",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

/** Full-width digits and years in Chinese digits (二〇二〇年) as ASCII digits, for reading dates only; lengths stay equal. */
export function withAsciiYears(text: string): string {
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return narrow.replace(/[一二][〇○ＯO零一二三四五六七八九]{3}(?=年|～|—|-|至|\/)/g, (year) =>
    [...year].map((digit) => DIGITS[digit] ?? digit).join(""),
  );
}

export interface PrintedDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The first date from the year on in a line, or null. */
export function dateIn(line: string): PrintedDate | null {
  const found = /((?:19|20)\d\d)\s*[年\-/.](?:\s*(\d{1,2})\s*(?:[月\-/.](?:\s*(\d{1,2})\s*日?)?)?)?/.exec(
    withAsciiYears(line),
  );
  if (found === null) return chineseMonthDay(line);
  const part = (text: string | undefined) => (text === undefined ? null : Number(text));
  const date = { year: Number(found[1]), month: part(found[2]), day: part(found[3]) };
  return date.month === null ? (chineseMonthDay(line) ?? date) : date;
}

/** 二〇二〇年一月十二日. */
function chineseMonthDay(line: string): PrintedDate | null {
  const found = /((?:19|20)\d\d)年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(
    withAsciiYears(line),
  );
  if (found === null) return null;
  return { year: Number(found[1]), month: small(found[2] ?? ""), day: small(found[3] ?? "") };
}

/** 一 to 三十一. */
function small(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (character: string | undefined) => Number(DIGITS[character ?? ""] ?? 0);
  if (!text.includes("十")) return digit(ones);
  return (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

/** `2024-01-26`, or null when the day is not printed or cannot be. */
export function isoDate({ year, month, day }: PrintedDate): string | null {
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
