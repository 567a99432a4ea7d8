import { z } from "zod";
import type { Question } from "#question/question.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import { COUNT_NUMERAL, countedAlike } from "./expectation.ts";
import stockFile from "./how-many.json" with { type: "json" };
import { namedShare } from "./wording.ts";

const words = z
  .strictObject({
    about: z.string(),
    measures: z.string().min(1),
    asked: z.string().min(1),
    deeds: z.string().min(1),
    events: z.string().min(1),
    added: z.string().min(1),
    done: z.string().min(1),
    totals: z.string().min(1),
    light: z.string().min(1),
    whole: z.string().min(1),
  })
  .parse(stockFile);

const THING = "[\\u4e00-\\u9fffa-z0-9+“”]";
const BEFORE = new RegExp(`(${THING}{2,60})${words.asked}有(?:多少|几)(?:多)?([${words.measures}])`);
const BEHIND = new RegExp(
  `有(?:多少|几)([${words.measures}])里?(${THING}{2,10}?)(?=[了过在正被是能会可,。?]|$)`,
);
const DEEDS = new RegExp(words.deeds);
const EVENTS = new RegExp(words.events);
const ADDED = new RegExp(words.added);
/** 现在有多少张: nobody's. */
const LEADS = new RegExp(`^${words.asked}`);
const DONE = new RegExp(words.done);
const TOTALS = new RegExp(words.totals);
const LIGHT = new RegExp(`^${words.light}$`);
const WHOLE = new RegExp(words.whole, "g");
/** What stands before a thing and is no part of its name. */
const AROUND =
  /(?:(?:19|20)\d{2}|[今去明前])年(?:底|末|初)?|全[区市县省国]|(?:我们|咱们?|本|这个?)[区市县省]?/g;
const OWNED = /^.*的/;
/** 一万个人手头有几件: so many for each are not how many there are. */
const FOR_EACH = /每|[人户]均|[百千万](?:个|名|位)?人/;
/** Ends of names that stand for one another. */
const KINDS = ["企业", "公司", "产业", "商家", "单位", "店铺"];
const HEAD = 2;
const HALF = 0.5;
/** How far before a thing its number may stand: 11个社区公园. */
const REACH = 12;

/** A thing of which a question asks how many there are. */
export interface Stock {
  /** Its name, and what reports call it. */
  readonly names: readonly string[];
  /** Whose they are, where it is no region: 建桥园区 in 建桥园区有多少家企业. Empty for nobody's. */
  readonly owner: string;
  readonly measure: string;
  /** False for what happens and is counted in its year: projects, cases, events. */
  readonly lasting: boolean;
}

/** The thing in 公园有多少个, 有几家养老院; null where it asks what was done. */
export function stockAsked({ asked, regions, otherRegions, language }: Question): Stock | null {
  if (language === "en") return null;
  const places = [...regions, ...otherRegions].flatMap((name) => [name, name.slice(0, -1)]);
  const plain = places
    .reduce((text, place) => (place.length < 2 ? text : text.replaceAll(place, "")), foldPlain(asked))
    .replace(AROUND, "")
    .replace(/\s/g, "");
  if (DEEDS.test(plain) || FOR_EACH.test(plain)) return null;
  const behind = BEHIND.exec(plain);
  const before = BEFORE.exec(plain);
  const thing = (behind?.[2] ?? before?.[1] ?? "").replace(OWNED, "").replace(/[“”]/g, "");
  const measure = behind?.[1] ?? before?.[2];
  if (measure === undefined || thing.length < HEAD) return null;
  const official = officialWordings(thing).map((name) => name.replaceAll(" ", ""));
  const owner = behind === null ? "" : (before?.[1] ?? "").replace(LEADS, "").replace(/[里中的]$/, "");
  return { names: [thing, ...official], owner, measure, lasting: !EVENTS.test(thing) };
}

/**
 * Whether folded words tell how many of the thing there are: 公办幼儿园增至81所, and neither 新增公办幼儿园3所 nor, of 公园,
 * 11个社区公园.
 */
export function tellsStock(stock: Stock, folded: string, holds: (pair: string) => boolean): boolean {
  const { names, owner, measure, lasting } = stock;
  if (owner !== "" && namedShare(owner, folded, holds) < HALF) return false;
  const others = countedAlike(measure)?.source ?? "";
  const number = new RegExp(
    `${COUNT_NUMERAL}(?:${measure}${others === "" ? "" : `|${others.slice(COUNT_NUMERAL.length)}`})`,
    "g",
  );
  return folded
    .replace(/[\s“”"]/g, "")
    .split("。")
    .some((sentence) => {
      return sentence.split(/[,;|]/).some((clause, at, all) => {
        const near = `${all[at - 1] ?? ""}${clause}`;
        const named = names.filter((name) => namedShare(ownPart(name), near, holds) >= HALF);
        return [...clause.matchAll(number)].some((found) => {
          const told = {
            before: clause.slice(0, found.index),
            behind: clause.slice(found.index + found[0].length),
            clauseBefore: all[at - 1] ?? "",
            lasting,
          };
          return named.some((name) => ofThing(name, told));
        });
      });
    });
}

/** 新引进首店数: the name of a figure that counts only those that were new. */
export const cameNew = (indicator: string): boolean => ADDED.test(indicator);

interface Told {
  /** The clause up to the number, and behind it. */
  readonly before: string;
  readonly behind: string;
  readonly clauseBefore: string;
  readonly lasting: boolean;
}

function ofThing(name: string, { before, behind, clauseBefore, lasting }: Told): boolean {
  const piece = /[^、]*$/.exec(before)?.[0] ?? "";
  const total = TOTALS.test(piece);
  if (lasting && !total && (ADDED.test(before) || DONE.test(behind))) return false;
  if (total && LIGHT.test(piece))
    return heads(name).some((head) => `${clauseBefore}${before}`.includes(head));
  return heads(name).some((head) => {
    if (!lasting && piece.includes(head)) return true;
    const whole = wholeBefore(head, piece) ?? wholeBehind(head, behind);
    return whole !== null && !(lasting && narrowed(name, whole));
  });
}

/** 社区公园 for 公园: a word before the thing that makes it one kind of them. */
const narrowed = (name: string, whole: string): boolean =>
  whole.endsWith(name) && whole.slice(0, -name.length).replace(WHOLE, "") !== "";

/** 公办幼儿园增至|81所: the words up to the thing, where nothing but light ones part it from its number. */
function wholeBefore(head: string, piece: string): string | null {
  const at = piece.lastIndexOf(head);
  return at < 0 || !LIGHT.test(piece.slice(at + head.length)) ? null : piece.slice(0, at + head.length);
}

/** 81所|公办幼儿园. */
function wholeBehind(head: string, behind: string): string | null {
  const at = behind.slice(0, REACH).indexOf(head);
  return at < 0 ? null : behind.slice(0, at + head.length);
}

/** What a name says besides its end. */
const ownPart = (name: string): string => name.slice(0, -headLength(name));

/** 招聘会, 集资案: one character is what such a name ends with. */
const headLength = (name: string): number => (/[会案赛]$/.test(name) ? 1 : HEAD);

/** The end of a name, and what may be printed in its place. */
function heads(name: string): readonly string[] {
  const head = name.slice(-headLength(name));
  return KINDS.includes(head) ? KINDS : [head];
}
