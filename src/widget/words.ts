import words from "./words.json" with { type: "json" };

export type Words = (typeof words)["zh-CN"];

/** The interface's own words: English for `en` and its kin, Chinese for everything else. */
export function wordsFor(language: string): Words {
  return language.toLowerCase().startsWith("en") ? words.en : words["zh-CN"];
}

/** `fill("出处 {marker}", { marker: "1" })` → `出处 1` */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
