import { nameKey } from "./catalogue-key.ts";
import { words } from "./catalogue-phrases.ts";

const anyOf = (list: readonly string[]) =>
  list
    .map(nameKey)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.+]/gu, "\\$&"))
    .join("|");

/** 八大, 20个: so many of them are not all of them. */
const COUNTED = "(?:[二三四五六七八九十]{1,3}|\\d{1,2})(?:大|件|项|个)";
const COUNTS = new RegExp(COUNTED, "u");
const NARROWED = new RegExp(`(?:${anyOf(words.narrowers)}|${COUNTED})[的\\s]*$`, "u");
const BROKEN = new RegExp(`^[的\\s]*(?:${anyOf(words.breakers)})`, "u");
/** 同比, 年均, 2022年: what may stand before the words of a growth. */
const CALIBRE = new RegExp(
  `(?:${anyOf([...words.growthLeads, ...words.growthCalibres])}|在?\\d{4}年|[\\s的])`,
  "uy",
);
const GROWTH = new RegExp(`(?:${anyOf(words.growth)})`, "uy");
const LEVEL = new RegExp(`^[\\s的]*(?:${anyOf(words.level)})`, "u");

const STANDS = new RegExp(`^[的\\s]*(?:$|[^\\p{Script=Han}a-z]|${anyOf(words.followers)})`, "u");

/** 高新技术企业有哪些 asks for them, not for their number. */
const WHICH = /^[的\s]*(?:都|各)?(?:是|有)(?:些)?(?:什么|哪|啥|谁)/u;

/** True when `after` lets an ambiguous or short word before it stand for an indicator: 旅游多少, not 旅游线路. */
export function letsStand(after: string): boolean {
  const ahead = after.slice(0, 8);
  return STANDS.test(ahead) && !WHICH.test(ahead);
}

/** True when `before` makes the phrase after it a narrower or other indicator: 汽车制造业 before 固定资产投资. */
export function narrows(before: string): boolean {
  return NARROWED.test(before.slice(-12));
}

/** True when a phrase speaks of so many things (八大重点项目), which is the number of none of them. */
export function countsThings(phrase: string): boolean {
  return COUNTS.test(phrase);
}

/** True when `after` makes the phrase before it something else: 占, 银行. */
export function breaks(after: string): boolean {
  return BROKEN.test(after.slice(0, 8));
}

/** Length of the growth words that `after` opens with (同比增速), 0 for none. */
export function growthLength(after: string): number {
  const ahead = after.slice(0, 16);
  let at = 0;
  for (CALIBRE.lastIndex = 0; CALIBRE.test(ahead); ) at = CALIBRE.lastIndex;
  GROWTH.lastIndex = at;
  return GROWTH.test(ahead) ? GROWTH.lastIndex : 0;
}

/** Length of the words that `after` opens with and that ask for the level (总量), 0 for none. */
export function levelLength(after: string): number {
  return LEVEL.exec(after.slice(0, 16))?.[0].length ?? 0;
}
