import { z } from "zod";
import data from "./quantity-units.json" with { type: "json" };

const digits = z.string().regex(/^\d+$/);
const schema = z.object({
  comment: z.string(),
  magnitudes: z.record(z.string(), digits),
  families: z.array(z.object({ name: z.string(), units: z.record(z.string(), z.tuple([digits, digits])) })),
  counted: z.array(z.string().min(1)),
  strict: z.array(z.string().min(1)),
  before: z.array(z.string().min(1)),
  after: z.array(z.string().min(1)),
});

/** Units, magnitudes and the words around a figure, as data. */
export const unitData = schema.parse(data);

function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** The words as one alternation, longest first so that 万亿 wins over 万. */
export function alternation(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join("|");
}

export const baseUnits: readonly string[] = [
  ...unitData.families.flatMap((family) => Object.keys(family.units)),
  ...unitData.counted,
];

/** 万, 亿 …; 千 and 百 only where they do not begin another unit (千瓦, 百分点). */
const magnitude = `(?:${alternation(Object.keys(unitData.magnitudes))})(?!瓦|米|克|伏|乏|分)`;
const base = `(?:${alternation(baseUnits)})`;

/** What a figure is told for each of: 元/月, 人/亿元, 吨标准煤/万元, 人/万车. */
const per = `(?:[/／](?:${magnitude})?(?:${base}|[月日时秒季周车])){0,2}`;

/** A whole unit: 亿元, 万元/人, %, 公里/平方公里, 万. Without captures. */
export const unitPattern = `(?:(?:${magnitude})?${base}${per}|${magnitude})`;
export const magnitudePattern = magnitude;
export const basePattern = `${base}${per}`;

const wholeUnit = new RegExp(`^${unitPattern}$`);

/** True for a unit in brackets, as a header prints it under its names: （亿立方米）. */
export function isBracketedUnit(text: string): boolean {
  const inside = /^[（(]\s*(?<unit>[^（）()]+?)\s*[）)]$/u.exec(text)?.groups?.["unit"];
  return inside !== undefined && isUnit(inside);
}

/** True when `text` is nothing but a unit. */
export function isUnit(text: string): boolean {
  return wholeUnit.test(text);
}
