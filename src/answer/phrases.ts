import { z } from "zod";
import type { Language } from "#question/question.ts";
import phrasesFile from "./phrases.json" with { type: "json" };

const parsed = z
  .object({ zh: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) })
  .parse(phrasesFile);

export type Say = (key: string, slots?: Readonly<Record<string, string | number>>) => string;

/**
 * Fills the fixed sentences of one language.
 * @throws RangeError for a key or slot the data file does not have
 */
export function phrasesIn(language: Language): Say {
  const phrases = parsed[language];
  return (key, slots = {}) => {
    const template = phrases[key];
    if (template === undefined) throw new RangeError(`no phrase ${key} in ${language}`);
    return template.replace(/\{(\w+)\}/g, (_all, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new RangeError(`phrase ${key} needs ${name}`);
      return String(value);
    });
  };
}
