import { z } from "zod";
import { withYearsInDigits } from "#question/period/years.ts";
import plainWordsFile from "./plain-words.json" with { type: "json" };

const expressions = z.array(z.string().min(1));
const parsed = z
  .strictObject({
    about: z.string(),
    greetings: expressions,
    wishes: expressions,
    closers: expressions,
    particles: expressions,
    afterPlace: expressions,
  })
  .parse(plainWordsFile);

const any = (sources: readonly string[]) => `(?:${sources.join("|")})`;
const MARKS = "[\\s,，.。!！?？:：、;；~…]";
const GREETINGS = parsed.greetings.map((one) => new RegExp(`^${MARKS}*${any([one])}${MARKS}+`, "u"));
const WISH = new RegExp(`^(?:([^?？]{0,24})[\\s,，。!！…]|[我俺咱]们?)?${any(parsed.wishes)}[，,:： ]*`, "u");
const CLOSER = new RegExp(
  `(?:${any(parsed.particles)}|${MARKS}+[啊哦呀嘛哈]?${any(parsed.closers)})[啊哈哦呀吧呗的]*${MARKS}*$`,
  "u",
);
const AFTER_PLACE = new RegExp(`${any(parsed.afterPlace)}+$`, "u");
/** What is told before the wish to ask may be what is asked about. */
const TELLS = /听说|据说|说是|有[个一]|看[到见]|新闻|[那这]个/u;

/** Whether words name a place, a year or an indicator. */
export type Names = (words: string) => boolean;

/** A question (folded) as it would be put plainly: what only lays it out, introduces it or thanks for it is left out. */
export function plainly(folded: string, names: Names): string {
  const closed = unquoted(withoutGaps(withYearsInDigits(folded)), names);
  return withoutOpening(withoutClosing(closed), names);
}

/** 江 北 2022 年: spaces between Chinese characters, or beside figures, part nothing. */
export const withoutGaps = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}|[，。、？！,?!“”])[ \t]+(?=\p{Script=Han}|\d|[，。、？！,?!“”])/gu, "")
    .replace(/(?<=\d)[ \t]+(?=[年月日个万亿%])/gu, "")
    .replace(/(?<!\d)\d(?:[ \t]+\d){3}(?=年)/gu, (year) => year.replace(/\s/g, ""));

/** 我想知道“江北2022年GDP是多少”这个问题的答案: what stands in the quotation marks is all that is asked. */
function unquoted(text: string, names: Names): string {
  const [quotation = "", asked = ""] = /[“"「『](.{6,})[”"」』]/u.exec(text) ?? [];
  const around = text.replace(quotation, "，");
  return ASKS.test(asked) && !ASKS.test(around) && !names(around) ? asked : text;
}

const ASKS = /多少|好多|几|哪|谁|什么|啥|怎么|为何|是否|还是|吗|\b(?:what|how|which|who|why|when)\b/;

/** 您好，我在写材料，想了解一下…: up to the wish to ask, where what is asked about is named behind it only. */
function withoutOpening(text: string, names: Names): string {
  let rest = text;
  const greeting = () => GREETINGS.map((one) => one.exec(rest)?.[0]).find((each) => each !== undefined);
  for (let length = greeting()?.length ?? 0; length > 0; length = greeting()?.length ?? 0)
    rest = rest.slice(length);
  const [wish = "", told = ""] = WISH.exec(rest) ?? [];
  const asks = rest.slice(wish.length);
  const aside = told === "" || (!TELLS.test(told) && !names(told) && names(asks));
  return aside && asks.length >= LEAST ? asks : rest || text;
}

/** A shorter rest is no question. */
const LEAST = 4;

function withoutClosing(text: string): string {
  let rest = text;
  for (let closer = CLOSER.exec(rest); closer !== null; closer = CLOSER.exec(rest)) {
    if (closer.index < LEAST) break;
    const asks = /[?？]/.test(closer[0]) ? "?" : "";
    rest = rest.slice(0, closer.index) + asks;
  }
  return rest;
}

/** What words name; `only` where they say nothing else. */
export interface Placed {
  readonly place: boolean;
  readonly year: boolean;
  readonly only: boolean;
}

/** The place or the year before what is asked of it: 江北的话，GDP多少 and GDP多少，江北那边 are both 江北GDP多少. */
export function placedFirst(text: string, placed: (words: string) => Placed): string {
  const [first = "", ...others] = text.split(/[，,]/);
  const last = others.at(-1);
  if (last === undefined) return text;
  const alone = (clause: string) => clause.replace(/[?？。!！]+$/, "").replace(AFTER_PLACE, "");
  if (placed(alone(first)).only) return placed(others.join()).only ? text : alone(first) + others.join(",");
  const before = [first, ...others.slice(0, -1)].join(",");
  const [named, behind] = [placed(before), placed(alone(last))];
  const twice = (named.place && behind.place) || (named.year && behind.year);
  return behind.only && !twice && !GOES_ON.test(text) ? `${alone(last)}${before}?` : text;
}

/** 那增速呢，渝北的: how a turn goes on stays in front. */
const GOES_ON = /^(?:那|还有|再|另外|换|不|第)/;
