import { isUnit } from "#text/quantity-units.ts";

/** The unit in the brackets of a name or caption, or the words as a whole; null where they name none. */
export function unitInBrackets(text: string): string | null {
  const inside =
    /[（(]\s*(?:单位[:：]?)?\s*([^（）()\s](?:[^（）()]*[^（）()\s])?)\s*[）)]/u.exec(text)?.[1] ??
    text.replace(/^单位[:：]/u, "").trim();
  return oneUnit(inside);
}

/** 万元、%: the amounts are in the first, the shares beside them in the second. */
function oneUnit(words: string): string | null {
  const unit = words.replace("％", "%");
  if (isUnit(unit)) return unit;
  const units = unit.split(/[、，,；;]/u).map((each) => each.trim());
  if (units.length < 2 || !units.every((each) => isUnit(each))) return null;
  const amounts = units.filter((each) => each !== "%");
  return amounts.length === 1 ? (amounts[0] ?? null) : null;
}
