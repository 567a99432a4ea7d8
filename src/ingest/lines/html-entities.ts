import { z } from "zod";
import entitiesFile from "./entities.json" with { type: "json" };

const entities = new Map(Object.entries(z.record(z.string(), z.string()).parse(entitiesFile)));
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));|&nbsp(?![a-z])/gi;
const GREATEST = 0x10ffff;

/** Character references (`&nbsp;`, `&#8220;`, `&amp;ldquo;`) as the characters they stand for; unknown ones stay as printed. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? decodeOnce(decodeOnce(text)) : text;
}

function decodeOnce(text: string): string {
  return text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal)) ?? all;
    if (hex !== undefined) return character(Number.parseInt(hex, 16)) ?? all;
    return name === undefined ? " " : (entities.get(name) ?? entities.get(name.toLowerCase()) ?? all);
  });
}

function character(code: number): string | null {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > GREATEST || surrogate ? null : String.fromCodePoint(code);
}
