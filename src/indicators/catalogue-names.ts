import { isUnit } from "#text/quantity-units.ts";
import { conceptById } from "./catalogue.ts";
import { nameKey } from "./catalogue-key.ts";
import { type Phrase, phrases, words } from "./catalogue-phrases.ts";

/** What a printed name stands for. */
export interface CanonicalName {
  /** Canonical name (of the growth when the name is a growth), else the printed name without unit, marks and numbering. */
  readonly indicator: string;
  /** Id in the catalogue, or null when the name is not in it. */
  readonly concept: string | null;
  readonly measure: "level" | "growth" | null;
  /** The unit printed in the name's brackets. */
  readonly unit: string | null;
}

const anyOf = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join("|");
/** 元/人 is 元, 人 and what stands between: named once more, every such unit could be read in two ways. */
const JOINT = /[/／、，,每]/u;
const isJoined = (name: string) =>
  JOINT.test(name) && name.split(JOINT).every((part) => words.units.includes(part));
const unit = `(?:${anyOf(words.units.filter((name) => !isJoined(name)))})`;
const UNIT_IN_BRACKETS = new RegExp(
  `[（(【[]\\s*(?:单位[:：]?\\s*)?(${unit}(?:\\s*[/／、，,每]\\s*${unit})*)\\s*[）)】\\]]`,
  "iu",
);
const MARKS = /[*＊★☆△▲◆●]|\\\*|[【[(（]注?\d*[）)】\]]$/gu;
/** Signs of notes that would become digits in another width: 地区生产总值①, 地区生产总值¹; not those of m². */
const NOTE_SIGNS = /[①-⑳㉑-㊿]|(?<=[\p{Script=Han}）)])[⁰¹²³⁴-⁹]{1,3}/gu;
/** A unit that the list lacks, at the end of a name: 楼宇数（幢）; not （县）, which may as well be words. */
const OTHER_UNIT = /[（(](?<unit>[^（）()]{1,12})[）)]\s*$/u;
const NO_UNIT = /^[县镇村期代年级分星步口]$/u;
const NUMBERING = /^(?:[\s#＃—–\-·•]|其中[:：]?|[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.](?!\d))+/u;
const LEADING = new RegExp(`^(?:${anyOf(words.leading)})+`, "u");
/** 工业增加值 | 同比实际 | 增速: the name, what stands between, the growth. */
const GROWTH = new RegExp(
  `^(.+?)((?:${anyOf([...words.growthLeads, ...words.growthCalibres])})*)(?:${anyOf(words.growth)})$`,
  "u",
);
const CALIBRE = new RegExp(anyOf(words.growthCalibres), "gu");
/** Whatever else a name ends in, this makes it a growth. */
const GROWN = new RegExp(`^.+(?:${anyOf(words.growth)})$`, "u");
/** What stands behind a phrase of the catalogue in the name of its growth is never longer. */
const LONGEST_ENDING = 40;
const LONGEST = Math.max(...[...phrases.keys()].map((key) => key.length)) + LONGEST_ENDING;
const LEVEL = new RegExp(`^(.+?)(?:${anyOf(words.level)})$`, "u");
/** Latin abbreviations repeated in brackets after the words they abbreviate: 地区生产总值（GDP）. */
const ABBREVIATION = /[（(][A-Za-z&＆]{2,6}[）)]/gu;

/**
 * Maps a name as printed in a table or sentence onto the catalogue. Exact up to width, spaces, marks, unit and
 * leading words such as 全区: a longer, more specific name is never mapped onto a concept it merely contains.
 */
export function canonicalName(printed: string): CanonicalName {
  const { name, unit: printedUnit } = cleaned(printed);
  for (const key of candidates(name)) {
    const found = named(key);
    if (found !== null) return { ...found, unit: printedUnit };
  }
  return { indicator: name, concept: null, measure: GROWN.test(name) ? "growth" : null, unit: printedUnit };
}

function cleaned(printed: string): { name: string; unit: string | null } {
  const plain = printed.replace(NOTE_SIGNS, "").normalize("NFKC");
  const bracket = UNIT_IN_BRACKETS.exec(plain) ?? otherUnit(plain);
  const name = plain
    .replace(bracket?.[0] ?? "", "")
    .replace(MARKS, "")
    .trim()
    .replace(NUMBERING, "")
    .replace(/\s+/gu, " ")
    .replace(/^[“"'‘]+|[”"'’:：;；,，。]+$/gu, "")
    .trim();
  return {
    name: name === "" ? printed.trim() : wideBrackets(name),
    unit: bracket?.[1]?.replace(/\s+/gu, "") ?? null,
  };
}

function otherUnit(name: string): RegExpExecArray | null {
  const found = OTHER_UNIT.exec(name);
  const inside = found?.groups?.["unit"] ?? "";
  return isUnit(inside) && !NO_UNIT.test(inside) ? found : null;
}

/** Chinese names are printed with wide brackets; one width keeps a name the same in every report. */
function wideBrackets(name: string): string {
  return /\p{Script=Han}/u.test(name) ? name.replace(/\(/gu, "（").replace(/\)/gu, "）") : name;
}

/** Keys to try, the most literal first. */
function candidates(name: string): string[] {
  const literal = nameKey(name);
  const plain = nameKey(name.replace(ABBREVIATION, ""));
  const both = [literal, plain].flatMap((key) => [key, key.replace(LEADING, "")]);
  return [...new Set(both)].filter((key) => key !== "");
}

/** Words of alternatives are a speaker's: no report prints an indicator's name so. */
function printed(key: string): Phrase | undefined {
  const phrase = phrases.get(key);
  return phrase?.via === "spoken" ? undefined : phrase;
}

function named(key: string): Omit<CanonicalName, "unit"> | null {
  const exact = printed(key);
  if (exact !== undefined) return single(exact, "");
  if (key.length > LONGEST) return null;
  const grown = GROWTH.exec(key);
  const calibres = grown?.[2]?.match(CALIBRE) ?? [];
  if (grown !== null && calibres.length < 2) {
    const stem = printed(grown[1] ?? "");
    if (stem !== undefined && !stem.growth) return single({ ...stem, growth: true }, calibres[0] ?? "");
  }
  const levelled = printed(LEVEL.exec(key)?.[1] ?? "");
  return levelled === undefined || levelled.growth ? null : single(levelled, "");
}

/** The name of a phrase with one reading; `calibre` (年均) makes a growth another growth. */
function single(phrase: Phrase, calibre: string): Omit<CanonicalName, "unit"> | null {
  const [id, ...others] = phrase.concepts;
  const concept = id === undefined ? undefined : conceptById(id);
  if (concept === undefined || others.length > 0) return null;
  if (!phrase.growth) return { indicator: concept.name, concept: concept.id, measure: "level" };
  if (concept.growthName === null) return null;
  const indicator = calibre === "" ? concept.growthName : `${concept.name}${calibre}增速`;
  return { indicator, concept: concept.id, measure: "growth" };
}
