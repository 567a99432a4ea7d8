import type { Figure } from "./figures.ts";
import { anyOf, words } from "./words.ts";

/** How a lead connects its subject with the figure. */
export interface LeadReading {
  /** Words before the connection; empty when the subject stands earlier in the sentence. */
  readonly subject: string;
  /** The subject's level, or its change in percent. */
  readonly measure: "level" | "growth";
  /** True for 下降 and the like. */
  readonly fall: boolean;
  /** 实际, 年均, 环比, or empty. */
  readonly calibre: string;
  /** 总量达, 总额 …: the level of what was spoken of before. */
  readonly total: boolean;
  /** True when a verb or qualifier says that the subject comes to the figure: 达, 突破. */
  readonly linked: boolean;
  /** True where the figure is what a change began with: 由27%提高到33%. */
  readonly from: boolean;
  /** True when the verb says how far it has come: 达到, 增至. */
  readonly reached: boolean;
}

/** Everything at the end of a lead that this list makes up. Taken off word by word: no pattern tries every parting. */
function withoutEnding(text: string, ending: RegExp): string {
  let rest = text;
  for (let at = ending.exec(rest)?.index; at !== undefined; at = ending.exec(rest)?.index)
    rest = rest.slice(0, at);
  return rest;
}

const ends = (patterns: readonly string[]) => new RegExp(`${anyOf(patterns)}$`, "u");
const MANNER = ends([...words.manner, ...words.calibre]);
const GROWS = ends(words.grow);
const FALLS = ends(words.fall);
const LINK = ends(words.link);
const TOTAL = ends(words.total);
const CALIBRE = new RegExp(anyOf(words.calibre), "u");
/** The longest stretch before a figure that is looked at. */
const LONGEST = 48;
/** 固定资产投资（不含农户，下同）: what the name covers, said at its first mention. */
const CALIBRE_NOTE = /[（(][^（）()]{0,16}下同[）)]/gu;
/** 从2017年的A增长到2022年的B: where a change begins, and the year where it ends. */
const FROM = /[从由](?:(?:(?:19|20)\d\d年|[上去]年)(?:底|末)?的?|原来的)?$/u;
const AT_YEAR = /([到至])(?:19|20)\d\d年(?:底|末)?的?$/u;
/** Words of the link that say nothing of the amount. */
const FILLING: ReadonlySet<string> = new Set(words.filling);
const LINKED = new RegExp(anyOf(words.link.filter((word) => !FILLING.has(word))), "u");
const REACHED = /达|[增升大展长高]至|[增升大展长高加]到/u;

/** Where the verb of a growth begins, and whether it falls; null where no such verb stands before the figure. */
function changeVerb(lead: string): { at: number; fall: boolean } | null {
  const said = withoutEnding(lead, MANNER);
  const fall = FALLS.exec(said)?.index;
  const at = fall ?? GROWS.exec(said)?.index;
  return at === undefined ? null : { at, fall: fall !== undefined };
}

function growth(lead: string): LeadReading | null {
  const verb = changeVerb(lead);
  if (verb === null) return null;
  const subject = withoutEnding(lead.slice(0, verb.at), MANNER);
  const calibre = CALIBRE.exec(lead.slice(subject.length))?.[0] ?? "";
  return {
    subject,
    measure: "growth",
    fall: verb.fall,
    calibre,
    total: false,
    linked: true,
    from: false,
    reached: false,
  };
}

/** 年末全市共有公共图书馆12个: how many there are in all. */
const HAVE =
  /^(?<who>(?:到?(?:20\d\d年)?[年期]?[末底]|截至年底|[全我本][国省市区县州旗]|[，])*)(?:(?:一共|现|共|总共)?拥有|[共现]有)(?=[\p{Script=Han}A-Z])/u;

/** Reads the words before a figure with this unit: percentages and 倍 may be growth, all else is a level. */
export function readLead(lead: string, unit: string | null): LeadReading {
  const whole = lead.slice(-LONGEST).replace(CALIBRE_NOTE, "").replace(AT_YEAR, "$1");
  const near = whole.replace(FROM, "");
  const changed = unit === "%" || unit === "倍" ? growth(near) : null;
  if (changed !== null) return changed;
  const said = withoutEnding(near, LINK);
  const had = HAVE.exec(said)?.[0] ?? "";
  const subject = said.replace(HAVE, "$<who>");
  const link = near.slice(said.length);
  const total = subject !== "" && withoutTotal(subject) === "";
  return {
    subject: total ? "" : subject,
    measure: "level",
    fall: false,
    calibre: "",
    total,
    from: near !== whole,
    linked: had !== "" || LINKED.test(link),
    reached: had !== "" || REACHED.test(link),
  };
}

/** 商品销售总额 without 总额, 市场主体总量 without 总量; null when there is nothing to take off. */
export function withoutTotal(subject: string): string | null {
  const at = TOTAL.exec(subject)?.index;
  return at === undefined ? null : subject.slice(0, at);
}

/** Where 下降 begins before a figure, so that the printed words show the sign. */
export function fallStart(figure: Figure): number {
  const verb = changeVerb(figure.lead);
  return verb?.fall === true ? figure.from + verb.at : figure.quantity.start;
}
