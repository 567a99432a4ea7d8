const DIGITS = new Map([..."零一二三四五六七八九"].map((character, value) => [character, value]));
DIGITS.set("〇", 0).set("两", 2);
const PLACES = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Characters a Chinese numeral is made of. */
export const CHINESE_NUMERAL = "零〇一二两三四五六七八九十百千万亿点";

function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const place = PLACES.get(character);
    if (place !== undefined) {
      total += (digit ?? 1) * place;
      digit = null;
      continue;
    }
    const next = DIGITS.get(character);
    if (next === undefined || (digit !== null && digit !== 0)) return null;
    digit = next;
  }
  return total + (digit ?? 0);
}

/** 五百七十九 → 579, 三万五千 → 35000; null for what is no number (一百万万, 三五). */
function integer(text: string): number | null {
  for (const [mark, size] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at < 0) continue;
    const head = integer(text.slice(0, at));
    const tail = at + 1 === text.length ? 0 : integer(text.slice(at + 1));
    return head === null || tail === null || at === 0 ? null : head * size + tail;
  }
  return text === "" ? null : belowTenThousand(text);
}

/** A count in digits or characters (12, 十二, 两), or null. */
export function parseCount(text: string): number | null {
  const digits = /^\d+$/.test(text) ? text : parseChineseNumber(text);
  return digits === null ? null : Number(digits);
}

/** A Chinese numeral as decimal digits (七点四 → `7.4`), digit by digit for years (二〇二二 → `2022`), or null. */
export function parseChineseNumber(text: string): string | null {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return [...text].map((character) => DIGITS.get(character)).join("");
  }
  const [whole = "", fraction, more] = text.split("点");
  if (more !== undefined || fraction === "") return null;
  const value = integer(whole);
  if (value === null) return null;
  if (fraction === undefined) return String(value);
  const digits = [...fraction].map((character) => DIGITS.get(character));
  return digits.includes(undefined) ? null : `${value}.${digits.join("")}`;
}
