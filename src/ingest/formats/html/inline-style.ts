import { attribute, type PageElement } from "./page-tree.ts";

/** The declarations of a style text by property, later ones winning, `!important` left out: font-size → 0. */
export function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const each of style.split(";")) {
    const colon = each.indexOf(":");
    if (colon < 0) continue;
    const value = each.slice(colon + 1).replace(/!\s*important/iu, "");
    found.set(each.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

export function styleOf(element: PageElement): Map<string, string> {
  return declarations(attribute(element, "style"));
}

const UNITS: Readonly<Record<string, number>> = {
  em: 1,
  rem: 1,
  ch: 0.5,
  pt: 1 / 12,
  px: 1 / 16,
  cm: 2.36,
  mm: 0.236,
};

/** A length in characters' widths: 2em → 2, 32px → 2; null for what is no length. */
export function lengthInCharacters(value: string | undefined): number | null {
  const found = /^(-?[\d.]+)(em|rem|ch|pt|px|cm|mm)?$/u.exec(value ?? "");
  if (found === null) return null;
  const amount = Number(found[1]);
  return amount === 0 ? 0 : found[2] === undefined ? null : amount * (UNITS[found[2]] ?? 1);
}
