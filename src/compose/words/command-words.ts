import commandWords from "./command-words.json" with { type: "json" };
import problemNames from "./problem-names.json" with { type: "json" };

export type SpokenLanguage = keyof typeof commandWords;
export type WordKey = keyof (typeof commandWords)["en"];

/** Says what a command prints, by its key and what fills its places. */
export type Say = (key: WordKey, slots?: Readonly<Record<string, string | number>>) => string;

/** The words of the command line in a language; Chinese keeps the English term beside where one looks things up by it. */
export function sayIn(language: SpokenLanguage): Say {
  const words = commandWords[language];
  return (key, slots = {}) =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}

const NAMES = new Map(Object.entries(problemNames));

/** A problem's stable code, in Chinese with its name before it: 扫描件，没有文字层（scanned）. */
export function problemName(code: string, language: SpokenLanguage): string {
  const name = language === "zh" ? NAMES.get(code) : undefined;
  return name === undefined ? code : `${name}（${code}）`;
}

/** The language of a locale by the rules of POSIX: LC_ALL before LC_MESSAGES before LANG; Chinese for zh_CN.UTF-8 and its kin. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): SpokenLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== "") ?? "";
  return /^zh\b|^zh_/i.test(locale) ? "zh" : "en";
}
