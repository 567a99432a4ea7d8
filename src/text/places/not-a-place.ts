import { z } from "zod";
import everydayFile from "./everyday-names.json" with { type: "json" };
import { NameTrie } from "./name-trie.ts";
import notPlacesFile from "./not-a-place.json" with { type: "json" };

const listed = z
  .object({
    after: z.array(z.string()),
    words: z.array(z.string()),
    notAName: z.array(z.string()),
    ofChina: z.array(z.string()),
  })
  .parse(notPlacesFile);
const everyday = z.object({ common: z.array(z.string()), names: z.array(z.string()) }).parse(everydayFile);
const common = new Set(everyday.common);
const alsoWords = new Set([...everyday.common, ...everyday.names]);

const nameOfChina = new RegExp(`中国(?=${listed.ofChina.join("|")})`, "gu");
/** 中国驰名商标, 中国历史文化名村: 中国 where it begins a name and is no place spoken of. */
export const withoutNamesOfChina = (text: string): string => text.replace(nameOfChina, "  ");

const anotherName = new RegExp(`^(?:${listed.after.join("|")})`);
/** A short name that begins the name of something else (江北机场, 江北嘴) is not the region. */
export const startsAnotherName = (text: string, end: number): boolean =>
  anotherName.test(text.slice(end, end + 24));

const words = new NameTrie<string>();
for (const word of listed.words) words.add(word, word);
/** Where the text has words that hold a name by chance: 真金白银 is not 白银市. */
export function wordsWithNames(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    const [longest] = words.at(text, start);
    if (longest !== undefined) found.push({ start, end: longest.end });
  }
  return found;
}

/** True for the short name of a county that is an everyday word as well: 平安, 新建, 公安. */
export const isEverydayName = (short: string): boolean => alsoWords.has(short);

/** True for such a name that is far oftener a word than a place: 公安, 合作. */
export const isCommonWord = (short: string): boolean => common.has(short);

const noName = new RegExp(`(?:${listed.notAName.join("|")})$`);
/** True for what ends like a region and names none: 全市, 老城区. */
export const endsLikeAPlace = (name: string): boolean => noName.test(name);
